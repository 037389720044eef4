import { type LocalDate, type Period, addDays, addPeriods, firstDayOf } from '#kernel';
import { type CoverageStatus, type Segment, contributionDueDate, standingOn } from '#benefits';

/** How long what has been paid keeps a participant covered, as days that can be stored and compared. */
export interface CoverageWindow {
  /** From this day on the next contribution is overdue. */
  readonly arrearsFrom: LocalDate;
  /** From this day on there is no cover until contributions are paid again. */
  readonly inactiveFrom: LocalDate;
}

/** No segment is held longer than this without a payment; a longer search is a mistake in the rules. */
const LONGEST_ARREARS_MONTHS = 24;

/** The window that follows from the last paid month, if nothing more is paid. */
export function coverageWindow(paidThrough: Period, segment: Segment): CoverageWindow {
  const unpaid = addPeriods(paidThrough, 1);
  for (let months = 0; months <= LONGEST_ARREARS_MONTHS; months++) {
    const day = firstDayOf(addPeriods(unpaid, months));
    if (standingOn(day, paidThrough, segment).status === 'INACTIVE') {
      return { arrearsFrom: addDays(contributionDueDate(unpaid, segment), 1), inactiveFrom: day };
    }
  }
  throw new Error(`The coverage rules never end the cover of a ${segment} participant`);
}

/** The status on a day, from a window; a participant who has never paid has none. */
export function statusIn(
  window: CoverageWindow | undefined,
  segment: Segment,
  on: LocalDate,
): CoverageStatus {
  if (!window) return 'NEVER';
  if (on >= window.inactiveFrom) return 'INACTIVE';
  return on >= window.arrearsFrom && segment === 'BPU' ? 'PENDING_ARREARS' : 'ACTIVE';
}
