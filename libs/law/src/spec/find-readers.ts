import fc from 'fast-check';
import { Rejection } from '#kernel';
import { explain, rulesNamedIn } from '../explanation/explain.js';
import { anyRequest } from './any-request.js';
import { DECIDING_REQUESTS } from './deciding-requests.js';
import { WORKED_EXAMPLES } from './worked-examples.js';

interface Request {
  readonly calculator: string;
}

const BY_CHANCE = 4_000;

/** The calculators that read each rule, found by asking them: the same ones each time. */
export function findReaders(): Readonly<Record<string, readonly string[]>> {
  const byChance = fc.sample(anyRequest, { numRuns: BY_CHANCE, seed: 11 });
  const readers = new Map<string, Set<string>>();
  for (const request of [...WORKED_EXAMPLES.map(({ inputs }) => inputs), ...DECIDING_REQUESTS, ...byChance]) {
    for (const rule of rulesReadBy(request)) {
      readers.set(rule, (readers.get(rule) ?? new Set()).add(request.calculator));
    }
  }
  return Object.fromEntries(
    [...readers].sort(([one], [other]) => (one < other ? -1 : 1)).map(([rule, by]) => [rule, [...by].sort()]),
  );
}

function rulesReadBy(request: Request): readonly string[] {
  try {
    return [...rulesNamedIn(explain(request))];
  } catch (error) {
    // A request that is refused read no more than what refused it.
    if (error instanceof Rejection) return [];
    throw error;
  }
}
