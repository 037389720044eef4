import { type LocalDate, type Period, type Rupiah, addPeriods, periodOf } from '#kernel';
import { contributionDueDate } from '#law';
import type { DuesState } from './dues.js';
import type { WagesOnDay } from './wages.js';

/** The wage that benefits are computed from. */
export interface WageBasis {
  /** Rupiah a month; see `wageBasisOn`. */
  readonly reportedWageIdr?: Rupiah;
  /** The month that it was reported for; absent where only the wage of the first day is known. */
  readonly wagePeriod?: Period;
  /** What was reported of the month too late to count, where it is more: the employer owes the difference. */
  readonly actualWageIdr?: Rupiah;
}

/** The months for which a wage stands that was paid for, and since when. */
export function paidMonths(
  { months }: WagesOnDay,
  { settledOn }: DuesState,
): readonly { readonly period: Period; readonly paidOn: LocalDate }[] {
  const reported = Object.entries(months) as [Period, WagesOnDay['months'][Period]][];
  return reported
    .filter(([, wages]) => (wages.at(-1)?.wageIdr ?? 0) > 0)
    .flatMap(([period, wages]) => {
      const [paidOn] = wages.flatMap(({ reportId }) => settledOn[reportId] ?? []).sort();
      return paidOn === undefined ? [] : [{ period, paidOn }];
    })
    .sort((one, other) => (one.period < other.period ? -1 : 1));
}

/**
 * The wage that benefits are computed from (reference 3.6): the one reported for the month before the event, or, where there is
 * none, for the last month before that; of who had only begun, the wage of the first day. A report counts that was
 * made in time, or before the event. What was reported later does not make BPJS pay more: where it is more, the employer owes the
 * difference (3.10, K-07).
 */
export function wageBasisOn(
  day: LocalDate,
  { months }: WagesOnDay,
  whenJoining: Rupiah | undefined,
): WageBasis {
  const last = addPeriods(periodOf(day), -1);
  const known = (Object.keys(months) as Period[]).filter((period) => period <= last).sort();
  const inTime = known.findLast((period) => countingWage(months, period, day) !== undefined);
  const reportedWageIdr = inTime === undefined ? whenJoining : countingWage(months, inTime, day);
  const actualWageIdr = known.map((period) => months[period]?.at(-1)?.wageIdr).findLast((wage) => wage);
  const isLess =
    reportedWageIdr !== undefined && actualWageIdr !== undefined && actualWageIdr > reportedWageIdr;
  return {
    ...(reportedWageIdr !== undefined && { reportedWageIdr }),
    ...(inTime !== undefined && { wagePeriod: inTime }),
    ...(isLess && { actualWageIdr }),
  };
}

/** What was reported last of a month, in time or before the event; undefined where nothing was, or it was taken back. */
function countingWage(months: WagesOnDay['months'], period: Period, day: LocalDate): Rupiah | undefined {
  const dueOn = contributionDueDate(period, 'PU');
  const until = dueOn > day ? dueOn : day;
  const wage = months[period]?.findLast(({ reportedOn }) => reportedOn <= until)?.wageIdr;
  return wage ? wage : undefined;
}
