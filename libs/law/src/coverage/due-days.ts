import {
  addDays,
  addMonths,
  addPeriods,
  firstDayOf,
  isLocalDate,
  lastDayOf,
  type LocalDate,
  type Period,
  periodOf,
} from '#kernel';
import { type Holidays, workingDayFrom } from '../kernel/calendar.js';
import { inForce, type Rule } from '../kernel/rule.js';
import type { Segment } from '../kernel/segment.js';
import { ARREARS_MONTHS, DUE_DAY_BPU, DUE_DAY_PU, type DueDay } from './coverage.rules.js';

const DUE_DAYS: Readonly<Partial<Record<Segment, Rule<DueDay>>>> = { PU: DUE_DAY_PU, BPU: DUE_DAY_BPU };

/** JAKON and PMI pay in advance for the whole contract, and are never in arrears. */
export const isPrepaid = (segment: Segment): boolean => DUE_DAYS[segment] === undefined;

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

/** From which day on coverage is inactive while a month stays unpaid (E-2). */
export function inactiveFrom(unpaid: Period, segment: Segment): LocalDate {
  if (isPrepaid(segment)) return firstDayOf(unpaid);
  const due = contributionDueDate(unpaid, segment);
  return firstDayOf(addPeriods(periodOf(due), inForce(ARREARS_MONTHS, due).value));
}

/** For how many months a contribution of an employer is late when it is paid on a day: those that have begun (E-10). */
export function monthsLate(period: Period, paidOn: LocalDate): number {
  const due = contributionDueDate(period, 'PU');
  let months = 0;
  while (addMonths(due, months) < paidOn) months++;
  return months;
}
