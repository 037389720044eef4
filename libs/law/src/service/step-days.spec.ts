import { describe, expect, it } from '@jest/globals';
import { localDate } from '#kernel';
import { stepDueBy } from './step-days.js';

describe('What no law names a time for', () => {
  it('has a last day, counted from the day on which it begins to wait', () => {
    expect(stepDueBy('DOUBT', localDate('2026-11-20'))).toBe('2026-12-04');
    expect(stepDueBy('DOCTOR_STATEMENT', localDate('2026-11-20'))).toBe('2026-12-20');
  });

  it('has one in logs that are older than the days as well', () => {
    expect(stepDueBy('SCHOOL_YEAR', localDate('2015-01-05'))).toBe('2015-01-19');
  });
});
