import { describe, expect, it } from '@jest/globals';
import { calculate } from '#law';
import { arithmetic, outcome } from '../spec/outcome.js';

const stmb = (accidentDate: string, incapacityMonths: number, incapacityDays = 0, facts: object = {}) => ({
  calculator: 'JKK_STMB',
  segment: 'PU',
  accidentDate,
  monthlyWage: 3_000_000,
  incapacityMonths,
  incapacityDays,
  ...facts,
});

describe('temporary incapacity (STMB)', () => {
  it.each([
    [6, 0, '6 × 3,000,000 = 18,000,000'],
    [7, 0, '6 × 3,000,000 + 1 × 75% × 3,000,000 = 20,250,000'],
    [12, 0, '6 × 3,000,000 + 6 × 75% × 3,000,000 = 31,500,000'],
    [13, 0, '6 × 3,000,000 + 6 × 75% × 3,000,000 + 1 × 50% × 3,000,000 = 33,000,000'],
    [6, 15, '180/30 × 3,000,000 + 15/30 × 75% × 3,000,000 = 19,125,000'],
    [0, 400, '180/30 × 3,000,000 + 180/30 × 75% × 3,000,000 + 40/30 × 50% × 3,000,000 = 33,500,000'],
  ])('of %i months %i days under PP 44/2015 is %s', (months, days, text) => {
    expect(arithmetic(stmb('2019-12-01', months, days))).toBe(text);
  });

  it.each([
    [12, 0, '12 × 3,000,000 = 36,000,000'],
    [13, 0, '12 × 3,000,000 + 1 × 50% × 3,000,000 = 37,500,000'],
    [11, 45, '360/30 × 3,000,000 + 15/30 × 50% × 3,000,000 = 36,750,000'],
    [0, 1, '1/30 × 3,000,000 = 100,000'],
  ])('of %i months %i days under PP 82/2019 is %s', (months, days, text) => {
    expect(arithmetic(stmb('2019-12-02', months, days))).toBe(text);
  });

  it('is less what interim payments gave, and never less than nothing', () => {
    expect(arithmetic(stmb('2025-06-02', 3, 0, { stmbPaid: 6_000_000 }))).toBe(
      '3 × 3,000,000 − 6,000,000 = 3,000,000',
    );
    expect(outcome(stmb('2025-06-02', 1, 0, { stmbPaid: 6_000_000 }))).toEqual([]);
  });

  it('says where days count that their worth is a convention', () => {
    const basis = (months: number, days: number) => calculate(stmb('2025-06-02', months, days)).components[0];
    expect(basis(1, 0)).toMatchObject({ article: 'Annex III.A', confidence: 'V' });
    expect(basis(1, 1)).toMatchObject({ article: 'Annex III.A; convention R-3', confidence: 'D' });
  });

  it('rounds once, half up', () => {
    expect(outcome(stmb('2025-06-02', 0, 1, { monthlyWage: 1_000_005 }))).toEqual(['JKK_STMB 33334']);
    expect(outcome(stmb('2025-06-02', 0, 1, { monthlyWage: 1_000_004 }))).toEqual(['JKK_STMB 33333']);
  });

  it.each([
    ['PU', undefined, 'EMPLOYER'],
    ['PU', false, 'PARTICIPANT'],
    ['JAKON', undefined, 'PARTICIPANT'],
    ['JAKON', true, 'EMPLOYER'],
    ['BPU', true, 'PARTICIPANT'],
  ])('of a %s with the wage continued: %s goes to the %s', (segment, wageContinued, payee) => {
    const [component] = calculate(stmb('2025-06-02', 1, 0, { segment, wageContinued })).components;
    expect(component).toMatchObject({ payee });
  });

  it('of no days is nothing', () => {
    expect(outcome(stmb('2025-06-02', 0))).toEqual([]);
  });
});
