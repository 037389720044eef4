import type { ShownGroup } from './shown-level.js';

export const compare = <Value extends string | number>(a: Value, b: Value) => (a < b ? -1 : Number(a > b));

/** By their values, which is the order in which everybody sees them. */
export const orderedRows = (rows: readonly ShownGroup[]): readonly ShownGroup[] =>
  rows.toSorted((one, other) => compare(one.values.join('\n'), other.values.join('\n')));
