import { type LocalDate, addPeriods, periodOf } from '#kernel';
import { YEARS_CLOSED } from './service.conventions.js';

/** What was recorded of a stream of months since it was summed up. */
export interface SinceClosing {
  readonly events: number;
  /** The oldest day or month that it is about. */
  readonly from?: string;
}

/** What was recorded since, with one more event; `about` is the day or the month of it, where it has one. */
export function sinceWith({ events, from }: SinceClosing, about: string | undefined): SinceClosing {
  const isOlder = from === undefined || (about !== undefined && about < from);
  return { events: events + 1, from: isOlder ? about : from };
}

const yearOf = (dayOrMonth: string): number => Number(dayOrMonth.slice(0, 4));

/** The last year that is to be summed up with what comes today; undefined while it is not time, or not worth it (E-20). */
export function yearToClose({ events, from }: SinceClosing, today: LocalDate): number | undefined {
  const { monthsAfter, fromEvents } = YEARS_CLOSED.value;
  const year = yearOf(addPeriods(periodOf(today), -monthsAfter)) - 1;
  return events < fromEvents || from === undefined || yearOf(from) > year ? undefined : year;
}
