import { describe, expect, it } from '@jest/globals';
import { calculate } from '#law';
import { errorOf, total } from '../spec/outcome.js';

const bill = (facts: object = {}) => ({
  calculator: 'CONTRIB_PU',
  monthlyWage: 4_000_000,
  riskClass: 2,
  period: '2025-04',
  ...facts,
});
const owed = (request: Readonly<Record<string, unknown>>) =>
  calculate(request).owedByEmployer?.map(({ code, amountIdr, ground, reimbursable }) => {
    expect(reimbursable).toBe(false);
    return `${code} ${amountIdr} ${ground}`;
  });

describe('beside the bill of a month the employer owes', () => {
  it('nothing that nobody asked about', () => {
    expect(owed(bill())).toBeUndefined();
    expect(owed(bill({ actualMonthlyWage: 4_000_000, monthsLate: 0, employerSize: 'MICRO' }))).toEqual([]);
  });

  it('5.7 % of what the wage was reported too low, and JP up to its cap', () => {
    const request = bill({ programs: ['JHT', 'JP'], monthlyWage: 10_000_000, actualMonthlyWage: 12_000_000 });
    expect(owed(request)).toEqual([
      'CONTRIB_JHT_EMPLOYER 74000 WAGE_SHORTFALL',
      'CONTRIB_JHT_WORKER 40000 WAGE_SHORTFALL',
      'CONTRIB_JP_EMPLOYER 10948 WAGE_SHORTFALL',
      'CONTRIB_JP_WORKER 5474 WAGE_SHORTFALL',
    ]);
    expect(total(request)).toBe(total(bill({ programs: ['JHT', 'JP'], monthlyWage: 10_000_000 })));
  });

  it.each([
    ['MICRO', []],
    ['SMALL', ['CONTRIB_JHT_EMPLOYER 148000', 'CONTRIB_JHT_WORKER 80000']],
    [
      'MEDIUM',
      [
        'CONTRIB_JHT_EMPLOYER 148000',
        'CONTRIB_JHT_WORKER 80000',
        'CONTRIB_JP_EMPLOYER 80000',
        'CONTRIB_JP_WORKER 40000',
      ],
    ],
    [
      'LARGE',
      [
        'CONTRIB_JHT_EMPLOYER 148000',
        'CONTRIB_JHT_WORKER 80000',
        'CONTRIB_JP_EMPLOYER 80000',
        'CONTRIB_JP_WORKER 40000',
      ],
    ],
  ])('of %s size what it had to join beside JKK and JKM: %j', (employerSize, lines) => {
    expect(owed(bill({ employerSize }))).toEqual(lines.map((line) => `${line} PROGRAMME_NOT_JOINED`));
    const joined = ['JKK', 'JKM', 'JHT', 'JP'];
    expect(owed(bill({ employerSize, programs: joined }))).toEqual([]);
  });

  it('a late month with 2 % for each month late', () => {
    expect(owed(bill({ monthsLate: 2 }))).toEqual([
      'CONTRIB_JKK 21600 CONTRIBUTIONS_DUE',
      'CONTRIB_JKM 12000 CONTRIBUTIONS_DUE',
      'EMPLOYER_FINE 1344 CONTRIBUTIONS_DUE',
    ]);
  });
});

describe('the dues of an employer', () => {
  const month = (period: string, facts: object = {}) => ({ period, monthlyWage: 4_000_000, ...facts });

  it('are added up month by month, each by its own law, and nothing is billed', () => {
    const request = {
      calculator: 'EMPLOYER_DUES',
      months: ['2025-02', '2025-03'].map((period) =>
        month(period, { programs: ['JP'], monthlyWage: 10_000_000, actualMonthlyWage: 20_000_000 }),
      ),
    };
    expect(owed(request)).toEqual([
      'CONTRIB_JP_EMPLOYER 846 WAGE_SHORTFALL',
      'CONTRIB_JP_WORKER 423 WAGE_SHORTFALL',
      'CONTRIB_JP_EMPLOYER 10948 WAGE_SHORTFALL',
      'CONTRIB_JP_WORKER 5474 WAGE_SHORTFALL',
    ]);
    expect(calculate(request)).toMatchObject({ components: [], totalIdr: 0, owedByEmployerTotalIdr: 17_691 });
  });

  it('need a month', () => {
    expect(errorOf({ calculator: 'EMPLOYER_DUES', months: [] })).toBe('MISSING_FIELD');
  });
});
