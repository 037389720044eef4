import { describe, expect, it } from '@jest/globals';
import { localDate } from '#kernel';
import { contributionsRunToTheDeath, deathIsNoWorkAccident } from './jkm.policies.js';

describe('contributions-run-to-the-death', () => {
  it('refuses when no paid month reaches the death', () => {
    const facts = { segment: 'BPU', eventDate: localDate('2025-06-10') } as const;
    expect(contributionsRunToTheDeath.check({ ...facts, consecutivePaidMonths: 0 })).toMatchObject({
      code: 'REJECTED_INACTIVE',
      provision: { article: 'Art. 34', sources: ['S36b'] },
    });
    expect(contributionsRunToTheDeath.check({ ...facts, consecutivePaidMonths: 1 })).toBeUndefined();
  });
});

describe('death-is-no-work-accident', () => {
  it('refuses what JKK pays for', () => {
    const facts = { segment: 'BPU', eventDate: localDate('2025-06-10'), consecutivePaidMonths: 40 } as const;
    expect(deathIsNoWorkAccident.check({ ...facts, workAccident: true })).toMatchObject({
      code: 'REJECTED_WORK_ACCIDENT',
      provision: { article: 'Art. 34' },
    });
    expect(deathIsNoWorkAccident.check({ ...facts, workAccident: false })).toBeUndefined();
    expect(deathIsNoWorkAccident.check(facts)).toBeUndefined();
  });
});
