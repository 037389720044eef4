import { describe, expect, it } from '@jest/globals';
import { calculate } from '#law';
import { errorOf, outcome } from '../spec/outcome.js';

describe('the expiry of a JKK claim', () => {
  const expiry = (accidentDate: string, claimDate: string) => ({
    calculator: 'EXPIRY',
    accidentDate,
    claimDate,
  });

  it.each([
    ['2016-03-01', '2018-03-01', 'NOT_EXPIRED'],
    ['2016-03-01', '2018-03-02', 'REJECTED_EXPIRED'],
    ['2017-12-01', '2019-12-01', 'NOT_EXPIRED'],
    ['2017-12-01', '2019-12-02', 'REJECTED_EXPIRED'],
    ['2017-12-02', '2022-12-02', 'NOT_EXPIRED'],
    ['2017-12-02', '2022-12-03', 'REJECTED_EXPIRED'],
    ['2019-12-02', '2024-12-02', 'NOT_EXPIRED'],
    ['2019-12-02', '2024-12-03', 'REJECTED_EXPIRED'],
    ['2020-02-29', '2025-02-28', 'NOT_EXPIRED'],
    ['2020-02-29', '2025-03-01', 'REJECTED_EXPIRED'],
  ])('of an accident on %s, claimed on %s: %s', (accidentDate, claimDate, decision) => {
    expect(outcome(expiry(accidentDate, claimDate)).at(-1)).toBe(decision);
  });

  it('names the law: that of the accident, but PP 82/2019 for the transition', () => {
    const law = (accident: string, claim: string) => calculate(expiry(accident, claim)).components[0];
    expect(law('2016-03-01', '2018-06-01')).toMatchObject({ law: 'PP 44/2015', article: 'Art. 26' });
    expect(law('2018-03-01', '2024-06-01')).toMatchObject({
      law: 'PP 44/2015 jo. PP 82/2019',
      article: 'Art. 26; convention Q-4',
    });
    expect(law('2019-12-02', '2025-06-01')).toMatchObject({
      law: 'PP 44/2015 jo. PP 82/2019',
      article: 'Art. 26',
    });
  });

  it('runs from the diagnosis of an occupational disease', () => {
    const facts = {
      calculator: 'EXPIRY',
      accidentDate: '2018-01-01',
      diagnosisDate: '2024-06-01',
      claimDate: '2029-06-01',
    };
    expect(calculate(facts)).toMatchObject({
      decision: 'NOT_EXPIRED',
      memo: { lastDayToClaim: '2029-06-01' },
    });
  });

  it('cannot be asked of a claim before the accident, nor of no accident', () => {
    expect(errorOf(expiry('2025-03-01', '2025-02-28'))).toBe('DATES_OUT_OF_ORDER');
    expect(errorOf({ calculator: 'EXPIRY', claimDate: '2025-02-28' })).toBe('MISSING_FIELD');
  });
});
