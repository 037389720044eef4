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
    ['2021-02-02', ['JKP_CASH_M1_M3 5400000', 'JKP_CASH_M4_M6 3000000']],
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
