import { describe, expect, it } from '@jest/globals';
import { calculate } from '#law';
import { errorOf } from '../spec/outcome.js';

const jht = (balance: number, facts: object = {}) =>
  calculate({
    calculator: 'JHT_FULL',
    balance,
    reason: 'RETIREMENT_AGE',
    ageAtClaim: 56,
    claimDate: '2025-05-05',
    ...facts,
  });
const later = { firstPaymentYear: 2023 };

describe('the final tax on JHT', () => {
  it.each([
    [50_000_000, 0, 0],
    [50_000_001, 1, 0],
    [50_000_010, 10, 1],
    [60_000_000, 10_000_000, 500_000],
    [128_400_000, 78_400_000, 3_920_000],
    [210_000_000, 160_000_000, 8_000_000],
  ])('of %i is 5%% of the %i above 50 million: %i', (balance, taxableIdr, taxIdr) => {
    const { taxMemo, totalIdr } = jht(balance);
    expect(totalIdr).toBe(balance);
    expect({ ...taxMemo }).toEqual({
      regime: 'FINAL_PP_68_2009',
      taxableIdr,
      taxIdr,
      netIdr: balance - taxIdr,
    });
  });

  it('says by which law and how', () => {
    expect(jht(60_000_000).taxMemo).toMatchObject({
      law: 'PP 68/2009',
      article: 'Art. 5 (from memory)',
      confidence: 'V',
      arithmetic: '5% × 10,000,000 = 500,000',
    });
    expect(JSON.parse(JSON.stringify(jht(60_000_000).taxMemo))).toMatchObject({ law: 'PP 68/2009' });
  });

  it('shares the layer without tax with what was paid in the same two calendar years', () => {
    const shared = { firstPaymentYear: 2024, paidWithinTwoYears: 30_000_000 };
    expect(jht(60_000_000, shared).taxMemo).toMatchObject({ taxableIdr: 40_000_000, taxIdr: 2_000_000 });
    const used = { firstPaymentYear: 2024, paidWithinTwoYears: 70_000_000 };
    expect(jht(60_000_000, used).taxMemo).toMatchObject({ taxableIdr: 60_000_000, taxIdr: 3_000_000 });
    expect(jht(60_000_000, shared).taxMemo!.note).toBeUndefined();
    expect(jht(60_000_000, { firstPaymentYear: 2024 }).taxMemo!.note!.en).toContain('two calendar years');
  });

  it('is no larger without a tax number', () => {
    expect(jht(60_000_000, { npwp: false }).taxMemo).toMatchObject({ taxIdr: 500_000 });
  });
});

describe('a payment in the third calendar year or later', () => {
  it('falls under the tariff of incomes, the one before it does not', () => {
    expect(jht(60_000_000, { firstPaymentYear: 2024 }).taxMemo!.regime).toBe('FINAL_PP_68_2009');
    expect(jht(60_000_000, later).taxMemo!.regime).toBe('PROGRESSIVE_ART_17');
  });

  it.each([
    [60_000_000, 3_000_000],
    [60_000_010, 3_000_002],
    [250_000_000, 31_500_000],
    [500_000_000, 94_000_000],
    [600_000_000, 124_000_000],
    [5_000_000_000, 1_444_000_000],
    [6_000_000_000, 1_794_000_000],
  ])('of %i, whole, is taxed with %i', (balance, taxIdr) => {
    expect(jht(balance, later).taxMemo).toMatchObject({
      taxableIdr: balance,
      taxIdr,
      netIdr: balance - taxIdr,
    });
  });

  it('had other layers before 2022', () => {
    const old = (balance: number, claimDate: string) =>
      jht(balance, { firstPaymentYear: 2016, claimDate }).taxMemo!.taxIdr;
    expect([old(60_000_000, '2021-12-31'), old(60_000_000, '2022-01-01')]).toEqual([4_000_000, 3_000_000]);
    expect([old(6_000_000_000, '2021-12-31'), old(6_000_000_000, '2022-01-01')]).toEqual([
      1_745_000_000, 1_794_000_000,
    ]);
  });

  it('costs a fifth more without a tax number, rounded once', () => {
    const { taxMemo } = jht(60_000_010, { ...later, npwp: false });
    expect(taxMemo).toMatchObject({
      taxIdr: 3_600_002,
      article: 'Art. 17; Art. 21(5a)',
      arithmetic: '120% × (5% × 60,000,000 + 15% × 10) = 3,600,002',
    });
    expect(taxMemo!.note!.id).toContain('Pasal 17');
  });
});

describe('the memo', () => {
  it('warns who takes a part of what becomes of the rest', () => {
    const { taxMemo, totalIdr } = calculate({
      calculator: 'JHT_PARTIAL',
      balance: 80_000_000,
      membershipMonths: 121,
      purpose: 'HOUSE',
      claimDate: '2025-05-05',
    });
    expect(totalIdr).toBe(24_000_000);
    expect(taxMemo).toMatchObject({ regime: 'FINAL_PP_68_2009', taxIdr: 0 });
    expect(taxMemo!.note!.en).toContain('progressive');
  });

  it('is none where nothing is paid', () => {
    expect(jht(60_000_000, { ageAtClaim: 55 })).not.toHaveProperty('taxMemo');
    expect(jht(0)).not.toHaveProperty('taxMemo');
  });

  it('knows no first payment after this one', () => {
    const request = { calculator: 'JHT_FULL', balance: 1, reason: 'DEATH', claimDate: '2025-05-05' };
    expect(errorOf({ ...request, firstPaymentYear: 2026 })).toBe('CONTRADICTION');
  });
});
