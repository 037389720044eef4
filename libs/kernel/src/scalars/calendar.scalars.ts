import {
  type Instant,
  type LocalDate,
  type Period,
  dateIn,
  instant,
  isLocalDate,
  isPeriod,
  localDate,
  period,
} from '../local-date.js';
import { type Scalar, ofText, scalar } from './scalar.js';
import { matching } from './text.scalars.js';

/** Nobody alive was born before, and no claim is about a day after; PostgreSQL knows no year 0. */
export const FIRST_DAY = localDate('1900-01-01');
export const LAST_DAY = localDate('2200-12-31');
export const FIRST_MONTH = period('1900-01');
export const LAST_MONTH = period('2200-12');

/** A calendar day that exists (tanggal). */
export const DAY: Scalar<LocalDate> = scalar({
  name: 'localDate',
  words: {
    en: `a day of the calendar, YYYY-MM-DD, ${FIRST_DAY} to ${LAST_DAY}`,
    id: `tanggal kalender, YYYY-MM-DD, ${FIRST_DAY} sampai ${LAST_DAY}`,
  },
  jsonSchema: { type: 'string', format: 'date' },
  example: localDate('2026-03-02'),
  holds: (value) => isLocalDate(value) && value >= FIRST_DAY && value <= LAST_DAY,
});

/** A contribution month (bulan iuran). */
export const MONTH: Scalar<Period> = scalar({
  name: 'period',
  words: {
    en: `a month, YYYY-MM, ${FIRST_MONTH} to ${LAST_MONTH}`,
    id: `bulan, YYYY-MM, ${FIRST_MONTH} sampai ${LAST_MONTH}`,
  },
  jsonSchema: { type: 'string', pattern: '^[0-9]{4}-(0[1-9]|1[0-2])$' },
  example: period('2026-03'),
  holds: (value) => isPeriod(value) && value >= FIRST_MONTH && value <= LAST_MONTH,
});

/** A moment with an explicit offset, ISO 8601; kept in UTC, so that the text of two moments compares in their order. */
export const INSTANT: Scalar<Instant> = scalar({
  name: 'instant',
  words: {
    en: 'a moment with an offset, such as 2026-03-02T09:30:00+07:00',
    id: 'waktu dengan selisih zona, misalnya 2026-03-02T09:30:00+07:00',
  },
  jsonSchema: { type: 'string', format: 'date-time' },
  example: '2026-03-02T09:30:00+07:00' as Instant,
  holds: (value) => typeof value === 'string' && inUtc(value) === value && isWithin(value),
  normal: ofText((text) => inUtc(text) ?? text),
});

/** A time of day in Jakarta (jam). */
export const CLOCK_TIME: Scalar<string> = matching({
  name: 'clockTime',
  words: { en: 'a time of day, HH:MM, 00:00 to 23:59', id: 'jam, HH:MM, 00:00 sampai 23:59' },
  pattern: /^([01][0-9]|2[0-3]):[0-5][0-9]$/,
  example: '08:00',
  normal: (text) => text.trim(),
});

function inUtc(text: string): Instant | undefined {
  try {
    return instant(text);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/**
 * Years past 9999 begin with a sign, which sorts before every digit. What happens at a moment happens on its day in Jakarta, which the evening
 * of the last day in UTC is no more.
 */
function isWithin(moment: string): boolean {
  return moment >= FIRST_DAY && moment.slice(0, 10) <= LAST_DAY && dateIn(moment as Instant) <= LAST_DAY;
}
