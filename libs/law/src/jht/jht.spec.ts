import { describe, expect, it } from '@jest/globals';
import { calculate } from '#law';
import { arithmetic, errorOf, outcome } from '../spec/outcome.js';

const full = (facts: object) => ({
  calculator: 'JHT_FULL',
  contributionsPaid: 3_420_000,
  developmentCredited: 190_000,
  stopDate: '2025-01-10',
  claimDate: '2025-01-11',
  ...facts,
});

describe('JHT in full', () => {
  it.each([
    'RETIREMENT_AGE',
    'DEATH',
    'TOTAL_PERMANENT',
    'CONTRACT_ENDED',
    'BPU_STOPPED',
    'LEFT_INDONESIA',
    'COMPANY_RETIREMENT',
  ])('is paid at once for %s', (reason) => {
    expect(outcome(full({ reason }))).toEqual(['JHT_BALANCE 3610000']);
  });

  it.each([
    ['2025-01-10', '2025-02-10', false],
    ['2025-01-10', '2025-02-11', true],
    ['2025-01-31', '2025-02-28', false],
    ['2025-01-31', '2025-03-01', true],
    ['2016-01-10', '2016-02-10', false],
    ['2016-01-10', '2016-02-11', true],
  ])('after leaving on %s and claiming on %s is paid: %s', (stopDate, claimDate, paid) => {
    for (const reason of ['RESIGNED', 'TERMINATED']) {
      expect(outcome(full({ reason, stopDate, claimDate }))).toEqual(
        paid ? ['JHT_BALANCE 3610000'] : ['JHT_REJECTED_WAITING_PERIOD 0', 'REJECTED_WAITING_PERIOD'],
      );
    }
  });

  it.each([
    ['2022-03-31', 'PP 46/2015 jo. PP 60/2015'],
    ['2022-04-01', 'PP 46/2015 jo. PP 60/2015; Permenaker 4/2022'],
  ])('of who left on %s rests on %s', (stopDate, law) => {
    expect(calculate(full({ reason: 'DEATH', stopDate })).components[0]).toMatchObject({ law });
  });

  it('for age is paid from 56', () => {
    expect(outcome(full({ reason: 'RETIREMENT_AGE', ageAtClaim: 56 }))).toEqual(['JHT_BALANCE 3610000']);
    expect(outcome(full({ reason: 'RETIREMENT_AGE', ageAtClaim: 55 })).at(-1)).toBe(
      'REJECTED_UNDER_RETIREMENT_AGE',
    );
    expect(outcome(full({ reason: 'DEATH', ageAtClaim: 30 }))).toEqual(['JHT_BALANCE 3610000']);
  });

  it('takes the balance or its parts, not both and not none', () => {
    const parts = { contributionsPaid: undefined, developmentCredited: undefined };
    expect(arithmetic(full({ reason: 'DEATH' }))).toBe('3,420,000 + 190,000 = 3,610,000');
    expect(arithmetic(full({ reason: 'DEATH', ...parts, balance: 7 }))).toBe('7');
    expect(errorOf(full({ reason: 'DEATH', balance: 7 }))).toBe('CONTRADICTION');
    expect(errorOf(full({ reason: 'DEATH', ...parts }))).toBe('MISSING_FIELD');
  });

  it('needs no dates where nothing waits: then the newest law is told', () => {
    const dateless = { stopDate: undefined, claimDate: undefined };
    expect(calculate(full({ reason: 'DEATH', ...dateless }))).toMatchObject({
      ruleSetVersion: '2026-01-01/2',
      totalIdr: 3_610_000,
    });
  });

  it('goes to the heir after a death, else to the participant', () => {
    const payee = (reason: string) => calculate(full({ reason })).components[0]!.payee;
    expect(['DEATH', 'TOTAL_PERMANENT'].map(payee)).toEqual(['HEIR', 'PARTICIPANT']);
  });

  it('needs the dates its waiting period runs between', () => {
    expect(errorOf(full({ reason: 'TERMINATED', stopDate: undefined }))).toBe('MISSING_FIELD');
    expect(errorOf(full({ reason: 'TERMINATED', claimDate: '2025-01-09' }))).toBe('DATES_OUT_OF_ORDER');
    expect(errorOf(full({ reason: 'BORED' }))).toBe('UNKNOWN_VALUE');
  });
});

describe('JHT in part', () => {
  const part = (facts: object) => ({
    calculator: 'JHT_PARTIAL',
    balance: 80_000_000,
    membershipMonths: 120,
    purpose: 'HOUSE',
    previousPartial: false,
    ...facts,
  });

  it.each([
    [{}, ['JHT_PARTIAL_30 24000000']],
    [{ purpose: 'RETIREMENT_PREPARATION' }, ['JHT_PARTIAL_10 8000000']],
    [{ purpose: 'RETIREMENT' }, ['JHT_PARTIAL_10 8000000']],
    [{ purpose: 'HOUSING' }, ['JHT_PARTIAL_30 24000000']],
    [{ requested: 5_000_000 }, ['JHT_PARTIAL_30 5000000']],
    [{ requested: 25_000_000 }, ['JHT_PARTIAL_30 24000000']],
    [{ membershipMonths: 119 }, ['JHT_REJECTED_UNDER_10_YEARS 0', 'REJECTED_UNDER_10_YEARS']],
    [{ previousPartial: true }, ['JHT_REJECTED_PREVIOUS_PARTIAL 0', 'REJECTED_PREVIOUS_PARTIAL']],
    [
      { membershipMonths: 119, previousPartial: true },
      ['JHT_REJECTED_UNDER_10_YEARS 0', 'REJECTED_UNDER_10_YEARS'],
    ],
  ])('with %j is %j', (facts, expected) => {
    expect(outcome(part(facts))).toEqual(expected);
  });

  it('takes the balance or its parts, as JHT in full does', () => {
    const parts = { balance: undefined, contributionsPaid: 3_420_000, developmentCredited: 190_000 };
    expect(arithmetic(part(parts))).toBe('30% × (3,420,000 + 190,000) = 1,083,000');
    expect(errorOf(part({ balance: undefined }))).toBe('MISSING_FIELD');
  });
});
