/** Days since 1 January 1970 in the proleptic Gregorian calendar. */
type DayNumber = number;

export interface CalendarDay {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

/** The days and months that ISO 8601 text and Temporal know: from April -271821 to September 275760. */
const [FIRST_DAY, LAST_DAY] = [-100_000_001, 100_000_000];
const [FIRST_MONTH, LAST_MONTH] = [-271_821 * 12 + 3, 275_760 * 12 + 8];

const [ZERO, NINE, DASH] = [48, 57, 45];
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const { abs, floor } = Math;
const { isInteger } = Number;

/** The number written at a place of a text; NaN when something else stands there. */
export function digits(text: string, start: number, count: number): number {
  let value = 0;
  for (let at = start; at < start + count; at++) {
    const code = text.charCodeAt(at);
    if (!(code >= ZERO && code <= NINE)) return Number.NaN;
    value = value * 10 + code - ZERO;
  }
  return value;
}

/** 28 to 31; NaN for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)) return 29;
  return DAYS_IN_MONTH[month - 1] ?? Number.NaN;
}

/** Reads `YYYY-MM-DD`; undefined when it is something else or no such day exists. */
export function readDay(text: string): CalendarDay | undefined {
  if (text.length !== 10 || text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH) return undefined;
  const [year, month, day] = [digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2)];
  // A comparison with NaN is false.
  return year >= 0 && day >= 1 && day <= daysInMonth(year, month) ? { year, month, day } : undefined;
}

/** Reads `YYYY-MM` as months since January of the year 0; undefined when it is something else. */
export function readMonth(text: string): number | undefined {
  if (text.length !== 7 || text.charCodeAt(4) !== DASH) return undefined;
  const [year, month] = [digits(text, 0, 4), digits(text, 5, 2)];
  // A comparison with NaN is false.
  return year >= 0 && month >= 1 && month <= 12 ? monthNumber(year, month) : undefined;
}

/** The number of a day (days_from_civil, Howard Hinnant): years begin in March, so that the leap day is their last. */
export function dayNumber({ year, month, day }: CalendarDay): DayNumber {
  const marchYear = month > 2 ? year : year - 1;
  const era = floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + floor(yearOfEra / 4) - floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The day of a number (civil_from_days). @throws RangeError outside the years that ISO 8601 text can hold */
export function dayOfNumber(number: DayNumber): CalendarDay {
  if (!isInteger(number) || number < FIRST_DAY || number > LAST_DAY) {
    throw new RangeError(`No such day: ${number} days from 1970-01-01`);
  }
  const shifted = number + 719_468;
  const era = floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = floor(
    (dayOfEra - floor(dayOfEra / 1460) + floor(dayOfEra / 36_524) - floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + floor(yearOfEra / 4) - floor(yearOfEra / 100));
  const marchMonth = floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - floor((153 * marchMonth + 2) / 5) + 1,
  };
}

/** Months since January of the year 0. */
export function monthNumber(year: number, month: number): number {
  return year * 12 + month - 1;
}

/** The month of a number. @throws RangeError outside the years that ISO 8601 text can hold */
export function monthOfNumber(number: number): { readonly year: number; readonly month: number } {
  if (!isInteger(number) || number < FIRST_MONTH || number > LAST_MONTH) {
    throw new RangeError(`No such month: ${number} months from 0000-01`);
  }
  const year = floor(number / 12);
  return { year, month: number - year * 12 + 1 };
}

const two = (value: number) => (value < 10 ? `0${value}` : `${value}`);

/** `YYYY-MM`; years of more than four digits have a sign and six (ISO 8601). */
export function writeMonth(year: number, month: number): string {
  if (year >= 1000 && year <= 9999) return `${year}-${two(month)}`;
  if (year >= 0 && year <= 9999) return `${String(year).padStart(4, '0')}-${two(month)}`;
  return `${year < 0 ? '-' : '+'}${String(abs(year)).padStart(6, '0')}-${two(month)}`;
}

/** `YYYY-MM-DD` */
export function writeDay({ year, month, day }: CalendarDay): string {
  return `${writeMonth(year, month)}-${two(day)}`;
}
