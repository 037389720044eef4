import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  type Instant,
  type LocalDate,
  type Period,
  TIME_ZONE,
  addDays,
  addHours,
  addMonths,
  addPeriods,
  addYears,
  ageOn,
  dateIn,
  daysBetween,
  instant,
  isLocalDate,
  lastDayOf,
  momentAt,
  monthsBetween,
} from './local-date.js';

const RUNS = { numRuns: 3000 };

const plain = (text: string) => Temporal.PlainDate.from(text);
const two = (value: number) => String(value).padStart(2, '0');

const year = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1900, max: 2200 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 9999 }) },
);
const yearText = year.map((value) => String(value).padStart(4, '0'));

/** Days that exist, often the ends of months and leap days. */
const day = fc
  .tuple(year, fc.integer({ min: 1, max: 12 }), fc.oneof(fc.integer({ min: 1, max: 31 }), fc.constant(31)))
  .map(([y, month, d]) => Temporal.PlainDate.from({ year: y, month, day: d }).toString() as LocalDate);
const leapDay = fc
  .integer({ min: 475, max: 550 })
  .map((n) => Temporal.PlainDate.from({ year: n * 4, month: 2, day: 29 }).toString() as LocalDate);
const anyDay = fc.oneof({ weight: 4, arbitrary: day }, { weight: 1, arbitrary: leapDay });

