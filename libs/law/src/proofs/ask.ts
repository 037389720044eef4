import { Rejection } from '#kernel';
import { answerTo } from '../calculate.js';
import type { Calculation } from '../kernel/calculation.js';
import type { BenefitComponent } from '../kernel/component.js';

/** A request of plain JSON, as the command line takes it. */
export type Request = Readonly<Record<string, unknown>>;

/**
 * What a request comes to, or the code of its refusal.
 * @throws whatever is no refusal: that is a fault of the engine
 */
export function ask(request: Request): Calculation | string {
  const answer = answerTo(request);
  return answer instanceof Rejection ? answer.code : answer;
}

/** Reads one component of an answer; a decision or an error code instead of it is told as it is. */
export function askFor(
  code: string,
  request: Request,
  read: (component: BenefitComponent, calculation: Calculation) => string | number,
): string {
  const answer = ask(request);
  if (typeof answer === 'string') return answer;
  const component = answer.components.find((candidate) => candidate.code === code);
  if (component) return String(read(component, answer));
  return answer.decision ?? 'NOTHING';
}

/** The decision of an answer, `PAID` without one. */
export function askDecision(request: Request): string {
  const answer = ask(request);
  return typeof answer === 'string' ? answer : (answer.decision ?? 'PAID');
}

/** The amount of one component, 0 when it is not listed. */
export function amountFor(code: string, request: Request): number {
  const answer = ask(request);
  if (typeof answer === 'string') return Number.NaN;
  return answer.components.find((candidate) => candidate.code === code)?.amountIdr ?? 0;
}

export function totalOf(request: Request): number {
  const answer = ask(request);
  return typeof answer === 'string' ? Number.NaN : answer.totalIdr;
}
