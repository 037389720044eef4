import { describe, expect, it } from '@jest/globals';
import { calculate, jpRetirementAge } from '#law';
import { addDays, localDate } from '#kernel';
import { arithmetic, errorOf, outcome } from '../spec/outcome.js';

const jp = (facts: object) => ({
  calculator: 'JP_MONTHLY',
  kind: 'OLD_AGE',
  contributionMonths: 180,
  weightedAvgMonthlyWage: 6_000_000,
  ...facts,
});
const ACCOUNT = { contributionsPaid: 9_000_000, developmentCredited: 500_000 };
const LUMP_SUM = ['JP_LUMP_SUM 9500000'];

describe('a monthly pension', () => {
  it.each([
    ['OLD_AGE', '1% × 180/12 × 6,000,000 = 900,000'],
    ['DISABILITY', '1% × 180/12 × 6,000,000 = 900,000'],
    ['WIDOW', '50% × 1% × 180/12 × 6,000,000 = 450,000'],
    ['WIDOWER', '50% × 1% × 180/12 × 6,000,000 = 450,000'],
    ['CHILD', '50% × 1% × 180/12 × 6,000,000 = 450,000'],
    ['PARENT', '20% × 1% × 180/12 × 6,000,000 = 180,000 → min 300,000'],
  ])('of kind %s is %s', (kind, text) => {
    expect(arithmetic(jp({ kind }))).toBe(text);
  });

  it.each([
    [{ weightedAvgMonthlyWage: 2_000_000 }, ['JP_MONTHLY 300000']],
    [{ weightedAvgMonthlyWage: 2_001_000 }, ['JP_MONTHLY 300150']],
    [{ weightedAvgMonthlyWage: 24_000_000 }, ['JP_MONTHLY 3600000']],
    [{ weightedAvgMonthlyWage: 25_000_000 }, ['JP_MONTHLY 3600000']],
    [{ weightedAvgMonthlyWage: 1_000_000, floor: 399_700 }, ['JP_MONTHLY 399700']],
    [{ weightedAvgMonthlyWage: 40_000_000, ceiling: 4_792_300 }, ['JP_MONTHLY 4792300']],
  ])('with %j stays between floor and ceiling: %j', (facts, expected) => {
    expect(outcome(jp(facts))).toEqual(expected);
  });

  it('held at a limit of the table says that the table has the values of 2015 only (Q-8)', () => {
    const table = { article: 'Art. 18 (from memory); convention Q-8', confidence: 'D' };
    const formula = { article: 'Art. 17', confidence: 'V' };
    const basis = (facts: object) => calculate(jp(facts)).components[0];
    expect(basis({ weightedAvgMonthlyWage: 1_000_000 })).toMatchObject(table);
    expect(basis({ weightedAvgMonthlyWage: 40_000_000, floor: 1 })).toMatchObject(table);
    expect(basis({ weightedAvgMonthlyWage: 40_000_000, floor: 1, ceiling: 2 })).toMatchObject(formula);
    expect(basis({})).toMatchObject(formula);
  });

  it.each([
    ['OLD_AGE', 'PARTICIPANT'],
    ['DISABILITY', 'PARTICIPANT'],
    ['WIDOW', 'HEIR'],
    ['WIDOWER', 'HEIR'],
    ['CHILD', 'HEIR'],
    ['PARENT', 'HEIR'],
  ])('of kind %s goes to the %s', (kind, payee) => {
    expect(calculate(jp({ kind })).components).toMatchObject([{ payee }]);
  });

  it('of a survivor rests on the share of survivors, which is less sure than the formula', () => {
    const share = { article: 'Art. 17-22 (from memory)', confidence: 'H' };
    expect(calculate(jp({ kind: 'WIDOW' })).components).toMatchObject([share]);
  });

  it('counts every month', () => {
    expect(arithmetic(jp({ contributionMonths: 187 }))).toBe('1% × 187/12 × 6,000,000 = 935,000');
  });

  it('cannot have a floor above the ceiling', () => {
    expect(errorOf(jp({ floor: 5, ceiling: 4 }))).toBe('CONTRADICTION');
  });
});

