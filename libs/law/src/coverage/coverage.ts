import {
  addDays,
  addPeriods,
  firstDayOf,
  isLocalDate,
  lastDayOf,
  type LocalDate,
  monthsBetween,
  type Period,
  periodOf,
  periodsFrom,
} from '#kernel';
import { type Holidays, workingDayFrom } from '../kernel/calendar.js';
import { inForce, type Rule } from '../kernel/rule.js';
import type { Segment } from '../kernel/segment.js';
import type { CoverageStatus } from './coverage-status.js';
import { BPU_ARREARS } from './coverage.conventions.js';
import { ARREARS_MONTHS, DUE_DAY_BPU, DUE_DAY_PU, type DueDay } from './coverage.rules.js';

/** One paid contribution month. A payment made after an event does not cover it. */
export interface PaidPeriod {
  readonly period: Period;
  /** When the money came; without it the payment is taken to have come in time. */
  readonly paidOn?: LocalDate;
}

export interface Coverage {
  readonly status: CoverageStatus;
  /** Unpaid contribution months whose due day has passed, as long as coverage is not inactive. */
  readonly arrearsMonths: number;
  /** Paid months without a gap up to the last one, counted to the month of the day; 0 once inactive. */
  readonly consecutivePaidMonths: number;
  /** All paid months to the month of the day. */
  readonly totalPaidMonths: number;
  readonly paidThrough?: Period;
}

const DUE_DAYS: Readonly<Partial<Record<Segment, Rule<DueDay>>>> = { PU: DUE_DAY_PU, BPU: DUE_DAY_BPU };

/**
 * The last day on which the contribution of a period is paid in time: PU the 15th of the following month,
 * BPU the 15th of the same month, the next working day when that is a day off.
 * JAKON and PMI pay in advance for the whole contract: theirs is due before the period begins.
 */
export function contributionDueDate(month: Period, segment: Segment, holidays: Holidays = []): LocalDate {
  const rule = DUE_DAYS[segment];
  if (!rule) return addDays(firstDayOf(month), -1);
  const { day, monthsAfterPeriod } = inForce(rule, firstDayOf(month)).value;
  const dueMonth = addPeriods(month, monthsAfterPeriod);
  const due = `${dueMonth}-${day}`;
  return workingDayFrom(isLocalDate(due) ? due : lastDayOf(dueMonth), holidays);
}

/**
 * Coverage on a day, from the paid contribution months (section 1.5).
 * Only what was paid by that day, and only months up to that day's month, count.
 */
export function coverageOn(
  date: LocalDate,
  history: readonly PaidPeriod[],
  segment: Segment,
  holidays: Holidays = [],
): Coverage {
  const known = history.filter(({ period, paidOn = date }) => paidOn <= date && period <= periodOf(date));
  const paid = [...new Set(known.map(({ period }) => period))].sort();
  const paidThrough = paid.at(-1);
  if (paidThrough === undefined) return NEVER;
  const standing = standingOn(date, paidThrough, segment, holidays);
  return {
    ...standing,
    consecutivePaidMonths: standing.status === 'INACTIVE' ? 0 : lastRunLength(paid),
    totalPaidMonths: paid.length,
    paidThrough,
  };
}

const NEVER: Coverage = { status: 'NEVER', arrearsMonths: 0, consecutivePaidMonths: 0, totalPaidMonths: 0 };

/** Where a member stands on a day when everything up to `paidThrough` is paid and nothing after it. */
export function standingOn(
  date: LocalDate,
  paidThrough: Period,
  segment: Segment,
  holidays: Holidays = [],
): Pick<Coverage, 'status' | 'arrearsMonths'> {
  const unpaid = addPeriods(paidThrough, 1);
  const monthOfArrears = monthsBetween(periodOf(contributionDueDate(unpaid, segment)), periodOf(date)) + 1;
  const prepaid = DUE_DAYS[segment] === undefined;
  if (prepaid) return { status: unpaid <= periodOf(date) ? 'INACTIVE' : 'ACTIVE', arrearsMonths: 0 };
  const held = inForce(ARREARS_MONTHS, date).value;
  if (monthOfArrears > held) return { status: 'INACTIVE', arrearsMonths: 0 };
  const arrearsMonths = periodsFrom(unpaid, Math.max(monthOfArrears, 0)).filter(
    (month) => contributionDueDate(month, segment, holidays) < date,
  ).length;
  return { status: arrearsMonths > 0 && segment === 'BPU' ? BPU_ARREARS.value : 'ACTIVE', arrearsMonths };
}

function lastRunLength(paid: readonly Period[]): number {
  const gap = paid.findLastIndex((month, index) => index > 0 && addPeriods(paid[index - 1]!, 1) !== month);
  return paid.length - Math.max(gap, 0);
}
