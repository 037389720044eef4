import { firstDayOf, lastDayOf, type LocalDate, localDate, type Period, period } from '#kernel';
import { PERIOD_LAW } from './conventions.js';
import { invalid } from './input-error.js';
import { citedOn } from './laws.js';
import type { Bilingual, Provision } from './provision.js';

/** What a rule says during one stretch of time. */
export interface Version<Value> extends Provision {
  readonly from: LocalDate;
  /** Last day on which it applies; without it, until the next version. */
  readonly until?: LocalDate;
  readonly value: Value;
}

/** One rule of law as data: its value through time, oldest version first. */
export interface Rule<Value> {
  readonly id: string;
  readonly title: Bilingual;
  /** What the value counts: "Rp", "% of wage", "months". */
  readonly unit: string;
  readonly versions: readonly Version<Value>[];
}

/** The first day of the law this engine knows: PP 44/2015. */
export const FIRST_LAW = localDate('2015-07-01');

/** A time of whole contribution months, both named ones included. */
export function duringMonths(first: string, last: string): Pick<Version<unknown>, 'from' | 'until'> {
  return { from: firstDayOf(period(first)), until: lastDayOf(period(last)) };
}

/** The day whose law governs the contribution of a month (E-4). */
export const lawDayOf = (month: Period): LocalDate =>
  PERIOD_LAW.value === 'LAST_DAY' ? lastDayOf(month) : firstDayOf(month);

/** The version in force on a day, its law cited as on that day; nothing when the rule did not exist then. */
export function versionOn<Value>(rule: Rule<Value>, on: LocalDate): Version<Value> | undefined {
  const version = rule.versions.findLast(
    ({ from, until }) => from <= on && (until === undefined || on <= until),
  );
  return version && { ...version, law: citedOn(version.law, on) };
}

/**
 * The version in force on a day.
 * @throws Rejection DATE_BEFORE_FIRST_LAW when the rule did not exist then
 */
export function inForce<Value>(rule: Rule<Value>, on: LocalDate): Version<Value> {
  const version = versionOn(rule, on);
  if (!version) throw invalid('DATE_BEFORE_FIRST_LAW', `No law for ${rule.id} is known on ${on}`);
  return version;
}
