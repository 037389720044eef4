import { addDays, addYears, type LocalDate } from '#kernel';
import { SAME_DAY_INCLUDED } from './conventions.js';

/** The last day of a term of years that runs from an event. */
export function lastDayOfTerm(event: LocalDate, years: number): LocalDate {
  const sameDay = addYears(event, years);
  return SAME_DAY_INCLUDED.value ? sameDay : addDays(sameDay, -1);
}
