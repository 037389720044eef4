import { describe, expect, it } from '@jest/globals';
import { localDate } from '#kernel';
import { addWorkingDays, calendarMark, isWorkingDay, workingDayFrom } from './calendar.js';

const FRIDAY = localDate('2025-02-21');
const SATURDAY = localDate('2025-02-22');
const MONDAY = localDate('2025-02-24');
const TUESDAY = localDate('2025-02-25');

describe('working days', () => {
  it('are Monday to Friday', () => {
    expect([FRIDAY, SATURDAY, localDate('2025-02-23'), MONDAY].map((day) => isWorkingDay(day))).toEqual([
      true,
      false,
      false,
      true,
    ]);
    expect(isWorkingDay(localDate('2015-06-28'))).toBe(false);
    expect(isWorkingDay(localDate('2015-06-26'))).toBe(true);
  });

  it.each([
    ['2025-03-26', 2, '2025-04-08'],
    ['2025-03-26', 3, '2025-04-09'],
    ['2026-03-16', 2, '2026-03-25'],
    ['2026-03-16', 7, '2026-04-01'],
    ['2026-12-22', 2, '2026-12-28'],
    ['2026-12-22', 3, '2026-12-29'],
  ])('after %s leave out what was decreed: the %dth is %s', (from, days, day) => {
    expect(addWorkingDays(localDate(from), days)).toBe(day);
  });

  it('leave out further days off that the caller knows', () => {
    expect(workingDayFrom(SATURDAY)).toBe(MONDAY);
    expect(workingDayFrom(SATURDAY, [MONDAY])).toBe(TUESDAY);
    expect(addWorkingDays(FRIDAY, 1, [MONDAY])).toBe(TUESDAY);
    expect(addWorkingDays(FRIDAY, 2)).toBe(TUESDAY);
    expect(addWorkingDays(FRIDAY, 0)).toBe(FRIDAY);
  });

  it.each([
    [['2026-12-31', '2019-01-01'], [], undefined],
    [['2026-12-31', '2027-01-01'], [], 'CALENDAR_MISSING'],
    [['2018-12-31'], [], 'CALENDAR_MISSING'],
    [['2027-01-04'], ['2027-01-01'], undefined],
    [['2027-01-04', '2028-01-03'], ['2027-01-01'], 'CALENDAR_MISSING'],
    [[], [], undefined],
  ])('of %j, further days off %j, are marked %s: of the year none may be known', (days, holidays, mark) => {
    expect(calendarMark(days.map(localDate), holidays.map(localDate))).toBe(mark);
  });
});
