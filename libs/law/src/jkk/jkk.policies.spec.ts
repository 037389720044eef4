import { describe, expect, it } from '@jest/globals';
import { localDate } from '#kernel';
import { claimIsInTime, eventIsWorkAccident, jkkExpiry } from './jkk.policies.js';

const facts = { segment: 'PU', eventDate: localDate('2024-02-29') } as const;

describe('event-is-work-accident', () => {
  it('refuses what was concluded to be none', () => {
    expect(eventIsWorkAccident.check({ ...facts, conclusion: 'NOT_WORK_ACCIDENT' })).toMatchObject({
      code: 'REJECTED_NOT_WORK_ACCIDENT',
      article: expect.stringContaining('Art. 25A'),
    });
    expect(eventIsWorkAccident.check({ ...facts, conclusion: 'WORK_ACCIDENT' })).toBeUndefined();
    expect(eventIsWorkAccident.check(facts)).toBeUndefined();
  });
});

describe('claim-is-in-time', () => {
  it('refuses after the last day, which it names', () => {
    expect(jkkExpiry(facts.eventDate)).toMatchObject({ lastDay: '2029-02-28', years: 5 });
    expect(claimIsInTime.check({ ...facts, claimDate: localDate('2029-02-28') })).toBeUndefined();
    expect(claimIsInTime.check({ ...facts, claimDate: localDate('2029-03-01') })).toMatchObject({
      code: 'REJECTED_EXPIRED',
      detail: 'The right lapsed 5 years after the event; the last day to claim was 2029-02-28.',
    });
  });

  it('has nothing to say without a claim', () => {
    expect(claimIsInTime.check(facts)).toBeUndefined();
  });
});
