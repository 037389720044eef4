import { describe, expect, it } from '@jest/globals';
import { localDate } from '#kernel';
import {
  membershipIsLongEnough,
  partialIsTakenOnce,
  retirementAgeIsReached,
  waitingPeriodIsOver,
} from './jht.policies.js';

const eventDate = localDate('2025-01-10');

describe('waiting-period-is-over', () => {
  const claimed = (claimDate: string, reason: 'TERMINATED' | 'DEATH' = 'TERMINATED') =>
    waitingPeriodIsOver.check({ eventDate, reason, stopDate: eventDate, claimDate: localDate(claimDate) });

  it('refuses in the first month after leaving', () => {
    expect(claimed('2025-02-10')?.code).toBe('REJECTED_WAITING_PERIOD');
    expect(claimed('2025-02-11')).toBeUndefined();
    expect(claimed('2025-01-10', 'DEATH')).toBeUndefined();
  });

  it('names the law of the day', () => {
    const old = localDate('2022-03-31');
    const facts = { reason: 'RESIGNED', stopDate: old, claimDate: old } as const;
    expect(waitingPeriodIsOver.check({ ...facts, eventDate: old })?.provision.law).toBe('PP 60/2015');
    expect(waitingPeriodIsOver.check({ ...facts, eventDate: localDate('2022-04-01') })?.provision.law).toBe(
      'Permenaker 4/2022',
    );
  });
});

describe('retirement-age-is-reached', () => {
  it('refuses a claim for age under 56', () => {
    const at = (ageAtClaim: number | undefined) =>
      retirementAgeIsReached.check({ eventDate, reason: 'RETIREMENT_AGE', ageAtClaim })?.code;
    expect([at(55), at(56), at(undefined)]).toEqual(['REJECTED_UNDER_RETIREMENT_AGE', undefined, undefined]);
  });
});

describe('membership-is-long-enough', () => {
  it('refuses under ten years', () => {
    const after = (membershipMonths: number) =>
      membershipIsLongEnough.check({ eventDate, membershipMonths, previousPartial: false })?.code;
    expect([after(119), after(120)]).toEqual(['REJECTED_UNDER_10_YEARS', undefined]);
  });
});

describe('partial-is-taken-once', () => {
  it('refuses a second time', () => {
    const facts = { eventDate, membershipMonths: 200 };
    expect(partialIsTakenOnce.check({ ...facts, previousPartial: true })?.code).toBe(
      'REJECTED_PREVIOUS_PARTIAL',
    );
    expect(partialIsTakenOnce.check({ ...facts, previousPartial: false })).toBeUndefined();
  });
});
