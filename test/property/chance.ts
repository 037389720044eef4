import fc from 'fast-check';
import { Random } from '../system/random.js';

/** Numbers that follow from a seed, for choices that depend on what has happened so far. */
export interface Chance {
  /** 0 to 1. */
  next(): number;
  /** Whether something happens that does in so many of a hundred cases. */
  percent(share: number): boolean;
  /** 0 to `below`, without it. */
  below(below: number): number;
  pick<Item>(items: readonly Item[]): Item;
  /** A value of fast-check, from this chance alone. */
  value<Value>(of: fc.Arbitrary<Value>): Value;
}

/** @param seed a whole number; the same one gives the same choices for ever */
export function chanceOf(seed: number): Chance {
  const random = new Random(seed);
  const next = () => random.next();
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    percent: (share) => next() * 100 < share,
    pick: (items) => random.pick(items),
    value: (of) => fc.sample(of, { seed: below(2 ** 31), numRuns: 1 })[0]!,
  };
}
