import { describe, expect, it } from '@jest/globals';
import { calculate } from '#law';
import { arithmetic, errorOf, outcome, total } from '../spec/outcome.js';

describe('the fine of a late employer', () => {
  const fine = (facts: object) => ({
    calculator: 'LATE_FINE',
    contributionDue: 10_000_000,
    monthsLate: 2,
    period: '2024-05',
    ...facts,
  });

  it.each([
    ['2020-07', 400_000],
    ['2020-08', 100_000],
    ['2021-01', 100_000],
    ['2021-02', 400_000],
  ])('for %s is %i', (period, amount) => {
    expect(total(fine({ period }))).toBe(amount);
  });

  it.each([
    ['2025-01', '2026-06-30', 400_000],
    ['2025-02', '2026-06-30', 100_000],
    ['2026-01', '2026-06-30', 100_000],
    ['2026-01', '2026-07-01', 400_000],
    ['2026-02', '2026-06-30', 400_000],
  ])('of labour-intensive industry for %s, paid on %s, is %i (Q-23)', (period, paidOn, amount) => {
    expect(total(fine({ period, paidOn, labourIntensiveRelief: true }))).toBe(amount);
    expect(total(fine({ period, paidOn }))).toBe(400_000);
  });

  it('says what played no part in it', () => {
    const ignored = (facts: object) =>
      calculate(fine({ paidOn: '2026-06-30', labourIntensiveRelief: true, ...facts })).ignoredFields;
    expect(ignored({ period: '2025-02' })).toBeUndefined();
    expect(ignored({ period: '2025-01' })).toEqual(['labourIntensiveRelief', 'paidOn']);
    expect(ignored({ period: '2025-02', labourIntensiveRelief: false })).toEqual(['paidOn']);
    expect(ignored({ period: '2025-02', segment: 'BPU' })).toEqual(['labourIntensiveRelief', 'paidOn']);
  });

  it('is rounded once and is nothing when nothing is late', () => {
    expect(arithmetic(fine({ contributionDue: 1_025, monthsLate: 1, period: '2020-09' }))).toBe(
      '0.5% × 1,025 × 1 = 5',
    );
    expect(outcome(fine({ monthsLate: 0 }))).toEqual([]);
  });

  it('is not for who has no employer', () => {
    expect(outcome(fine({ segment: 'BPU' }))).toEqual(['NO_FINE']);
    expect(outcome(fine({ segment: 'PMI' }))).toEqual(['NO_FINE']);
    expect(outcome(fine({ segment: 'JAKON' }))).toEqual(['EMPLOYER_FINE 400000']);
  });

  it('has an end: nobody is a lifetime late', () => {
    expect(errorOf(fine({ monthsLate: 721 }))).toBe('OUT_OF_RANGE');
  });
});
