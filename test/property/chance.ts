import fc from 'fast-check';

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
  let state = seed >>> 0;
  const next = () => {
    // mulberry32 (Tommy Ettinger, public domain).
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    percent: (share) => next() * 100 < share,
    pick: (items) => {
      if (items.length === 0) throw new RangeError('There is nothing to pick from');
      return items[below(items.length)]!;
    },
    value: (of) => fc.sample(of, { seed: below(2 ** 31), numRuns: 1 })[0]!,
  };
}
