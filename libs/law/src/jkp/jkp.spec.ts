import { describe, expect, it } from '@jest/globals';
import { calculate } from '#law';
import { errorOf, outcome, total } from '../spec/outcome.js';

const jkp = (facts: object) => ({
  calculator: 'JKP',
  terminationDate: '2025-02-07',
  lastReportedWage: 4_000_000,
  ...facts,
});
const OLD_LAW = { terminationDate: '2025-02-06' };

describe('JKP', () => {
  it.each([
    ['2021-02-01', ['JKP_REJECTED_NOT_IN_FORCE 0', 'REJECTED_NOT_IN_FORCE']],
    ['2021-02-02', ['JKP_REJECTED_BEFORE_FIRST_CLAIMS 0', 'REJECTED_BEFORE_FIRST_CLAIMS']],
    ['2021-10-31', ['JKP_REJECTED_BEFORE_FIRST_CLAIMS 0', 'REJECTED_BEFORE_FIRST_CLAIMS']],
    ['2021-11-01', ['JKP_CASH_M1_M3 5400000', 'JKP_CASH_M4_M6 3000000']],
    ['2025-02-06', ['JKP_CASH_M1_M3 5400000', 'JKP_CASH_M4_M6 3000000']],
    ['2025-02-07', ['JKP_CASH_M1_M6 14400000']],
  ])('after a termination on %s pays %j', (terminationDate, expected) => {
    expect(outcome(jkp({ terminationDate }))).toEqual(expected);
  });

  it.each([
    [4_999_999, 17_999_996, 10_499_998],
    [5_000_000, 18_000_000, 10_500_000],
    [5_000_001, 18_000_000, 10_500_000],
    [20_000_000, 18_000_000, 10_500_000],
  ])('counts a wage of %i up to 5 million', (lastReportedWage, now, before) => {
    expect(total(jkp({ lastReportedWage }))).toBe(now);
    expect(total(jkp({ ...OLD_LAW, lastReportedWage }))).toBe(before);
  });

  it.each([
    [3, ['JKP_CASH_M1_M3 5400000']],
    [4, ['JKP_CASH_M1_M3 5400000', 'JKP_CASH_M4_M6 1000000']],
  ])('for %i months under PP 37/2021 is %j', (months, expected) => {
    expect(outcome(jkp({ ...OLD_LAW, months }))).toEqual(expected);
  });

  it.each([
    [OLD_LAW, ['Manfaat uang tunai JKP, bulan 1-3', 'Manfaat uang tunai JKP, bulan 4-6']],
    [{ ...OLD_LAW, months: 5 }, ['Manfaat uang tunai JKP, bulan 1-3', 'Manfaat uang tunai JKP, bulan 4-5']],
    [{ months: 4 }, ['Manfaat uang tunai JKP, bulan 1-4']],
  ])('with %j says for which months each part is: %j', (facts, titles) => {
    const said = calculate(jkp(facts)).components.map(({ explanation }) => explanation.id.split(':')[0]);
    expect(said).toEqual(titles);
  });

  it.each([
    [{ employerArrearsMonths: 3 }, ['JKP_CASH_M1_M6 14400000']],
    [{ employerArrearsMonths: 4 }, ['JKP_EMPLOYER_PAYS_FIRST 0', 'EMPLOYER_PAYS_FIRST']],
    [{ employerArrearsMonths: 6, employerClosed: true }, ['JKP_CASH_M1_M6 14400000']],
    [
      { employerArrearsMonths: 7, employerClosed: true },
      ['JKP_REJECTED_EMPLOYER_ARREARS 0', 'REJECTED_EMPLOYER_ARREARS'],
    ],
    [{ employerArrearsMonths: 4, reason: 'RESIGNED' }, ['JKP_REJECTED_REASON 0', 'REJECTED_REASON']],
    [{ employerArrearsMonths: 4, interviews: 0 }, ['JKP_REJECTED_JOB_SEARCH 0', 'REJECTED_JOB_SEARCH']],
  ])('of an employer with %j is %j', (facts, expected) => {
    expect(outcome(jkp(facts))).toEqual(expected);
  });

  it('says that arrears of the employer played no part before PP 6/2025, nor its end without arrears', () => {
    const ignored = (facts: object) => calculate(jkp(facts)).ignoredFields;
    const closed = { employerClosed: true, employerArrearsMonths: 9 };
    expect(ignored(closed)).toBeUndefined();
    expect(ignored({ ...OLD_LAW, ...closed })).toEqual(['employerClosed', 'employerArrearsMonths']);
    expect(ignored({ employerClosed: true })).toEqual(['employerClosed']);
  });

  it('lasts six months at most and needs a wage', () => {
    expect(errorOf(jkp({ months: 7 }))).toBe('OUT_OF_RANGE');
    expect(errorOf(jkp({ months: 0 }))).toBe('OUT_OF_RANGE');
    expect(errorOf(jkp({ lastReportedWage: 0 }))).toBe('ZERO_WAGE');
  });
});

