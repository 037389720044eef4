import { describe, expect, it } from '@jest/globals';
import { calculate } from '#law';
import { errorOf, outcome } from '../spec/outcome.js';

describe('a housing loan (MLT)', () => {
  const mlt = (facts: object) => ({
    calculator: 'MLT',
    kind: 'PRP',
    applicationDate: '2025-01-01',
    membershipMonths: 12,
    ...facts,
  });

  it.each([
    [{ kind: 'KPR' }, 500_000_000],
    [{ kind: 'PUMP' }, 150_000_000],
    [{ kind: 'PRP', applicationDate: '2020-12-31' }, 50_000_000],
    [{ kind: 'PRP', applicationDate: '2021-01-01' }, 200_000_000],
    [{ kind: 'DEVELOPER', projectBudget: 1_000_000_000 }, 800_000_000],
  ])('with %j may be %i at most', (facts, loanLimitIdr) => {
    expect(calculate(mlt(facts)).memo).toEqual({ isBenefit: false, loanLimitIdr });
  });

  it('is never a benefit', () => {
    const loan = calculate(mlt({ requestedLoan: 250_000_000 }));
    expect(loan).toMatchObject({ components: [], totalIdr: 0, decision: 'ELIGIBLE_FOR_LOAN' });
    expect(loan.memo).toMatchObject({ loanIdr: 200_000_000 });
  });

  it('is refused by the first rule that objects', () => {
    expect(outcome(mlt({ membershipMonths: 11, previousMlt: true }))).toEqual([
      'MLT_REJECTED_MEMBERSHIP 0',
      'REJECTED_MEMBERSHIP',
    ]);
    expect(outcome(mlt({ previousMlt: true }))).toEqual([
      'MLT_REJECTED_ALREADY_USED 0',
      'REJECTED_ALREADY_USED',
    ]);
  });

  it('to a developer needs the budget', () => {
    expect(errorOf(mlt({ kind: 'DEVELOPER' }))).toBe('MISSING_FIELD');
  });
});
