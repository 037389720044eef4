import { Temporal } from 'temporal-polyfill';
import {
  type CalendarDay,
  dayNumber,
  dayOfNumber,
  daysInMonth,
  digits,
  monthNumber,
  monthOfNumber,
  readDay,
  readMonth,
  writeDay,
  writeMonth,
} from './calendar.js';

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

const { min } = Math;
const { isInteger } = Number;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Western Indonesia Time (WIB) has been seven hours ahead of UTC, all year round, since 1964; before, a table decides. */
const WIB_OFFSET_MS = 7 * HOUR_MS;
const WIB_SINCE_MS = dayNumber({ year: 1964, month: 1, day: 2 }) * DAY_MS;
const LAST_WRITABLE_MS = dayNumber({ year: 9999, month: 12, day: 30 }) * DAY_MS;

/**
 * Reads a calendar day.
 * @throws RangeError when the text is not `YYYY-MM-DD` or no such day exists
 */
export function localDate(text: string): LocalDate {
  if (!isLocalDate(text)) throw new RangeError(`Not a calendar date (YYYY-MM-DD): ${text}`);
  return text;
}

/** Whether it is a day of the calendar, as `YYYY-MM-DD`. */
export function isLocalDate(text: unknown): text is LocalDate {
  return typeof text === 'string' && readDay(text) !== undefined;
}

/** Reads a contribution month. @throws RangeError when the text is not `YYYY-MM` */
export function period(text: string): Period {
  if (!isPeriod(text)) throw new RangeError(`Not a month (YYYY-MM): ${text}`);
  return text;
}

/** Whether it is a month, as `YYYY-MM`. */
export function isPeriod(text: unknown): text is Period {
  return typeof text === 'string' && readMonth(text) !== undefined;
}

/** Reads a moment with an explicit offset and writes it in UTC. @throws RangeError when it is none */
export function instant(text: string): Instant {
  if (!Number.isNaN(millisecondsOf(text))) return text as Instant;
  return Temporal.Instant.from(text).toString({ fractionalSecondDigits: 3 }) as Instant;
}

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** Milliseconds since 1970 of a moment written as an `Instant`; NaN for any other way to write one. */
function millisecondsOf(text: string): number {
  if (!MOMENT.test(text)) return Number.NaN;
  const date = readDay(text.slice(0, 10));
  const [hour, minute, second] = [digits(text, 11, 2), digits(text, 14, 2), digits(text, 17, 2)];
  if (date === undefined || hour > 23 || minute > 59 || second > 59) return Number.NaN;
  return dayNumber(date) * DAY_MS + hour * HOUR_MS + minute * MINUTE_MS + second * 1000 + digits(text, 20, 3);
}

/** Writes milliseconds since 1970 as a moment; whole ones of years with four digits. */
function momentOfMilliseconds(milliseconds: number): Instant {
  const date = Math.floor(milliseconds / DAY_MS);
  const [hour, afterHour] = split(milliseconds - date * DAY_MS, HOUR_MS);
  const [minute, afterMinute] = split(afterHour, MINUTE_MS);
  const [second, millisecond] = split(afterMinute, 1000);
  const time = [hour, minute, second].map((part) => String(part).padStart(2, '0')).join(':');
  return `${writeDay(dayOfNumber(date))}T${time}.${String(millisecond).padStart(3, '0')}Z` as Instant;
}

const split = (value: number, unit: number) => [Math.floor(value / unit), value % unit] as const;

/** A moment that WIB has the same offset for as today, and whose day in WIB has four digits of year. */
const inPresentWib = (milliseconds: number, timeZone: string) =>
  timeZone === TIME_ZONE && milliseconds >= WIB_SINCE_MS && milliseconds <= LAST_WRITABLE_MS;

/** The calendar day of a moment in Jakarta. */
export function dateIn(moment: Instant, timeZone = TIME_ZONE): LocalDate {
  const milliseconds = millisecondsOf(moment);
  if (inPresentWib(milliseconds, timeZone)) {
    return writeDay(dayOfNumber(Math.floor((milliseconds + WIB_OFFSET_MS) / DAY_MS))) as LocalDate;
  }
  return Temporal.Instant.from(moment).toZonedDateTimeISO(timeZone).toPlainDate().toString() as LocalDate;
}

