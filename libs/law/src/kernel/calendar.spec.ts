import { describe, expect, it } from '@jest/globals';
import { localDate } from '#kernel';
import { addWorkingDays, isWorkingDay, workingDayFrom } from './calendar.js';

const FRIDAY = localDate('2025-03-28');
const SATURDAY = localDate('2025-03-29');
const MONDAY = localDate('2025-03-31');
const TUESDAY = localDate('2025-04-01');

describe('working days', () => {
  it('are Monday to Friday', () => {
    expect([FRIDAY, SATURDAY, localDate('2025-03-30'), MONDAY].map((day) => isWorkingDay(day))).toEqual([
      true,
      false,
      false,
      true,
    ]);
    expect(isWorkingDay(localDate('2015-06-28'))).toBe(false);
    expect(isWorkingDay(localDate('2015-06-26'))).toBe(true);
  });

  it('leave out the holidays the caller knows', () => {
    expect(workingDayFrom(SATURDAY)).toBe(MONDAY);
    expect(workingDayFrom(SATURDAY, [MONDAY])).toBe(TUESDAY);
    expect(addWorkingDays(FRIDAY, 1, [MONDAY])).toBe(TUESDAY);
    expect(addWorkingDays(FRIDAY, 2)).toBe(TUESDAY);
    expect(addWorkingDays(FRIDAY, 0)).toBe(FRIDAY);
  });
});
