import { describe, expect, it } from '@jest/globals';
import { localDate } from '#kernel';
import { childIsEntitledToPension, pensionAgeIsReached, spouseHasNotRemarried } from './jp.policies.js';

const claimDate = localDate('2025-06-01');

describe('pension-age-is-reached', () => {
  it('refuses an old-age pension before the age was reached on any day, and tells that day', () => {
    const born = (day: string) =>
      pensionAgeIsReached.check({ kind: 'OLD_AGE', claimDate, birthDate: localDate(day) })?.detail;
    expect(born('1967-01-01')).toBe('The retirement age on 2025-06-01 is 59; it is reached on 2026-01-01.');
    expect(born('1966-12-31')).toBeUndefined();
  });
});

describe('spouse-has-not-remarried', () => {
  it('refuses a widow or widower who remarried', () => {
    expect(spouseHasNotRemarried.check({ kind: 'WIDOW', claimDate, remarried: true })?.code).toBe(
      'REJECTED_REMARRIED',
    );
    expect(spouseHasNotRemarried.check({ kind: 'WIDOW', claimDate })).toBeUndefined();
    expect(spouseHasNotRemarried.check({ kind: 'CHILD', claimDate, remarried: true })).toBeUndefined();
  });
});

describe('child-is-entitled-to-pension', () => {
  it('refuses a child of 23, married or working', () => {
    const child = (facts: object) =>
      childIsEntitledToPension.check({ kind: 'CHILD', claimDate, ...facts })?.code;
    expect([{ childAge: 23 }, { married: true }, { working: true }].map(child)).toEqual(
      Array(3).fill('REJECTED_CHILD_ENDED'),
    );
    expect(child({ childAge: 22 })).toBeUndefined();
  });
});
