import { addPeriods, type LocalDate, monthsBetween, type Period, periodOf, periodsFrom } from '#kernel';
import type { Holidays } from '../kernel/calendar.js';
import type { Segment } from '../kernel/segment.js';
import type { CoverageStatus } from './coverage-status.js';
import { BPU_ARREARS } from './coverage.conventions.js';
import { contributionDueDate, inactiveFrom, isPrepaid } from './due-days.js';
import {
  bookedMonths,
  isAlive,
  type PaidPeriod,
  paidMonthsTo,
  receivedOn,
  spellsOf,
  startOf,
  unpaidOf,
} from './spells.js';

export interface Coverage {
  readonly status: CoverageStatus;
  /** Unpaid contribution months whose due day has passed, as long as coverage is not inactive. */
  readonly arrearsMonths: number;
  /** Paid months without a gap up to the last one, counted to the month of the day; 0 once inactive. */
  readonly consecutivePaidMonths: number;
  /** All paid months to the month of the day. */
  readonly totalPaidMonths: number;
  readonly paidThrough?: Period;
  /** BPU: since when the present uninterrupted membership lasts; absent once inactive. */
  readonly membershipStart?: LocalDate;
}

/**
 * Coverage on a day, from the paid contribution months (section 1.5).
 * Only what was paid by that day, and only months up to that day's month, count. Of a BPU each payment counts for the oldest
 * unpaid month.
 */
export function coverageOn(
  date: LocalDate,
  history: readonly PaidPeriod[],
  segment: Segment,
  holidays: Holidays = [],
): Coverage {
  const known = history.filter((paid) => receivedOn(paid) <= date);
  return segment === 'BPU' ? ofSpells(date, known, holidays) : ofMonths(date, known, segment, holidays);
}

const NEVER: Coverage = { status: 'NEVER', arrearsMonths: 0, consecutivePaidMonths: 0, totalPaidMonths: 0 };

function ofSpells(date: LocalDate, known: readonly PaidPeriod[], holidays: Holidays): Coverage {
  const month = periodOf(date);
  const begun = spellsOf(known).filter(({ first }) => first <= month);
  const spell = begun.at(-1);
  if (!spell) return NEVER;
  const paidTo = addPeriods(unpaidOf(spell), -1);
  const standing = standingOn(date, paidTo, 'BPU', holidays);
  const over = standing.status === 'INACTIVE';
  return {
    ...standing,
    consecutivePaidMonths: over ? 0 : paidMonthsTo(spell, month),
    totalPaidMonths: begun.reduce((total, one) => total + paidMonthsTo(one, month), 0),
    paidThrough: paidTo < month ? paidTo : month,
    ...(!over && { membershipStart: startOf(spell) }),
  };
}

