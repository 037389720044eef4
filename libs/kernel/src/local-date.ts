import { Temporal } from 'temporal-polyfill';

declare const localDateBrand: unique symbol;
declare const periodBrand: unique symbol;
declare const instantBrand: unique symbol;

/** A calendar day in Indonesia, `YYYY-MM-DD`. ISO text compares in calendar order. */
export type LocalDate = string & { readonly [localDateBrand]: true };

/** A contribution month, `YYYY-MM`. */
export type Period = string & { readonly [periodBrand]: true };

/** A moment, ISO 8601 in UTC: `2026-11-20T03:15:00.000Z`. */
export type Instant = string & { readonly [instantBrand]: true };

/** Where an instant becomes a calendar day. */
export const TIME_ZONE = 'Asia/Jakarta';

/**
 * Reads a calendar day.
 * @throws RangeError when the text is not `YYYY-MM-DD` or no such day exists
 */
export function localDate(text: string): LocalDate {
  if (!isLocalDate(text)) throw new RangeError(`Not a calendar date (YYYY-MM-DD): ${text}`);
  return text;
}

export function isLocalDate(text: unknown): text is LocalDate {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** Reads a contribution month. @throws RangeError when the text is not `YYYY-MM` */
export function period(text: string): Period {
  if (!isPeriod(text)) throw new RangeError(`Not a month (YYYY-MM): ${text}`);
  return text;
}

export function isPeriod(text: unknown): text is Period {
  return typeof text === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
}

/** Reads a moment with an explicit offset and writes it in UTC. @throws RangeError when it is none */
export function instant(text: string): Instant {
  return Temporal.Instant.from(text).toString({ fractionalSecondDigits: 3 }) as Instant;
}

/** The calendar day of a moment in Jakarta. */
export function dateIn(moment: Instant, timeZone = TIME_ZONE): LocalDate {
  return Temporal.Instant.from(moment).toZonedDateTimeISO(timeZone).toPlainDate().toString() as LocalDate;
}

/** The moment of a clock time, `HH:MM`, on a day in Jakarta. */
export function momentAt(date: LocalDate, time: string, timeZone = TIME_ZONE): Instant {
  return instant(day(date).toZonedDateTime({ timeZone, plainTime: time }).toInstant().toString());
}

/** Adds a duration to a moment. */
export function addHours(moment: Instant, hours: number): Instant {
  return instant(Temporal.Instant.from(moment).add({ hours }).toString());
}

const day = (date: LocalDate) => Temporal.PlainDate.from(date);

export function addDays(date: LocalDate, days: number): LocalDate {
  return day(date).add({ days }).toString() as LocalDate;
}

/** Same day of the month n months later; a day that does not exist becomes the last of the month. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  return day(date).add({ months }).toString() as LocalDate;
}

/** Same calendar day n years later; 29 February becomes 28 February (convention R-8). */
export function addYears(date: LocalDate, years: number): LocalDate {
  return day(date).add({ years }).toString() as LocalDate;
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return day(from).until(day(to), { largestUnit: 'days' }).days;
}

/** Completed years of age on a day; negative before birth. */
export function ageOn(birth: LocalDate, on: LocalDate): number {
  return day(birth).until(day(on), { largestUnit: 'years' }).years;
}

export function periodOf(date: LocalDate): Period {
  return date.slice(0, 7) as Period;
}

export function firstDayOf(month: Period): LocalDate {
  return `${month}-01` as LocalDate;
}

export function lastDayOf(month: Period): LocalDate {
  const first = day(firstDayOf(month));
  return first.with({ day: first.daysInMonth }).toString() as LocalDate;
}

export function addPeriods(month: Period, months: number): Period {
  return Temporal.PlainYearMonth.from(month).add({ months }).toString() as Period;
}

/** Months from `from` to `to`: 0 for the same month, negative when `to` is earlier. */
export function monthsBetween(from: Period, to: Period): number {
  return Temporal.PlainYearMonth.from(from).until(Temporal.PlainYearMonth.from(to), {
    largestUnit: 'months',
  }).months;
}

/** Every month from the first on, `count` of them. */
export function periodsFrom(first: Period, count: number): Period[] {
  return Array.from({ length: count }, (_, index) => addPeriods(first, index));
}
