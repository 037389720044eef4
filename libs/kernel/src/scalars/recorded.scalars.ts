import { type Instant, type LocalDate, type Period, isLocalDate, isPeriod } from '../local-date.js';
import type { Rupiah } from '../rupiah.js';
import { DAY, INSTANT, MONTH } from './calendar.scalars.js';
import { wholeNumber, wholeRupiah } from './number.scalars.js';
import { type Scalar, scalar } from './scalar.js';
import { isStorable, matching } from './text.scalars.js';

// What the log and the tables made of it may hold already: requests were not always bounded, and what is recorded must
// stay readable and publishable. Nothing new comes in by these.

/** Any day of the calendar. */
export const RECORDED_DAY: Scalar<LocalDate> = scalar({
  ...DAY,
  words: { en: 'a calendar day', id: 'tanggal kalender' },
  holds: isLocalDate,
});

/** Any month. */
export const RECORDED_MONTH: Scalar<Period> = scalar({
  ...MONTH,
  words: { en: 'a month', id: 'bulan' },
  holds: isPeriod,
});

/** Any moment in UTC, with or without fractions of a second. */
export const RECORDED_INSTANT: Scalar<Instant> = matching({
  name: INSTANT.name,
  words: { en: 'a moment', id: 'waktu' },
  pattern: /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$/,
  format: 'date-time',
});

/** Any amount that is exact, a correction below nothing too. */
export const RECORDED_RUPIAH: Scalar<Rupiah> = {
  ...wholeRupiah({ min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER }),
  jsonSchema: { type: 'integer' },
};

/** Any whole number that is exact. */
export const RECORDED_COUNT: Scalar<number> = { ...wholeNumber(), jsonSchema: { type: 'integer' } };

/** Any line, an empty one too: the name of an office, or a citation of the law. */
export const RECORDED_LINE: Scalar<string> = matching({
  name: 'line',
  words: { en: 'one line of text', id: 'satu baris teks' },
  // Characters, not the halves of some that JavaScript counts.
  pattern: /^[^\n]{0,300}$/u,
});

/** Any text that a table can be asked with. */
export const RECORDED_TEXT: Scalar<string> = scalar({
  name: 'text',
  words: { en: 'text', id: 'teks' },
  jsonSchema: { type: 'string' },
  holds: isStorable,
});