function ofMonths(
  date: LocalDate,
  known: readonly PaidPeriod[],
  segment: Segment,
  holidays: Holidays,
): Coverage {
  const paid = [...new Set(known.map(({ period }) => period))]
    .filter((month) => month <= periodOf(date))
    .sort();
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

/** Where a member stands on a day when everything up to `paidThrough` is paid and nothing after it. */
export function standingOn(
  date: LocalDate,
  paidThrough: Period,
  segment: Segment,
  holidays: Holidays = [],
): Pick<Coverage, 'status' | 'arrearsMonths'> {
  const unpaid = addPeriods(paidThrough, 1);
  if (date >= inactiveFrom(unpaid, segment)) return { status: 'INACTIVE', arrearsMonths: 0 };
  if (isPrepaid(segment)) return { status: 'ACTIVE', arrearsMonths: 0 };
  const arrearsMonths = dueAndUnpaid(date, unpaid, segment, holidays).length;
  return { status: arrearsMonths > 0 && segment === 'BPU' ? BPU_ARREARS.value : 'ACTIVE', arrearsMonths };
}

/** The months that are due and unpaid on a day when everything up to `paidThrough` is paid and nothing after it. */
export const arrearsAfter = (date: LocalDate, paidThrough: Period, segment: Segment): readonly Period[] =>
  dueAndUnpaid(date, addPeriods(paidThrough, 1), segment);

/** The months from the oldest unpaid one on whose due day lies before a day (Q-1, rule 1). */
function dueAndUnpaid(
  date: LocalDate,
  unpaid: Period,
  segment: Segment,
  holidays: Holidays = [],
): readonly Period[] {
  const months = periodsFrom(unpaid, Math.max(0, monthsBetween(unpaid, periodOf(date)) + 1));
  return months.filter((month) => contributionDueDate(month, segment, holidays) < date);
}

function lastRunLength(paid: readonly Period[]): number {
  const gap = paid.findLastIndex((month, index) => index > 0 && addPeriods(paid[index - 1]!, 1) !== month);
  return paid.length - Math.max(gap, 0);
}

/** What a claim for an event waits for (Q-1, rules 4 and 5). */
export interface ArrearsOfEvent {
  /** The months that were due and unpaid on the day of the event: these must be paid, and no other. */
  readonly months: readonly Period[];
  /** Those of them that are not paid yet. */
  readonly unpaid: readonly Period[];
  /** The day on which the money for the last of them came; absent where none are listed, or one is unpaid (Q-1, rule 11). */
  readonly settledOn?: LocalDate;
}

/**
 * The arrears of a BPU on the day of an event, from everything that is known to be paid, also since then. Today plays no part.
 * Nothing is listed for who was not in arrears, or no member any more.
 */
export function arrearsOfEvent(
  eventDate: LocalDate,
  history: readonly PaidPeriod[],
  segment: Segment,
): ArrearsOfEvent {
  const { status, arrearsMonths, paidThrough } = coverageOn(eventDate, history, segment);
  if (segment !== 'BPU' || status !== 'PENDING_ARREARS' || paidThrough === undefined) return NO_ARREARS;
  const months = periodsFrom(addPeriods(paidThrough, 1), arrearsMonths);
  const unpaid = unpaidOfThem(months, history);
  if (unpaid.length > 0) return { months, unpaid };
  const received = [...new Set(history.map(receivedOn))].filter((day) => day > eventDate).sort();
  const settledOn = received.find(
    (day) =>
      unpaidOfThem(
        months,
        history.filter((paid) => receivedOn(paid) <= day),
      ).length === 0,
  );
  return { months, unpaid, settledOn };
}

function unpaidOfThem(months: readonly Period[], history: readonly PaidPeriod[]): readonly Period[] {
  const paid = new Set(bookedMonths(history));
  return months.filter((month) => !paid.has(month));
}

const NO_ARREARS: ArrearsOfEvent = { months: [], unpaid: [] };

/**
 * Coverage for a claim on the day of its event: when every month of its arrears was paid since, as if they had been paid in
 * time. One of them is not enough, and what was paid for later months does not count (Q-1, rule 5).
 */
export function coverageForEvent(
  eventDate: LocalDate,
  history: readonly PaidPeriod[],
  segment: Segment,
): Coverage {
  const { unpaid } = arrearsOfEvent(eventDate, history, segment);
  return unpaid.length > 0
    ? coverageOn(eventDate, history, segment)
    : coverageIfSettled(eventDate, history, segment);
}

/** The same as if every month of the arrears were paid: they are set off against the benefit (Q-15b). */
export function coverageIfSettled(
  eventDate: LocalDate,
  history: readonly PaidPeriod[],
  segment: Segment,
): Coverage {
  const onTheDay = coverageOn(eventDate, history, segment);
  const { months } = arrearsOfEvent(eventDate, history, segment);
  const paidThrough = months.at(-1);
  if (paidThrough === undefined) return onTheDay;
  return {
    ...onTheDay,
    status: 'ACTIVE',
    arrearsMonths: 0,
    consecutivePaidMonths: onTheDay.consecutivePaidMonths + months.length,
    totalPaidMonths: onTheDay.totalPaidMonths + months.length,
    paidThrough,
  };
}

/**
 * The month for which a BPU pays next with a payment of a day: the oldest unpaid one of the membership, or, where there is none,
 * the first that may be named.
 */
export function monthToPay(
  paidOn: LocalDate,
  history: readonly PaidPeriod[],
): { readonly exactly: Period } | { readonly from: Period } | undefined {
  const opened = spellsOf(history).filter(({ openedOn }) => openedOn <= paidOn);
  const alive = opened.findLast((spell) => isAlive(spell, paidOn));
  if (alive) return { exactly: unpaidOf(alive) };
  return opened.length > 0 ? { from: periodOf(paidOn) } : undefined;
}
