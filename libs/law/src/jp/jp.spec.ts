import { describe, expect, it } from '@jest/globals';
import { calculate } from '#law';
import { addDays, localDate } from '#kernel';
import { inForce } from '../kernel/rule.js';
import { arithmetic, errorOf, outcome, total } from '../spec/outcome.js';
import { JP_RETIREMENT_AGE } from './jp.rules.js';

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
    ['PARENT', '20% × 1% × 180/12 × 6,000,000 = 180,000 → min 399,700'],
  ])('of kind %s is %s', (kind, text) => {
    expect(arithmetic(jp({ kind }))).toBe(text);
  });

  it.each([
    [{ weightedAvgMonthlyWage: 2_000_000 }, ['JP_MONTHLY 399700']],
    [{ weightedAvgMonthlyWage: 2_666_000 }, ['JP_MONTHLY 399900']],
    [{ weightedAvgMonthlyWage: 31_948_000 }, ['JP_MONTHLY 4792200']],
    [{ weightedAvgMonthlyWage: 40_000_000 }, ['JP_MONTHLY 4792300']],
    [{ weightedAvgMonthlyWage: 1_000_000, floor: 411_400 }, ['JP_MONTHLY 411400']],
    [{ weightedAvgMonthlyWage: 40_000_000, ceiling: 4_932_300 }, ['JP_MONTHLY 4932300']],
  ])('with %j stays between floor and ceiling: %j', (facts, expected) => {
    expect(outcome(jp(facts))).toEqual(expected);
  });

  /** A second copy of the table of the reference, 6.2.1. */
  it.each([
    ['2015-07-01', 300_000, 'V', 3_600_000, 'V'],
    ['2016-03-01', 310_050, 'V', 3_720_600, 'V'],
    ['2017-03-01', 319_450, 'H', 3_833_000, 'L'],
    ['2018-03-01', 331_000, 'H', 3_971_400, 'L'],
    ['2019-03-01', 341_400, 'H', 4_095_800, 'L'],
    ['2020-03-01', 350_700, 'V', 4_207_300, 'L'],
    ['2021-03-01', 356_600, 'H', 4_278_000, 'L'],
    ['2022-03-01', 363_300, 'H', 4_358_000, 'L'],
    ['2023-03-01', 383_400, 'V', 4_598_100, 'V'],
    ['2024-03-01', 393_500, 'V', 4_718_200, 'V'],
    ['2025-03-01', 399_700, 'H', 4_792_300, 'H'],
    ['2026-03-01', 411_400, 'M', 4_932_300, 'M'],
  ])('that starts on %s has a floor of %i (%s) and a ceiling of %i (%s)', (day, floor, sure, ceiling, of) => {
    const from = localDate(day);
    const low = { weightedAvgMonthlyWage: 1_000_000 };
    const high = { weightedAvgMonthlyWage: 90_000_000 };
    expect(calculate(jp({ ...low, claimDate: from }))).toMatchObject({
      totalIdr: floor,
      components: [{ confidence: sure }],
    });
    expect(calculate(jp({ ...high, claimDate: from }))).toMatchObject({
      totalIdr: ceiling,
      components: [{ confidence: of }],
    });
    if (day === '2015-07-01') return;
    expect(total(jp({ ...low, claimDate: addDays(from, -1) }))).toBeLessThan(floor);
    expect(total(jp({ ...high, claimDate: addDays(from, -1) }))).toBeLessThan(ceiling);
  });

  it('held at a limit that was derived says so (Q-8); one named in the request is as sure as the formula', () => {
    const table = { article: 'Art. 18; convention Q-8', confidence: 'H' };
    const formula = { article: 'Art. 17', confidence: 'V' };
    const basis = (facts: object) => calculate(jp(facts)).components[0];
    expect(basis({ weightedAvgMonthlyWage: 1_000_000 })).toMatchObject(table);
    expect(basis({ weightedAvgMonthlyWage: 40_000_000, floor: 1 })).toMatchObject(table);
    expect(basis({ weightedAvgMonthlyWage: 40_000_000, floor: 1, ceiling: 2 })).toMatchObject(formula);
    expect(basis({ weightedAvgMonthlyWage: 1_000_000, claimDate: '2024-03-01' })).toMatchObject({
      article: 'Art. 18',
      confidence: 'V',
    });
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
    ['DISABILITY', { contributionMonths: 120, membershipMonths: 150 }, ['JP_MONTHLY 900000']],
    ['DISABILITY', { contributionMonths: 119, membershipMonths: 150 }, LUMP_SUM],
    ['DISABILITY', { contributionMonths: 1, membershipMonths: 1 }, ['JP_MONTHLY 900000']],
    ['DISABILITY', { contributionMonths: 190, membershipMonths: 400 }, ['JP_MONTHLY 950000']],
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
    expect(inForce(JP_RETIREMENT_AGE, first).value).toBe(age);
    if (year > 2015) expect(inForce(JP_RETIREMENT_AGE, addDays(first, -1)).value).toBe(age - 1);
  });

  it.each([
    [{ birthDate: '1966-12-31', claimDate: '2025-03-03' }, undefined],
    [{ birthDate: '1967-01-01', claimDate: '2025-12-31' }, 'REJECTED_UNDER_RETIREMENT_AGE'],
    [{ birthDate: '1967-01-01', claimDate: '2026-01-01' }, undefined],
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

describe('the retirement age', () => {
  const reached = (birthDate: string, claimDate = '2025-06-02') =>
    calculate(jp({ birthDate, claimDate })).memo?.retirementAgeReachedOn;

  it.each([
    ['1966-09-15', '2024-09-15'],
    ['1967-02-20', '2026-02-20'],
    // 58 on the last day of 2024 is reached, 58 a day later is not: it is 59 by then.
    ['1966-12-31', '2024-12-31'],
    ['1967-01-01', '2026-01-01'],
    // 56 before the law began: from its first day on.
    ['1950-05-05', '2015-07-01'],
    ['1961-12-31', '2017-12-31'],
    ['1962-12-31', '2018-12-31'],
    ['1963-01-01', '2020-01-01'],
    ['1964-02-29', '2021-02-28'],
    ['2000-01-01', '2065-01-01'],
  ])('of somebody born on %s is reached on %s, and the right stays', (birthDate, on) => {
    expect(reached(birthDate)).toBe(on);
  });

  it('is tested on the day it was reached, whatever the table says on the day of the claim', () => {
    const account = { contributionMonths: 116, ...ACCOUNT };
    expect(outcome(jp({ ...account, birthDate: '1966-09-15', claimDate: '2025-03-03' }))).toEqual(LUMP_SUM);
    expect(outcome(jp({ ...account, birthDate: '1967-02-20', claimDate: '2026-02-19' }))).toEqual([
      'JP_REJECTED_UNDER_RETIREMENT_AGE 0',
      'REJECTED_UNDER_RETIREMENT_AGE',
    ]);
    expect(outcome(jp({ ...account, birthDate: '1967-02-20', claimDate: '2026-02-20' }))).toEqual(LUMP_SUM);
  });

  it('cannot be that of somebody who was not born', () => {
    expect(errorOf(jp({ birthDate: '2025-06-03', claimDate: '2025-06-02' }))).toBe('DATES_OUT_OF_ORDER');
  });

  it('plays no part for survivors, and that is said', () => {
    const { ignoredFields, memo } = calculate(jp({ kind: 'WIDOW', birthDate: '1990-01-01' }));
    expect(ignoredFields).toEqual(['birthDate']);
    expect(memo).toBeUndefined();
  });
});

describe('beside a pension', () => {
  it('the employer owes what a wage reported too low makes less of it', () => {
    const { totalIdr, owedByEmployer, owedByEmployerTotalIdr } = calculate(
      jp({ actualMonthlyWage: 8_000_000 }),
    );
    expect(totalIdr).toBe(900_000);
    expect(owedByEmployer).toMatchObject([
      {
        code: 'JP_MONTHLY',
        amountIdr: 300_000,
        ground: 'WAGE_SHORTFALL',
        reimbursable: false,
        arithmetic: '1,200,000 − 900,000 = 300,000',
      },
    ]);
    expect(owedByEmployerTotalIdr).toBe(300_000);
  });

  it('the employer owes nothing where the floor holds for both wages', () => {
    expect(calculate(jp({ weightedAvgMonthlyWage: 1, actualMonthlyWage: 2 }))).toMatchObject({
      owedByEmployer: [],
      owedByEmployerTotalIdr: 0,
    });
  });

  it('a lump sum has the memo of its tax, a monthly pension has none', () => {
    const lumpSum = jp({ contributionMonths: 100, contributionsPaid: 60_000_000 });
    expect(calculate(lumpSum)).toMatchObject({ totalIdr: 60_000_000, taxMemo: { taxIdr: 500_000 } });
    const { taxMemo, ignoredFields } = calculate(jp({ npwp: true }));
    expect(taxMemo).toBeUndefined();
    expect(ignoredFields).toEqual(['npwp']);
  });
});