describe('JKP of an employer in arrears', () => {
  const arrears = (employerArrearsMonths: number, more: object = {}) =>
    jkp({ lastReportedWage: 4_500_000, employerArrearsMonths, ...more });
  const owed = {
    code: 'JKP_CASH_M1_M6',
    amountIdr: 16_200_000,
    ground: 'ARREARS_OVER_3M',
    reimbursable: true,
  };

  it('that is open is paid by BPJS up to three months, and first by the employer beyond', () => {
    expect(calculate(arrears(3))).toMatchObject({ totalIdr: 16_200_000, owedByEmployer: [] });
    const first = calculate(arrears(4));
    expect(outcome(arrears(4))).toEqual(['JKP_EMPLOYER_PAYS_FIRST 0', 'EMPLOYER_PAYS_FIRST']);
    expect(first).toMatchObject({ totalIdr: 0, owedByEmployer: [owed], owedByEmployerTotalIdr: 16_200_000 });
    expect(first.owedByEmployer![0]!.explanation.en).toContain('within 3 months of paying');
  });

  it('that is closed is paid by BPJS up to six months, and owed by its estate beyond', () => {
    const closed = { employerClosed: true };
    expect(calculate(arrears(6, closed))).toMatchObject({ totalIdr: 16_200_000, owedByEmployer: [] });
    expect(outcome(arrears(7, closed))).toEqual([
      'JKP_REJECTED_EMPLOYER_ARREARS 0',
      'REJECTED_EMPLOYER_ARREARS',
    ]);
    expect(calculate(arrears(7, closed)).owedByEmployer).toMatchObject([owed]);
  });

  it('plays no part for terminations before PP 6/2025, and that is said', () => {
    expect(calculate(arrears(9, OLD_LAW))).toMatchObject({
      totalIdr: 9_450_000,
      owedByEmployer: [],
      ignoredFields: ['employerArrearsMonths'],
    });
  });

  it('is owed by nobody where there is no right', () => {
    expect(calculate(arrears(9, { newJob: true })).owedByEmployer).toEqual([]);
  });
});

describe('JKP of a wage reported too low', () => {
  it.each([
    [2_000_000, 3_000_000, 3_600_000],
    [4_500_000, 9_000_000, 1_800_000],
    [5_000_000, 9_000_000, undefined],
    [3_000_000, 2_000_000, undefined],
  ])(
    '%i instead of %i is owed with %s, under the cap of 5 million',
    (lastReportedWage, actualMonthlyWage, due) => {
      const { owedByEmployer } = calculate(jkp({ lastReportedWage, actualMonthlyWage }));
      expect(owedByEmployer!.map(({ amountIdr, ground }) => [amountIdr, ground])).toEqual(
        due === undefined ? [] : [[due, 'WAGE_SHORTFALL']],
      );
    },
  );

  it('is owed beside what an employer in arrears pays first, in lines of its own', () => {
    const { owedByEmployer, owedByEmployerTotalIdr } = calculate(
      jkp({ lastReportedWage: 2_000_000, actualMonthlyWage: 3_000_000, employerArrearsMonths: 5 }),
    );
    expect(
      owedByEmployer!.map(({ amountIdr, ground, reimbursable }) => [amountIdr, ground, reimbursable]),
    ).toEqual([
      [7_200_000, 'ARREARS_OVER_3M', true],
      [3_600_000, 'WAGE_SHORTFALL', false],
    ]);
    expect(owedByEmployerTotalIdr).toBe(10_800_000);
  });
});
