import { describe, expect, it } from '@jest/globals';
import { calculate } from '#law';
import { arithmetic, errorOf, outcome } from '../spec/outcome.js';

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

describe('a month of wage', () => {
  const wage = (facts: object) => ({ calculator: 'WAGE_MONTH', ...facts });

  it.each([
    [{ kind: 'DAILY', dailyWage: 100_000, workDaysPerWeek: 6 }, '100,000 × 25 = 2,500,000'],
    [{ kind: 'DAILY', dailyWage: 100_000, workDaysPerWeek: 5 }, '100,000 × 21 = 2,100,000'],
    [{ kind: 'PIECE', monthlyWages: [1, 2, 5] }, '(1 + 2 + 5) × 1/3 = 3'],
    [{ kind: 'WEATHER', monthlyWages: Array(12).fill(7) }, `(${Array(12).fill(7).join(' + ')}) × 1/12 = 7`],
  ])('from %j is %s', (facts, text) => {
    expect(arithmetic(wage(facts))).toBe(text);
  });

  it.each([
    [{ kind: 'DAILY', dailyWage: 100_000 }, 'MISSING_FIELD'],
    [{ kind: 'DAILY', dailyWage: 100_000, workDaysPerWeek: 7 }, 'OUT_OF_RANGE'],
    [{ kind: 'PIECE', monthlyWages: [1, 2] }, 'OUT_OF_RANGE'],
    [{ kind: 'WEATHER' }, 'MISSING_FIELD'],
  ])('from %j is impossible: %s', (facts, code) => {
    expect(errorOf(wage(facts))).toBe(code);
  });
});

describe('the heirs', () => {
  const heirs = (survivors: readonly string[], facts: object = {}) =>
    outcome({ calculator: 'HEIRS', deathDate: '2025-03-01', survivors, ...facts });

  it.each([
    ['SPOUSE', 1],
    ['CHILD', 1],
    ['PARENT', 2],
    ['GRANDCHILD', 3],
    ['GRANDPARENT', 4],
    ['SIBLING', 5],
    ['PARENT_IN_LAW', 6],
  ])('of relation %s are class %i and go before those below', (relation, order) => {
    const all = ['PARENT_IN_LAW', 'SIBLING', 'GRANDPARENT', 'GRANDCHILD', 'PARENT', 'CHILD', 'SPOUSE'];
    const notAbove = all.slice(0, all.indexOf(relation) + 1);
    expect(heirs([...notAbove, 'NAMED_IN_WILL'])).toEqual([`HEIR_CLASS_${order}`]);
  });

  it('by will come last, from Permenaker 1/2025 by notarial deed only', () => {
    expect(heirs(['NAMED_IN_WILL'], { deathDate: '2025-01-31' })).toEqual(['HEIR_CLASS_7']);
    expect(heirs(['NAMED_IN_WILL'], { deathDate: '2025-02-01' })).toEqual([
      'HEIR_MANUAL_REVIEW 0',
      'MANUAL_REVIEW',
    ]);
    expect(heirs(['NAMED_IN_WILL'], { notarialWill: true })).toEqual(['HEIR_CLASS_7']);
  });

  it('that do not exist leave it to a person', () => {
    expect(heirs([])).toEqual(['HEIR_MANUAL_REVIEW 0', 'MANUAL_REVIEW']);
  });
});