const month = fc.tuple(yearText, fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${y}-${two(m)}` as Period);

/** Text that looks like a day whether it exists or not, and some that does not. */
const dayLike = fc.oneof(
  fc
    .tuple(yearText, fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 33 }))
    .map(([y, m, d]) => `${y}-${two(m)}-${two(d)}`),
  fc.string({ maxLength: 12, unit: fc.constantFrom(...'0123456789-+T: ') }),
  fc.string(),
);

/** Moments to the millisecond, before and after 1964 too. */
const moment = fc
  .integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2200, 0, 1) })
  .map((ms) => new Date(ms).toISOString() as Instant);

/** A result, or that there is none. */
function outcome<Value>(compute: () => Value): Value | 'RangeError' {
  try {
    return compute();
  } catch (error) {
    if (error instanceof RangeError) return 'RangeError';
    throw error;
  }
}

const small = fc.oneof(fc.integer({ min: -50_000, max: 50_000 }), fc.integer({ min: -40, max: 40 }));
const large = fc.oneof(small, fc.integer({ min: -200_000_000, max: 200_000_000 }), fc.constant(0.5));

describe('Days and months counted as integers are those of Temporal', () => {
  it('the same texts are days', () => {
    const isDay = (text: string) =>
      /^\d{4}-\d{2}-\d{2}$/.test(text) &&
      outcome(() => Temporal.PlainDate.from(text, { overflow: 'reject' })) !== 'RangeError';
    fc.assert(
      fc.property(dayLike, (text) => isLocalDate(text) === isDay(text)),
      RUNS,
    );
  });

  it.each([
    ['days', addDays],
    ['months', addMonths],
    ['years', addYears],
  ] as const)('adding %s, as far as days go', (unit, add) => {
    fc.assert(
      fc.property(anyDay, large, (date, count) => {
        const expected = outcome(() =>
          plain(date)
            .add({ [unit]: count })
            .toString(),
        );
        expect(outcome(() => add(date, count))).toBe(expected);
      }),
      RUNS,
    );
  });

  it('and adding again to what lies outside four digits of year', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -4_000_000, max: 4_000_000 }), small, (date, far, count) => {
        const away = addDays(date, far);
        expect(addDays(away, count)).toBe(plain(away).add({ days: count }).toString());
        expect(addMonths(away, count)).toBe(plain(away).add({ months: count }).toString());
        expect(daysBetween(date, away)).toBe(far);
      }),
      RUNS,
    );
  });

  it('days and completed years between two', () => {
    const near = fc
      .tuple(anyDay, fc.integer({ min: -3, max: 3 }), fc.integer({ min: -120, max: 120 }))
      .map(([from, days, years]) => [from, outcome(() => addDays(addYears(from, years), days))] as const)
      .filter((pair): pair is readonly [LocalDate, LocalDate] => pair[1] !== 'RangeError');
    fc.assert(
      fc.property(fc.oneof(fc.tuple(anyDay, anyDay), near), ([from, to]) => {
        expect(daysBetween(from, to)).toBe(plain(from).until(plain(to), { largestUnit: 'days' }).days);
        expect(ageOn(from, to)).toBe(plain(from).until(plain(to), { largestUnit: 'years' }).years);
      }),
      RUNS,
    );
  });

  it('months added, counted and ended', () => {
    fc.assert(
      fc.property(month, month, large, (from, to, count) => {
        const first = Temporal.PlainYearMonth.from(from);
        expect(outcome(() => addPeriods(from, count))).toBe(
          outcome(() => first.add({ months: count }).toString()),
        );
        const between = first.until(Temporal.PlainYearMonth.from(to), { largestUnit: 'months' }).months;
        expect(monthsBetween(from, to)).toBe(between);
        expect(lastDayOf(from)).toBe(first.toPlainDate({ day: first.daysInMonth }).toString());
      }),
      RUNS,
    );
  });

  it.each(['not a day', '2025-02-30', '+002025-02-30', '2025-13-01'])(
    'and refuses to count with %p',
    (text) => {
      for (const count of [addDays, addMonths, addYears]) {
        expect(() => count(text as LocalDate, 1)).toThrow(RangeError);
      }
    },
  );
});

describe('Moments written in UTC are those of Temporal', () => {
  const clock = fc
    .tuple(fc.integer({ min: 0, max: 24 }), fc.integer({ min: 0, max: 60 }))
    .map(([hour, minute]) => `${two(hour)}:${two(minute)}`);
  const momentLike = fc.oneof(
    fc
      .tuple(dayLike, clock, fc.integer({ min: 0, max: 61 }), fc.constantFrom('.000', '.123', '.1', ''))
      .chain(([date, time, second, fraction]) =>
        fc
          .constantFrom('Z', '+07:00', '-00:30', '')
          .map((offset) => `${date}T${time}:${two(second)}${fraction}${offset}`),
      ),
    fc.string(),
  );

  it('the same texts are moments', () => {
    fc.assert(
      fc.property(momentLike, (text) => {
        const expected = outcome(() => Temporal.Instant.from(text).toString({ fractionalSecondDigits: 3 }));
        expect(outcome(() => instant(text))).toBe(expected);
      }),
      RUNS,
    );
  });

  it.each([TIME_ZONE, 'Asia/Jayapura', 'UTC'])('their day in %s', (zone) => {
    fc.assert(
      fc.property(moment, (at) => {
        const there = Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate().toString();
        expect(dateIn(at, zone)).toBe(there);
      }),
      { numRuns: 1000 },
    );
  });

  it('and a clock time on a day in Jakarta', () => {
    fc.assert(
      fc.property(anyDay, clock, (date, time) => {
        const expected = outcome(() =>
          plain(date)
            .toZonedDateTime({ timeZone: TIME_ZONE, plainTime: time })
            .toInstant()
            .toString({ fractionalSecondDigits: 3 }),
        );
        expect(outcome(() => momentAt(date, time))).toBe(expected);
      }),
      { numRuns: 1000 },
    );
  });

  it('and hours added', () => {
    fc.assert(
      fc.property(moment, fc.oneof(large, fc.constant(72)), (at, hours) => {
        const expected = outcome(() =>
          Temporal.Instant.from(at).add({ hours }).toString({ fractionalSecondDigits: 3 }),
        );
        expect(outcome(() => addHours(at, hours))).toBe(expected);
      }),
      RUNS,
    );
  });
});
