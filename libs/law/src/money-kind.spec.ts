import { describe, expect, it } from '@jest/globals';
import { fundOf, moneyKindOf } from './money-kind.js';

describe('the kind of money of a benefit', () => {
  it.each([
    ['JKK_MEDICAL_PLKK', 'CARE'],
    ['JKK_MEDICAL', 'CARE'],
    ['JKK_HOME_CARE', 'CARE'],
    ['JKK_PMI_CARE_ABROAD', 'CARE'],
    ['JKK_TRANSPORT_LAND', 'CASH'],
    ['JKK_PROSTHESIS', 'CASH'],
    ['JKK_PARTIAL_ANATOMIC', 'CASH'],
    ['JKM_FUNERAL', 'CASH'],
    ['SCHOLARSHIP_SD', 'SCHOLARSHIP'],
  ])('of %s is %s', (code, kind) => {
    expect(moneyKindOf(code)).toBe(kind);
  });
});

describe('the programme', () => {
  it.each([
    ['CONTRIB_JKK', 'JKK'],
    ['CONTRIB_JHT_WORKER', 'JHT'],
    ['CONTRIB_JP_EMPLOYER', 'JP'],
    ['JKM_DEATH', 'JKM'],
    ['SCHOLARSHIP_SD', undefined],
    ['ARREARS_SET_OFF', undefined],
  ])('of %s is %s', (code, fund) => {
    expect(fundOf(code)).toBe(fund);
  });
});
