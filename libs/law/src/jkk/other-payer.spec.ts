import { describe, expect, it } from '@jest/globals';
import { calculate } from '#law';
import { errorOf } from '../spec/outcome.js';

const traffic = (facts: object = {}) => ({
  calculator: 'JKK_CASE',
  segment: 'PU',
  accidentDate: '2025-08-12',
  monthlyWage: 4_800_000,
  plkkInvoice: 31_500_000,
  incapacityDays: 12,
  ...facts,
});
const paid = (facts: object) =>
  calculate(traffic(facts)).components.map(({ code, amountIdr }) => `${code} ${amountIdr}`);
const STMB = 'JKK_STMB 1920000';
const asked = (facts: object = {}) => ({ otherPayer: { code: 'JASA_RAHARJA', status: 'ASKED', ...facts } });

describe('care after a traffic accident', () => {
  it('is paid beyond what Jasa Raharja paid; the wage is not touched', () => {
    const facts = { otherPayerPaid: { JASA_RAHARJA: 20_000_000 } };
    expect(paid(facts)).toEqual(['JKK_MEDICAL_PLKK 11500000', STMB]);
    const { components, memo } = calculate(traffic(facts));
    expect(components[0]!.arithmetic).toBe('31,500,000 − 20,000,000 = 11,500,000');
    expect(memo).toEqual({ otherPayers: { JASA_RAHARJA: 20_000_000 } });
  });

  it('is never less than nothing, and goes on to the receipts', () => {
    expect(paid({ otherPayerPaid: { JASA_RAHARJA: 31_500_000 } })).toEqual([STMB]);
    expect(paid({ otherPayerPaid: { JASA_RAHARJA: 40_000_000 } })).toEqual([STMB]);
    expect(paid({ medicalReceipts: 9_000_000, otherPayerPaid: { JASA_RAHARJA: 34_000_000 } })).toEqual([
      'JKK_MEDICAL 6500000',
      STMB,
    ]);
  });

  it.each([
    ['ASKED', undefined, 20_000_000],
    ['GUARANTEED', 18_000_000, 18_000_000],
    ['PAID', 7_000_000, 7_000_000],
    ['REFUSED', undefined, 0],
    ['NOT_COVERED', undefined, 0],
  ])('when Jasa Raharja says %s (%s) is borne by it with %i', (status, amountIdr, borne) => {
    expect(paid(asked({ status, amountIdr }))).toEqual([`JKK_MEDICAL_PLKK ${31_500_000 - borne}`, STMB]);
  });

  it.each([
    ['2017-05-31', false, 10_000_000],
    ['2017-06-01', false, 20_000_000],
    ['2017-06-01', true, 25_000_000],
  ])('on %s, by air %s, is provisionally borne with %i', (accidentDate, byAir, borne) => {
    expect(calculate(traffic({ accidentDate, ...asked({ byAir }) })).memo).toEqual({
      otherPayers: { JASA_RAHARJA: borne },
    });
  });

  it('of a smaller bill is provisionally borne whole', () => {
    expect(calculate(traffic({ plkkInvoice: 3_000_000, ...asked() })).memo).toEqual({
      otherPayers: { JASA_RAHARJA: 3_000_000 },
    });
  });

  it('takes nothing off where nobody else is named', () => {
    expect(paid({})).toEqual(['JKK_MEDICAL_PLKK 31500000', STMB]);
    expect(calculate(traffic()).memo).toBeUndefined();
  });

  it('refuses answers that cannot be', () => {
    expect(errorOf(traffic(asked({ status: 'GUARANTEED' })))).toBe('MISSING_FIELD');
    expect(errorOf(traffic(asked({ status: 'REFUSED', amountIdr: 1 })))).toBe('CONTRADICTION');
    expect(errorOf(traffic({ ...asked(), otherPayerPaid: { JASA_RAHARJA: 1 } }))).toBe('CONTRADICTION');
    expect(errorOf(traffic({ otherPayerPaid: { NOBODY: 1 } }))).toBe('UNKNOWN_FIELD');
  });
});
