import { Rejection } from '#kernel';
import type { Bilingual } from './kernel/provision.js';
import type { Calculation } from './kernel/calculation.js';
import { CALCULATORS, CATALOGUE } from './catalogue.js';
import { type Calculator, telling } from './kernel/calculator.js';
import { invalid } from './kernel/input-error.js';
import { isUnderReform } from './kernel/reform.js';
import { misspeltFor } from './kernel/misspelt.js';
import { object } from './kernel/read.js';

const DECISIONS: Readonly<Record<string, Bilingual>> = Object.fromEntries(
  CATALOGUE.flatMap(({ decisions = {} }) => Object.entries(decisions)),
);

/** A decision in words; nothing for one that its component or its memo explains. */
export function decisionWords(decision: string): Bilingual | undefined {
  return Object.hasOwn(DECISIONS, decision) ? DECISIONS[decision] : undefined;
}

/** The names a request may give, each with the fields that calculator reads. */
export const CALCULATOR_FIELDS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(CALCULATORS).map(([name, { fields }]) => [name, fields]),
);

/**
 * Computes a request of the form of `worked-examples.json`: `calculator` names what to compute, the other fields
 * are its facts. A field that plays no part, because nobody reads it or by what the others say, is listed in
 * `ignoredFields`; one that looks misspelt is an error.
 * @throws Rejection with a code of `INPUT_ERRORS` when the request is impossible; never a wrong number
 */
export function calculate(inputs: unknown): Calculation {
  const request = object(inputs, 'inputs');
  const { calculator: name } = request;
  if (name === undefined) throw invalid('MISSING_FIELD', 'calculator is needed');
  if (typeof name !== 'string' || !Object.hasOwn(CALCULATORS, name)) {
    throw invalid('UNKNOWN_CALCULATOR', `calculator must be one of ${Object.keys(CALCULATORS).join(', ')}`);
  }
  const { fields, run } = CALCULATORS[name]!;
  const unread = unreadFields(request, fields);
  const answer = runExactly(run, request);
  if (unread.length === 0) return answer;
  return telling(answer, () => [...unread, ...(answer.ignoredFields ?? [])]);
}

/** The law alone stays far below what is exact; what somebody proposes may not, for one request and not for the next. */
function runExactly(run: Calculator['run'], request: Readonly<Record<string, unknown>>): Calculation {
  try {
    return run(request);
  } catch (error) {
    if (!(error instanceof RangeError) || !isUnderReform()) throw error;
    throw invalid('UNSAFE_INTEGER', `under the reform a number becomes too large: ${error.message}`);
  }
}

/**
 * What a request comes to, or why it is refused.
 * @throws whatever is no refusal: that is a fault of the engine
 */
export function answerTo(inputs: unknown): Calculation | Rejection {
  try {
    return calculate(inputs);
  } catch (error) {
    if (error instanceof Rejection) return error;
    throw error;
  }
}

function unreadFields(request: Readonly<Record<string, unknown>>, fields: readonly string[]): string[] {
  const unread = Object.keys(request).filter((name) => name !== 'calculator' && !fields.includes(name));
  for (const name of unread) {
    const meant = misspeltFor(name, fields);
    if (meant !== undefined) throw invalid('UNKNOWN_FIELD', `${name} is not known; did you mean ${meant}?`);
  }
  return unread;
}
