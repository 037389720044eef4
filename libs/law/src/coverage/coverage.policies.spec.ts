import { describe, expect, it } from '@jest/globals';
import { localDate, period } from '#kernel';
import {
  arrearsAreSettled,
  type CoverageFacts,
  coverageStatusOf,
  employerIsNotInArrears,
  memberIsRegistered,
  membershipIsActive,
} from './coverage.policies.js';

const facts = (more: Partial<CoverageFacts>): CoverageFacts => ({
  segment: 'BPU',
  eventDate: localDate('2025-06-10'),
  ...more,
});

describe('what is known of the membership', () => {
  it.each([
    [{}, undefined],
    [{ active: true }, 'ACTIVE'],
    [{ active: false }, 'INACTIVE'],
    [{ lastPaidPeriod: period('2025-06') }, 'ACTIVE'],
    [{ lastPaidPeriod: period('2025-04') }, 'PENDING_ARREARS'],
    [{ coverage: 'NEVER', active: true, lastPaidPeriod: period('2025-06') }, 'NEVER'],
    [{ active: false, lastPaidPeriod: period('2025-06') }, 'INACTIVE'],
  ] as const)('%j means %s', (more, status) => {
    expect(coverageStatusOf(facts(more))).toBe(status);
  });
});

describe('member-is-registered', () => {
  it('refuses who was never registered', () => {
    expect(memberIsRegistered.check(facts({ coverage: 'NEVER' }))?.code).toBe('REJECTED_NOT_REGISTERED');
    expect(memberIsRegistered.check(facts({ coverage: 'INACTIVE' }))).toBeUndefined();
    expect(memberIsRegistered.check(facts({}))).toBeUndefined();
  });
});

describe('employer-is-not-in-arrears', () => {
  it('leaves a wage earner to the employer after more than three months, and nobody else', () => {
    const owed = (employerArrearsMonths: number, segment: 'PU' | 'BPU' = 'PU') =>
      employerIsNotInArrears.check(facts({ segment, employerArrearsMonths }));
    expect(owed(4)).toMatchObject({ code: 'EMPLOYER_PAYS_FIRST', facts: { employerArrearsMonths: 4 } });
    expect(owed(3)).toBeUndefined();
    expect(owed(4, 'BPU')).toBeUndefined();
    expect(employerIsNotInArrears.check(facts({ segment: 'PU' }))).toBeUndefined();
  });
});

describe('membership-is-active', () => {
  it('refuses who lapsed, and says until when was paid', () => {
    expect(membershipIsActive.check(facts({ lastPaidPeriod: period('2025-01') }))).toMatchObject({
      code: 'REJECTED_INACTIVE',
      facts: { lastPaidPeriod: '2025-01' },
    });
    expect(membershipIsActive.check(facts({ coverage: 'PENDING_ARREARS' }))).toBeUndefined();
    expect(membershipIsActive.check(facts({}))).toBeUndefined();
  });
});

describe('membership-is-active of a wage earner', () => {
  it('tells the worker that the employer pays first', () => {
    const lapsed = (segment: 'PU' | 'BPU') =>
      membershipIsActive.check(facts({ segment, coverage: 'INACTIVE' }))?.detail;
    expect(lapsed('PU')).toContain('The employer pays first');
    expect(lapsed('BPU')).not.toContain('employer');
    expect(lapsed('BPU')).toContain('more than 3 months');
  });

  it('does not speak of arrears where the whole contract is paid in advance', () => {
    for (const segment of ['JAKON', 'PMI'] as const) {
      const refused = membershipIsActive.check(facts({ segment, coverage: 'INACTIVE' }));
      expect(refused?.detail).toContain('the time paid in advance had ended');
    }
  });
});

describe('arrears-are-settled', () => {
  it('holds who is in arrears (Q-1)', () => {
    expect(arrearsAreSettled.check(facts({ coverage: 'PENDING_ARREARS' }))).toMatchObject({
      code: 'PENDING_ARREARS',
      article: expect.stringContaining('convention Q-1'),
    });
    expect(arrearsAreSettled.check(facts({ coverage: 'ACTIVE' }))).toBeUndefined();
  });
});
