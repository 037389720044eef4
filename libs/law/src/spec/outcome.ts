import { Rejection } from '#kernel';
import { answerTo, calculate } from '../calculate.js';

/** What a request comes to, as short text: `JKM_DEATH 20000000`; a decision is the last entry. */
export function outcome(inputs: Readonly<Record<string, unknown>>): string[] {
  const { components, decision } = calculate(inputs);
  const lines = components.map(({ code, amountIdr }) => `${code} ${amountIdr}`);
  return decision === undefined ? lines : [...lines, decision];
}

/** The total of a request in rupiah. */
export const total = (inputs: Readonly<Record<string, unknown>>): number => calculate(inputs).totalIdr;

/** The arithmetic of the only component. */
export function arithmetic(inputs: Readonly<Record<string, unknown>>): string | undefined {
  return calculate(inputs).components[0]?.arithmetic;
}

/** The error code of an impossible request. */
export function errorOf(inputs: unknown): string {
  const answer = answerTo(inputs);
  return answer instanceof Rejection ? answer.code : `no error, but ${JSON.stringify(answer)}`;
}
