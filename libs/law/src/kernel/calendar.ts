import { addDays, addYears, daysBetween, type LocalDate, localDate } from '#kernel';
import { SAME_DAY_INCLUDED } from './conventions.js';
import { DECREED_DAYS_OFF, DECREED_YEARS } from './days-off.js';

const A_MONDAY = localDate('2015-06-29');

/** Days off beside Saturdays, Sundays and what was decreed for the whole country (`days-off.ts`), such as those of a region. */
export type Holidays = readonly LocalDate[];

export function isWorkingDay(date: LocalDate, holidays: Holidays = []): boolean {
  const weekday = ((daysBetween(A_MONDAY, date) % 7) + 7) % 7;
  return weekday < 5 && !DECREED_DAYS_OFF.has(date) && !holidays.includes(date);
}

/** The mark of a day that was found in a year whose days off are not decreed yet, or not kept here: it may turn out later. */
export const CALENDAR_MISSING = 'CALENDAR_MISSING';

/** Marks what rests on working days of a year of which no day off is known, decreed or handed in (part 2, 5.1). */
export function calendarMark(
  days: readonly LocalDate[],
  holidays: Holidays = [],
): typeof CALENDAR_MISSING | undefined {
  const isKnown = (year: string) => DECREED_YEARS.has(year) || holidays.some((day) => day.startsWith(year));
  return days.every((day) => isKnown(day.slice(0, 4))) ? undefined : CALENDAR_MISSING;
}

/** The day itself when it is a working day, else the next one. */
export function workingDayFrom(date: LocalDate, holidays: Holidays = []): LocalDate {
  return isWorkingDay(date, holidays) ? date : workingDayFrom(addDays(date, 1), holidays);
}

/** How many working days lie after a date, up to and with another. */
export function workingDaysAfter(date: LocalDate, until: LocalDate, holidays: Holidays = []): number {
  const days = Array.from({ length: Math.max(0, daysBetween(date, until)) }, (_, index) =>
    addDays(date, index + 1),
  );
  return days.filter((day) => isWorkingDay(day, holidays)).length;
}

/** They are counted one by one: a slip in a reform would be counted for ever. */
const MOST_WORKING_DAYS = 36_500;

/** The nth working day after a date. @throws RangeError for more of them than a life has days */
export function addWorkingDays(date: LocalDate, days: number, holidays: Holidays = []): LocalDate {
  if (days > MOST_WORKING_DAYS) throw new RangeError(`${days} working days are more than a life has`);
  let day = date;
  for (let passed = 0; passed < days; passed += 1) day = workingDayFrom(addDays(day, 1), holidays);
  return day;
}

/** The last day of a term of years that runs from an event. */
export function lastDayOfTerm(event: LocalDate, years: number): LocalDate {
  const sameDay = addYears(event, years);
  return SAME_DAY_INCLUDED.value ? sameDay : addDays(sameDay, -1);
}
