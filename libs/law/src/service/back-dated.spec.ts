import { describe, expect, it } from '@jest/globals';
import { addDays, localDate } from '#kernel';
import { confirmersOf, isBackDated, limitsOn, notBackDatedFrom } from './back-dated.js';
import { BACK_DATED } from './service.conventions.js';

const today = localDate('2026-11-20');

describe('What comes late', () => {
  it.each([
    ['FAMILY', '2026-09-21', false],
    ['FAMILY', '2026-09-20', true],
    ['AGREEMENT', '2025-11-20', false],
    ['AGREEMENT', '2025-11-19', true],
    ['MEMBERSHIP', '2026-10-20', true],
  ] as const)('of kind %s for %s needs a second person: %s', (kind, on, isLate) => {
    expect(isBackDated(kind, localDate(on), today)).toBe(isLate);
  });

  it('is judged by the limits of the day on which it is entered', () => {
    const [first] = BACK_DATED.value;
    const stricter = {
      from: today,
      limits: { ...first.limits, DEATH: { afterDays: 7, confirmedBy: ['supervisor'] as const } },
    };
    const days = (on: typeof today) => limitsOn([first, stricter], on).DEATH.afterDays;
    expect([days(addDays(today, -1)), days(today), days(localDate('2010-01-01'))]).toEqual([60, 7, 60]);
  });

  it('is confirmed by whoever could confirm it when it was entered', () => {
    expect(confirmersOf('DUES')).toEqual(['finance', 'supervisor']);
    expect(notBackDatedFrom('DECREE', today)).toBe('2025-11-20');
  });
});
