import { isDeepStrictEqual } from 'node:util';
import { addDays, addMonths, firstDayOf, isLocalDate, lastDayOf, type LocalDate, periodOf } from '#kernel';
import type { Reform } from '../../src/kernel/reform.js';
import { type Rule, type Version, versionOn } from '../../src/kernel/rule.js';
import { proveDays } from '../../src/proofs/days.js';

/** One entry of the law, changed: written as a reform, so that no file is touched. */
export interface Mutant {
  readonly rule: string;
  /** What was changed: `from 2019-12-02: monthly 500000 -> 500001`. */
  readonly what: string;
  readonly reform: Reform;
}

/** Every entry of a rule, changed alone: each number, percentage and truth of a value, each name in a list, each day. */
export function mutantsOf(rule: Rule<unknown>): readonly Mutant[] {
  return rule.versions.flatMap((version) => [
    ...changesOf(version.value).map(({ what, to }) => valueMutant(rule, version, what, to)),
    ...dayMutants(rule, version),
  ]);
}

interface Change {
  readonly what: string;
  /** The whole value with the change in it. */
  readonly to: unknown;
}

/** A value with each of its entries changed in turn. */
function changesOf(value: unknown, path = ''): readonly Change[] {
  const others = othersThan(value);
  if (others.length > 0) {
    return others.map((other) => ({ what: `${path}${String(value)} -> ${String(other)}`, to: other }));
  }
  if (Array.isArray(value)) return listChanges(value, path);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) =>
    changesOf(part, `${path}${name} `).map(({ what, to }) => ({ what, to: { ...value, [name]: to } })),
  );
}

/** Of a list of names one is left out; of other lists an entry is changed. */
function listChanges(list: readonly unknown[], path: string): readonly Change[] {
  const without = (index: number) => list.filter((_, at) => at !== index);
  return list.flatMap((entry, index) => {
    const names = typeof entry === 'string' && othersThan(entry).length === 0;
    if (names) return [{ what: `${path}without ${entry}`, to: without(index) }];
    return changesOf(entry, `${path}[${index}] `).map(({ what, to }) => ({
      what,
      to: list.map((other, at) => (at === index ? to : other)),
    }));
  });
}

/** From here on a rupiah more is lost in a rate of a hundredth of a percent: the bounds of construction contracts. */
const LARGE = 100_000_000;
const A_PART_OF_IT = 10_000;

/** The numbers, percentages and days on both sides, or the other truth; nothing for other text. */
function othersThan(value: unknown): readonly unknown[] {
  if (typeof value === 'boolean') return [!value];
  if (typeof value === 'number') {
    const step = value < LARGE ? 1 : A_PART_OF_IT;
    return value < step ? [value + step] : [value + step, value - step];
  }
  if (typeof value !== 'string') return [];
  if (/^\d+(\.\d+)?$/.test(value)) return [1, -1].map((step) => stepped(value, step));
  return isLocalDate(value) ? [1, -1].map((step) => addDays(value, step)) : [];
}

/** So many more in the last digit. */
function stepped(text: string, step: number): string {
  const decimals = text.split('.')[1]?.length ?? 0;
  return ((Number(text.replace('.', '')) + step) / 10 ** decimals).toFixed(decimals);
}

/** A value instead of the version's, on each stretch of days on which the version applies; then the law again. */
function valueMutant(rule: Rule<unknown>, version: Version<unknown>, what: string, to: unknown): Mutant {
  const proposed = proveDays(rule)
    .stretches.filter((stretch) => stretch.version === version)
    .flatMap((stretch) => [
      [stretch.from, to],
      [addDays(stretch.to, 1), null],
    ]);
  return {
    rule: rule.id,
    what: `from ${version.from}: ${what}`,
    reform: { [rule.id]: Object.fromEntries(proposed) },
  };
}

/**
 * A version that begins a day later, or, where there was none before it, a day earlier; one that ends a day later. Versions
 * of whole months move by a month: a day within a month changes nothing of it.
 */
function dayMutants(rule: Rule<unknown>, { from, until, value }: Version<unknown>): readonly Mutant[] {
  const ofMonths =
    until !== undefined && until === lastDayOf(periodOf(until)) && from === firstDayOf(periodOf(from));
  const later = (day: LocalDate) => (ofMonths ? addMonths(day, 1) : addDays(day, 1));
  const before = versionOn(rule, addDays(from, -1));
  const after = until && versionOn(rule, addDays(until, 1));
  const moved = (what: string, first: LocalDate, said: unknown, end: LocalDate): Mutant => ({
    rule: rule.id,
    what,
    reform: { [rule.id]: { [first]: said, [end]: null } },
  });
  const begins = before
    ? moved(`begins on ${later(from)}, not ${from}`, from, before.value, later(from))
    : moved(`begins on ${addDays(from, -1)}, not ${from}`, addDays(from, -1), value, from);
  const end = until && addDays(until, 1);
  return [
    ...(before && isDeepStrictEqual(before.value, value) ? [] : [begins]),
    ...(end && !(after && isDeepStrictEqual(after.value, value))
      ? [moved(`ends on ${addDays(later(end), -1)}, not ${until}`, end, value, later(end))]
      : []),
  ];
}
