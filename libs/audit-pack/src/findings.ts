import { NotProven, UnusablePolicy } from '#transparency-log';
import type { PackFault, PackFinding } from './faults.js';

/** Takes down what is wrong, and goes on. */
export class Findings {
  readonly list: PackFinding[] = [];

  note(fault: PackFault, where: string): void {
    const isKnown = this.list.some((one) => one.fault === fault && one.where === where);
    if (!isKnown) this.list.push({ fault, where });
  }

  /** @returns what the work gives; undefined where something was not proven, which is noted */
  of<Result>(where: string, work: () => Result): Result | undefined {
    try {
      return work();
    } catch (error) {
      if (error instanceof NotProven) this.note(error.fault, `${where}: ${error.where}`);
      else if (error instanceof UnusablePolicy) this.note('POLICY_UNUSABLE', `${where}: ${error.message}`);
      else throw error;
      return undefined;
    }
  }
}
