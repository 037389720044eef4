import { addDays, firstDayOf, lastDayOf, type LocalDate, localDate, type Period, period } from '#kernel';
import { PERIOD_LAW } from './conventions.js';
import { invalid } from './input-error.js';
import { CITED_ANEW_ON, citedOn } from './laws.js';
import { listener } from './listener.js';
import { asReformed } from './reform.js';
import type { Rule, Version, VersionInForce } from './rule-data.js';

export type { Rule, Version, VersionInForce } from './rule-data.js';

/** The first day of the law this engine knows: PP 44/2015. */
export const FIRST_LAW = localDate('2015-07-01');

/** A time of whole contribution months, both named ones included. */
export function duringMonths(first: string, last: string): Pick<Version<unknown>, 'from' | 'until'> {
  return { from: firstDayOf(period(first)), until: lastDayOf(period(last)) };
}

/** The day whose law governs the contribution of a month (E-4). */
export const lawDayOf = (month: Period): LocalDate =>
  PERIOD_LAW.value === 'LAST_DAY' ? lastDayOf(month) : firstDayOf(month);

/**
 * The version in force on a day, its law cited as on that day; nothing when the rule did not exist then. Within
 * `underReform` it is the version of the reform: here, and nowhere else, a calculation meets one.
 */
export function versionOn<Value>(rule: Rule<Value>, on: LocalDate): VersionInForce<Value> | undefined {
  return told(stretchOn(rule, on)?.version);
}

/** The first day after a given one from which a rule says something else; nothing where it goes on for ever. */
export function nextChange(rule: Rule<unknown>, after: LocalDate): LocalDate | undefined {
  return stretchesOf(asReformed(rule)).find(({ from }) => from > after)?.from;
}

function stretchOn<Value>(rule: Rule<Value>, on: LocalDate): Stretch<Value> | undefined {
  const stretches = stretchesOf(asReformed(rule));
  for (let at = stretches.length - 1; at >= 0; at -= 1) {
    const stretch = stretches[at]!;
    if (stretch.from <= on) return stretch;
  }
  return undefined;
}

function told<Found extends object | undefined>(version: Found): Found {
  if (version) listener()?.read(version);
  return version;
}

/** From this day to the next stretch one version holds, cited in one way, or none does. */
interface Stretch<Value> {
  readonly from: LocalDate;
  readonly version: VersionInForce<Value> | undefined;
}

/** What holds when, by rule: worked out once, because calculators ask many times for each line of a benefit. */
const STRETCHES = new WeakMap<Rule<unknown>, readonly Stretch<unknown>[]>();

function stretchesOf<Value>(rule: Rule<Value>): readonly Stretch<Value>[] {
  const known = STRETCHES.get(rule);
  if (known) return known as readonly Stretch<Value>[];
  const stretches: Stretch<Value>[] = [];
  for (const from of daysOfChange(rule)) {
    const [before, version] = [stretches.at(-1)?.version, versionAt(rule, from)];
    if (before?.from !== version?.from || before?.law !== version?.law) stretches.push({ from, version });
  }
  STRETCHES.set(rule, stretches);
  return stretches;
}

function versionAt<Value>(rule: Rule<Value>, on: LocalDate): VersionInForce<Value> | undefined {
  const version = rule.versions.findLast(
    ({ from, until }) => from <= on && (until === undefined || on <= until),
  );
  return version && { ...version, law: citedOn(version.law, on), rule };
}

/** The days on which another version may begin to hold, or the same one to be cited differently; in order. */
function daysOfChange({ versions }: Rule<unknown>): LocalDate[] {
  return [...new Set([...turningDays(versions), ...CITED_ANEW_ON])].sort();
}

/** The days on which a version begins, and the days after one ends. */
export const turningDays = (versions: readonly Version<unknown>[]): readonly LocalDate[] =>
  versions.flatMap(({ from, until }) => (until === undefined ? [from] : [from, addDays(until, 1)]));

/**
 * The version in force on a day.
 * @throws Rejection DATE_BEFORE_FIRST_LAW when the rule did not exist then
 */
export function inForce<Value>(rule: Rule<Value>, on: LocalDate): VersionInForce<Value> {
  const version = versionOn(rule, on);
  if (!version) throw invalid('DATE_BEFORE_FIRST_LAW', `No law for ${rule.id} is known on ${on}`);
  return version;
}
