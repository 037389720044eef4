import { describe, expect, it } from '@jest/globals';
import {
  addPeriods,
  addYears,
  ageOn,
  dateIn,
  daysBetween,
  instant,
  isLocalDate,
  isPeriod,
  lastDayOf,
  localDate,
  momentAt,
  monthsBetween,
  period,
} from './local-date.js';

describe('a local date', () => {
  it.each(['2025-02-29', '2025-13-01', '2025-1-1', '20250101', '2025-06-10T25:00', ''])(
    'refuses %p',
    (text) => {
      expect(isLocalDate(text)).toBe(false);
      expect(() => localDate(text)).toThrow(RangeError);
    },
  );

  it('is the day in Jakarta, seven hours ahead of UTC', () => {
    expect(dateIn(instant('2026-11-19T16:59:59.000Z'))).toBe('2026-11-19');
    expect(dateIn(instant('2026-11-19T17:00:00.000Z'))).toBe('2026-11-20');
  });

  it('and a clock time in Jakarta make a moment', () => {
    expect(momentAt(localDate('2026-11-20'), '06:30')).toBe('2026-11-19T23:30:00.000Z');
  });

  it('ends a year on the same day, and 29 February on 28 February', () => {
    expect(addYears(localDate('2020-02-29'), 5)).toBe('2025-02-28');
    expect(addYears(localDate('2019-12-02'), 5)).toBe('2024-12-02');
  });

  it('counts days and completed years', () => {
    expect(daysBetween(localDate('2024-02-28'), localDate('2024-03-01'))).toBe(2);
    expect(ageOn(localDate('1961-06-02'), localDate('2026-06-01'))).toBe(64);
    expect(ageOn(localDate('1961-06-02'), localDate('2026-06-02'))).toBe(65);
  });
});

describe('a contribution month', () => {
  it('knows its neighbours and its last day', () => {
    expect(addPeriods(period('2025-11'), 3)).toBe('2026-02');
    expect(monthsBetween(period('2025-01'), period('2025-06'))).toBe(5);
    expect(monthsBetween(period('2025-06'), period('2024-06'))).toBe(-12);
    expect(lastDayOf(period('2024-02'))).toBe('2024-02-29');
  });

  it.each(['2025-00', '2025-13', '2025-1', '2025'])('refuses %p', (text) => {
    expect(isPeriod(text)).toBe(false);
    expect(() => period(text)).toThrow(RangeError);
  });
});
