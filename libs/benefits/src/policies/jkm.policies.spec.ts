import { describe, expect, it } from '@jest/globals';
import { localDate } from '#kernel';
import { contributionsRunToTheDeath } from './jkm.policies.js';

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