describe('under 15 contribution years', () => {
  it.each([
    ['OLD_AGE', {}, LUMP_SUM],
    ['WIDOW', { membershipMonths: 100, paymentDensityPct: 80 }, ['JP_MONTHLY 450000']],
    ['WIDOW', { membershipMonths: 100, paymentDensityPct: 79.99 }, LUMP_SUM],
    ['WIDOW', { contributionMonths: 12, membershipMonths: 12 }, ['JP_MONTHLY 450000']],
    ['WIDOW', { contributionMonths: 11, membershipMonths: 11 }, LUMP_SUM],
    ['CHILD', { contributionMonths: 80, membershipMonths: 100 }, ['JP_MONTHLY 450000']],
    ['CHILD', { contributionMonths: 79, membershipMonths: 100 }, LUMP_SUM],
    ['DISABILITY', { contributionMonths: 120, membershipMonths: 150 }, ['JP_MONTHLY 600000']],
    ['DISABILITY', { contributionMonths: 119, membershipMonths: 150 }, LUMP_SUM],
    ['DISABILITY', { contributionMonths: 1, membershipMonths: 1 }, ['JP_MONTHLY 300000']],
    ['DISABILITY', { contributionMonths: 0, membershipMonths: 0 }, LUMP_SUM],
  ])('%s with %j gives %j', (kind, facts, expected) => {
    expect(outcome(jp({ kind, contributionMonths: 100, ...ACCOUNT, ...facts }))).toEqual(expected);
  });

  it('needs the mean wage for a pension, not for a lump sum', () => {
    const unknown = { weightedAvgMonthlyWage: undefined };
    expect(outcome(jp({ ...unknown, contributionMonths: 179, ...ACCOUNT }))).toEqual(LUMP_SUM);
    expect(errorOf(jp(unknown))).toBe('MISSING_FIELD');
  });

  it('is a lump sum one month short of 180', () => {
    expect(outcome(jp({ contributionMonths: 179, ...ACCOUNT }))).toEqual(LUMP_SUM);
    expect(outcome({ calculator: 'JP_LUMP_SUM', ...ACCOUNT })).toEqual(LUMP_SUM);
  });

  it('needs to know the density of payment for survivors, and the account for a lump sum', () => {
    expect(errorOf(jp({ kind: 'WIDOW', contributionMonths: 100, ...ACCOUNT }))).toBe('MISSING_FIELD');
    expect(errorOf(jp({ contributionMonths: 100 }))).toBe('MISSING_FIELD');
  });
});

describe('the right to a pension', () => {
  it.each([
    [2015, 56],
    [2019, 57],
    [2022, 58],
    [2025, 59],
    [2028, 60],
    [2031, 61],
    [2034, 62],
    [2037, 63],
    [2040, 64],
    [2043, 65],
  ])('begins from %i at %i', (year, age) => {
    const first = localDate(year === 2015 ? '2015-07-01' : `${year}-01-01`);
    expect(jpRetirementAge(first)).toBe(age);
    if (year > 2015) expect(jpRetirementAge(addDays(first, -1))).toBe(age - 1);
  });

  it.each([
    [{ birthDate: '1966-06-02', claimDate: '2025-06-01' }, 'REJECTED_UNDER_RETIREMENT_AGE'],
    [{ birthDate: '1966-06-01', claimDate: '2025-06-01' }, undefined],
    [{ kind: 'DISABILITY', birthDate: '1990-06-01', claimDate: '2025-06-01' }, undefined],
    [{ kind: 'WIDOW', remarried: true }, 'REJECTED_REMARRIED'],
    [{ kind: 'WIDOWER', remarried: true }, 'REJECTED_REMARRIED'],
    [{ kind: 'OLD_AGE', remarried: true }, undefined],
    [{ kind: 'CHILD', childAge: 22 }, undefined],
    [{ kind: 'CHILD', childAge: 23 }, 'REJECTED_CHILD_ENDED'],
    [{ kind: 'CHILD', married: true }, 'REJECTED_CHILD_ENDED'],
    [{ kind: 'CHILD', working: true }, 'REJECTED_CHILD_ENDED'],
    [{ kind: 'WIDOW', working: true }, undefined],
  ])('with %j ends with %s', (facts, decision) => {
    const last = outcome(jp(facts)).at(-1);
    if (decision) expect(last).toBe(decision);
    else expect(last).toMatch(/^JP_MONTHLY/);
  });
});
