import { describe, expect, it } from '@jest/globals';
import { calculate } from '#law';
import { arithmetic, errorOf, outcome, total } from '../spec/outcome.js';

describe('the contribution of a BPU', () => {
  const bpu = (facts: object) => ({
    calculator: 'CONTRIB_BPU',
    declaredIncome: 1_000_000,
    period: '2025-02',
    ...facts,
  });

  it('is JKK and JKM for one month unless more is asked', () => {
    expect(outcome(bpu({}))).toEqual(['CONTRIB_JKK 10000', 'CONTRIB_JKM 6800']);
  });

  it.each([
    ['OTHER', '2020-07', 16_800],
    ['OTHER', '2020-08', 168],
    ['OTHER', '2021-01', 168],
    ['OTHER', '2021-02', 16_800],
    ['TRANSPORT', '2025-12', 16_800],
    ['TRANSPORT', '2026-01', 8_400],
    ['TRANSPORT', '2027-03', 8_400],
    ['TRANSPORT', '2027-04', 16_800],
    ['OTHER', '2026-03', 16_800],
    ['OTHER', '2026-04', 8_400],
    ['OTHER', '2026-12', 8_400],
    ['OTHER', '2027-01', 16_800],
  ])('in %s for %s is %i', (sector, period, amount) => {
    expect(total(bpu({ sector, period }))).toBe(amount);
  });

  it('has no relief of PP 50/2025 where government pays, but had that of PP 49/2020', () => {
    expect(total(bpu({ period: '2026-04', governmentPaid: true }))).toBe(16_800);
    expect(total(bpu({ period: '2020-08', governmentPaid: true }))).toBe(168);
  });

  it('says that a trade or a payer plays no part where no relief asks for it', () => {
    const ignored = (facts: object) => calculate(bpu({ sector: 'TRANSPORT', ...facts })).ignoredFields;
    expect(ignored({ period: '2025-12' })).toEqual(['sector']);
    expect(ignored({ period: '2026-01' })).toBeUndefined();
    expect(ignored({ period: '2025-12', months: 2 })).toBeUndefined();
    expect(ignored({ period: '2027-03' })).toBeUndefined();
    expect(ignored({ period: '2027-04', governmentPaid: true })).toEqual(['sector', 'governmentPaid']);
    expect(ignored({ period: '2026-04', governmentPaid: true })).toEqual(['sector']);
    expect(ignored({ period: '2026-04', programs: ['JHT'] })).toEqual(['sector']);
  });

  it('never has relief on JHT', () => {
    expect(total(bpu({ period: '2026-04', programs: ['JHT'] }))).toBe(20_000);
  });

  it('over an edge of relief counts each month by its own rule', () => {
    const advance = bpu({ period: '2026-11', months: 6 });
    expect(arithmetic(advance)).toBe('2 × 50% × 1% × 1,000,000 + 4 × 1% × 1,000,000 = 50,000');
    expect(calculate(advance).components[0]).toMatchObject({
      law: 'PP 50/2025 over PP 44/2015 jo. PP 82/2019 jo. PP 49/2023',
    });
  });

  it('is as sure as the relief on it, when that is less sure', () => {
    const sureness = (period: string) => calculate(bpu({ period })).components[0]!.confidence;
    expect(['2020-07', '2020-08', '2026-04'].map(sureness)).toEqual(['V', 'H', 'V']);
    expect(calculate(bpu({ period: '2020-07' })).components[0]).toMatchObject({
      law: 'PP 44/2015 jo. PP 82/2019',
    });
  });

  it.each([1, 2, 3, 6, 12])('can be paid for %i months at once', (months) => {
    expect(total(bpu({ months }))).toBe(16_800 * months);
  });

  it.each([4, 5, 7, 11])('cannot be paid for %i months at once', (months) => {
    expect(errorOf(bpu({ months }))).toBe('MONTHS_NOT_OFFERED');
  });

  it('has no JP and no JKP', () => {
    expect(errorOf(bpu({ programs: ['JKK', 'JP'] }))).toBe('PROGRAM_NOT_FOR_SEGMENT');
    expect(errorOf(bpu({ programs: ['JKN'] }))).toBe('UNKNOWN_VALUE');
  });
});
