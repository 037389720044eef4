import { type LocalDate, type Period, addDays, addPeriods, firstDayOf } from '#kernel';
import { type CoverageStatus, type Segment, contributionDueDate, standingOn } from '#law';

/** How long one payment keeps a participant covered, as days that can be stored and compared. */
export interface CoverageWindow {
  /** The payment counts from this day on: it was made, and its first month has begun. */
  readonly coveredFrom: LocalDate;
  /** From this day on the next contribution is overdue. */
  readonly arrearsFrom: LocalDate;
  /** From this day on there is no cover until contributions are paid again. */
  readonly inactiveFrom: LocalDate;
}

/** The months that one payment was for. */
export interface PaidMonths {
  readonly period: Period;
  readonly months: number;
  readonly paidOn: LocalDate;
}

/** No segment is held longer than this without a payment; a longer search is a mistake in the rules. */
const LONGEST_ARREARS_MONTHS = 24;

/** The window of one payment, as if nothing more were ever paid. */
export function coverageWindow({ period, months, paidOn }: PaidMonths, segment: Segment): CoverageWindow {
  const begins = firstDayOf(period);
  return windowAfter(addPeriods(period, months - 1), paidOn > begins ? paidOn : begins, segment);
}

type End = Pick<CoverageWindow, 'arrearsFrom' | 'inactiveFrom'>;

/** By segment and the last month that is paid: whoever is in one file has paid for the same month. */
const ENDS = new Map<string, End>();

/** Fewer months are ever paid. */
const MOST_ENDS = 1_000;

/** The window of somebody who has paid up to a month, and for no month after it. */
export function windowAfter(paidThrough: Period, coveredFrom: LocalDate, segment: Segment): CoverageWindow {
  const name = `${segment} ${paidThrough}`;
  let end = ENDS.get(name);
  if (!end) {
    end = endAfter(paidThrough, segment);
    if (ENDS.size >= MOST_ENDS) ENDS.clear();
    ENDS.set(name, end);
  }
  return { coveredFrom, ...end };
}

function endAfter(paidThrough: Period, segment: Segment): End {
  const unpaid = addPeriods(paidThrough, 1);
  for (let passed = 0; passed <= LONGEST_ARREARS_MONTHS; passed++) {
    const day = firstDayOf(addPeriods(unpaid, passed));
    if (standingOn(day, paidThrough, segment).status === 'INACTIVE') {
      return { arrearsFrom: addDays(contributionDueDate(unpaid, segment), 1), inactiveFrom: day };
    }
  }
  throw new Error(`The coverage rules never end the cover of a ${segment} participant`);
}

/** The status on a day: of the windows that have begun, the one that reaches furthest decides. */
export function statusIn(
  windows: readonly CoverageWindow[],
  segment: Segment,
  on: LocalDate,
): CoverageStatus {
  const [furthest] = windows
    .filter(({ coveredFrom }) => coveredFrom <= on)
    .sort((a, b) => (a.inactiveFrom < b.inactiveFrom ? 1 : -1));
  if (!furthest) return 'NEVER';
  if (on >= furthest.inactiveFrom) return 'INACTIVE';
  return on >= furthest.arrearsFrom && segment === 'BPU' ? 'PENDING_ARREARS' : 'ACTIVE';
}
