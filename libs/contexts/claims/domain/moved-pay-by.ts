import { type LocalDate, addDays, daysBetween } from '#kernel';
import { addWorkingDays, workingDaysAfter } from '#law';

/**
 * The last day on which payment is in time, once the service clock goes on that stood still. What was left of the service days is left
 * still: it is moved by the working days between. Where it had passed before, no service day was left, and each day late is a day of the
 * calendar: it is late by as many days as before.
 */
export function movedPayBy(payBy: LocalDate, from: LocalDate, to: LocalDate): LocalDate {
  return from < payBy
    ? addWorkingDays(payBy, workingDaysAfter(from, to))
    : addDays(payBy, Math.max(0, daysBetween(from, to)));
}
