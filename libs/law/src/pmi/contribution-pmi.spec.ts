import { describe, expect, it } from '@jest/globals';
import { calculate } from '#law';
import { errorOf, outcome } from '../spec/outcome.js';

describe('the contribution of a migrant worker', () => {
  const pmi = (facts: object) => ({
    calculator: 'CONTRIB_PMI',
    route: 'PLACEMENT_AGENCY',
    contractMonths: 24,
    ...facts,
  });

  it.each([
    [6, 108_000],
    [12, 189_000],
    [24, 332_500],
  ])('for %i months is %i, and 37,500 before placement through an agency', (contractMonths, amount) => {
    expect(outcome(pmi({ contractMonths }))).toEqual([
      'CONTRIB_PMI_BEFORE 37500',
      `CONTRIB_PMI_DURING_AFTER ${amount}`,
    ]);
    expect(outcome(pmi({ contractMonths, route: 'INDEPENDENT' }))).toEqual([
      `CONTRIB_PMI_DURING_AFTER ${amount}`,
    ]);
  });

  it('adds extra months and voluntary JHT', () => {
    expect(outcome(pmi({ route: 'GOVERNMENT', extraMonths: 3, jhtMonthly: 50_000 }))).toEqual([
      'CONTRIB_PMI_DURING_AFTER 332500',
      'CONTRIB_PMI_EXTRA 40500',
      'CONTRIB_JHT 1350000',
    ]);
  });

  it('says for what each part is', () => {
    const said = calculate(pmi({ extraMonths: 3, jhtMonthly: 50_000 })).components;
    expect(said.map(({ explanation }) => explanation.en.split(':')[0])).toEqual([
      'Contribution of a migrant worker before placement',
      'Contribution of a migrant worker during and after placement',
      'Contribution of a migrant worker for extra months',
      'JHT contribution of a migrant worker',
    ]);
  });

  it('is sold for 6, 12 or 24 months, with JHT of 50,000 to 600,000, from 2023-02-22', () => {
    expect(errorOf(pmi({ contractMonths: 18 }))).toBe('MONTHS_NOT_OFFERED');
    expect(errorOf(pmi({ jhtMonthly: 49_999 }))).toBe('OUT_OF_RANGE');
    expect(errorOf(pmi({ jhtMonthly: 600_001 }))).toBe('OUT_OF_RANGE');
    expect(outcome(pmi({ jhtMonthly: 600_000 }))).toContain('CONTRIB_JHT 14400000');
    expect(errorOf(pmi({ registeredOn: '2023-02-21' }))).toBe('DATE_BEFORE_FIRST_LAW');
    expect(outcome(pmi({ registeredOn: '2023-02-22' }))).toHaveLength(2);
  });
});