/** The moment of a clock time, `HH:MM`, on a day in Jakarta. */
export function momentAt(date: LocalDate, time: string, timeZone = TIME_ZONE): Instant {
  if (/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) {
    const minutes = digits(time, 0, 2) * 60 + digits(time, 3, 2);
    const milliseconds = dayNumber(day(date)) * DAY_MS + minutes * MINUTE_MS - WIB_OFFSET_MS;
    if (inPresentWib(milliseconds, timeZone)) return momentOfMilliseconds(milliseconds);
  }
  const plain = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime: time });
  return instant(plain.toInstant().toString());
}

/** Adds a duration to a moment. */
export function addHours(moment: Instant, hours: number): Instant {
  const milliseconds = millisecondsOf(moment) + hours * HOUR_MS;
  if (isInteger(hours) && milliseconds >= 0 && milliseconds <= LAST_WRITABLE_MS) {
    return momentOfMilliseconds(milliseconds);
  }
  return instant(Temporal.Instant.from(moment).add({ hours }).toString());
}

/** Adds whole minutes to a moment. */
export const addMinutes = (moment: Instant, minutes: number): Instant =>
  instant(Temporal.Instant.from(moment).add({ minutes }).toString());

const EXTENDED = /^([+-]\d{6})-(\d{2})(?:-(\d{2}))?$/;

/** Takes a day apart, also one before the year 0 or after 9999, which only sums of days lead to. @throws RangeError */
function day(date: LocalDate): CalendarDay {
  const plain = readDay(date);
  if (plain) return plain;
  const [, year, month, dayOfMonth] = (EXTENDED.exec(date) ?? []).map(Number);
  const extended = { year: year ?? Number.NaN, month: month ?? Number.NaN, day: dayOfMonth ?? Number.NaN };
  if (extended.day >= 1 && extended.day <= daysInMonth(extended.year, extended.month)) return extended;
  throw new RangeError(`Not a calendar date (YYYY-MM-DD): ${date}`);
}

/** The number of a month, as `day` reads it. @throws RangeError */
function monthOf(month: Period): number {
  const plain = readMonth(month);
  if (plain !== undefined) return plain;
  const first = day(firstDayOf(month));
  return monthNumber(first.year, first.month);
}

/** So many days later, or earlier when negative. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return writeDay(dayOfNumber(dayNumber(day(date)) + days)) as LocalDate;
}

/** Same day of the month n months later; a day that does not exist becomes the last of the month. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const from = day(date);
  const { year, month } = monthOfNumber(monthNumber(from.year, from.month) + months);
  const to = { year, month, day: min(from.day, daysInMonth(year, month)) };
  return writeDay(dayOfNumber(dayNumber(to))) as LocalDate;
}

/** Same calendar day n years later; 29 February becomes 28 February (convention R-8). */
export function addYears(date: LocalDate, years: number): LocalDate {
  if (!isInteger(years)) throw new RangeError(`Not a whole number of years: ${years}`);
  return addMonths(date, years * 12);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(day(to)) - dayNumber(day(from));
}

/** Completed years of age on a day; negative before birth. */
export function ageOn(birth: LocalDate, on: LocalDate): number {
  const [born, then] = [day(birth), day(on)];
  const years = then.year - born.year;
  const birthdayAhead = then.month - born.month || then.day - born.day;
  if (years > 0 && birthdayAhead < 0) return years - 1;
  if (years < 0 && birthdayAhead > 0) return years + 1;
  return years;
}

/** The month that a day is in. */
export function periodOf(date: LocalDate): Period {
  return date.slice(0, 7) as Period;
}

/** The first day of a month. */
export function firstDayOf(month: Period): LocalDate {
  return `${month}-01` as LocalDate;
}

/** The last day of a month: the 28th, 29th, 30th or 31st. */
export function lastDayOf(month: Period): LocalDate {
  const { year, month: number } = monthOfNumber(monthOf(month));
  return `${month}-${daysInMonth(year, number)}` as LocalDate;
}

/** So many months later, or earlier when negative. */
export function addPeriods(month: Period, months: number): Period {
  const sum = monthOfNumber(monthOf(month) + months);
  return writeMonth(sum.year, sum.month) as Period;
}

/** Months from `from` to `to`: 0 for the same month, negative when `to` is earlier. */
export function monthsBetween(from: Period, to: Period): number {
  return monthOf(to) - monthOf(from);
}

/** Every month from the first on, `count` of them. */
export function periodsFrom(first: Period, count: number): Period[] {
  const from = monthOf(first);
  const periods: Period[] = [];
  for (let index = 0; index < count; index += 1) {
    const { year, month } = monthOfNumber(from + index);
    periods.push(writeMonth(year, month) as Period);
  }
  return periods;
}
