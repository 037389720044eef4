import { addDays, addPeriods, type LocalDate, localDate, type Period, period } from '#kernel';
import { FIRST_LAW, type Rule, type Version } from '../kernel/rule.js';

/** The days on which a version begins, and the days after one ends: read off the data here, apart from the engine. */
export const cutsOf = (versions: readonly Version<unknown>[]): readonly LocalDate[] =>
  versions.flatMap(({ from, until }) => (until ? [from, addDays(until, 1)] : [from]));

/** The day before each day on which one of the rules begins to say something else, and that day; in order. */
export function lawDays(...rules: readonly Rule<unknown>[]): readonly LocalDate[] {
  const days = rules.flatMap(({ versions }) => cutsOf(versions));
  return inOrder([FIRST_LAW, ...days].flatMap((day) => [addDays(day, -1), day]));
}

/** Numbers on both sides of each edge: the last below it, and itself. */
export function around(...edges: readonly number[]): readonly number[] {
  return [...new Set(edges.flatMap((edge) => [edge - 1, edge, edge + 1]))]
    .filter((number) => number >= 0)
    .sort((a, b) => a - b);
}

/** The values of all versions of a rule, read by `read`. */
export const valuesOf = <Value, Part>(rule: Rule<Value>, read: (value: Value) => Part): readonly Part[] =>
  rule.versions.map(({ value }) => read(value));

/** Days on both sides of each. */
export const aroundDays = (...days: readonly LocalDate[]): readonly LocalDate[] =>
  inOrder(days.flatMap((day) => [addDays(day, -1), day, addDays(day, 1)]));

export const everyInteger = (least: number, most: number): readonly number[] =>
  Array.from({ length: most - least + 1 }, (_, index) => least + index);

export function everyDay(from: string, to: string): readonly LocalDate[] {
  const days: LocalDate[] = [];
  for (let day = localDate(from); day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

export function everyMonth(from: string, to: string): readonly Period[] {
  const months: Period[] = [];
  for (let month = period(from); month <= to; month = addPeriods(month, 1)) months.push(month);
  return months;
}

const inOrder = <Day extends string>(days: readonly Day[]): readonly Day[] => [...new Set(days)].sort();

/** The same values with one of them first: the one that nobody objects to. */
export const beginningWith = <Value>(first: Value, values: readonly Value[]): readonly Value[] => [
  first,
  ...values.filter((value) => value !== first),
];

export const YES_NO = [undefined, false, true] as const;
