import { describe, expect, it } from '@jest/globals';
import { type LocalDate, localDate, period, periodsFrom } from '#kernel';
import { contributionDueDate, coverageOn, type PaidPeriod } from './coverage.js';

const paid = (first: string, count: number, paidOn?: string): PaidPeriod[] =>
  periodsFrom(period(first), count).map((month) => ({
    period: month,
    ...(paidOn && { paidOn: localDate(paidOn) }),
  }));

describe('the due day of a contribution', () => {
  it.each([
    ['BPU', '2025-01', '2025-01-15'],
    ['BPU', '2025-02', '2025-02-17'],
    ['BPU', '2025-03', '2025-03-17'],
    ['PU', '2025-01', '2025-02-17'],
    ['PU', '2025-12', '2026-01-15'],
    ['PU', '2020-07', '2020-08-17'],
    ['PU', '2020-08', '2020-09-30'],
    ['PU', '2020-09', '2020-10-30'],
    ['BPU', '2020-10', '2020-10-30'],
    ['PU', '2021-01', '2021-03-01'],
    ['PU', '2021-02', '2021-03-15'],
    ['JAKON', '2025-01', '2024-12-31'],
  ] as const)('of %s for %s is %s', (segment, month, due) => {
    expect(contributionDueDate(period(month), segment)).toBe(due);
  });

  it('moves past the holidays it is told of', () => {
    const holidays = ['2025-01-15', '2025-01-16'] as LocalDate[];
    expect(contributionDueDate(period('2025-01'), 'BPU', holidays)).toBe('2025-01-17');
  });
});

describe('coverage', () => {
  it.each([
    ['2024-12-31', 'NEVER', 0, 0, 0],
    ['2025-01-01', 'ACTIVE', 0, 1, 1],
    ['2025-03-31', 'ACTIVE', 0, 3, 3],
    ['2025-04-15', 'ACTIVE', 0, 3, 3],
    ['2025-04-16', 'PENDING_ARREARS', 1, 3, 3],
    ['2025-05-15', 'PENDING_ARREARS', 1, 3, 3],
    ['2025-05-16', 'PENDING_ARREARS', 2, 3, 3],
    ['2025-06-17', 'PENDING_ARREARS', 3, 3, 3],
    ['2025-06-30', 'PENDING_ARREARS', 3, 3, 3],
    ['2025-07-01', 'INACTIVE', 0, 0, 3],
  ] as const)('of a BPU paid January to March 2025 is on %s %s', (date, status, arrears, run, all) => {
    expect(coverageOn(localDate(date), paid('2025-01', 3), 'BPU')).toMatchObject({
      status,
      arrearsMonths: arrears,
      consecutivePaidMonths: run,
      totalPaidMonths: all,
    });
  });

  it.each([
    ['2025-04-30', 'ACTIVE', 0],
    ['2025-05-15', 'ACTIVE', 0],
    ['2025-05-16', 'ACTIVE', 1],
    ['2025-07-16', 'ACTIVE', 3],
    ['2025-07-31', 'ACTIVE', 3],
    ['2025-08-01', 'INACTIVE', 0],
  ] as const)(
    'of a wage earner paid to March 2025 is on %s %s with %i months owed',
    (date, status, arrears) => {
      expect(coverageOn(localDate(date), paid('2025-01', 3), 'PU')).toMatchObject({
        status,
        arrearsMonths: arrears,
      });
    },
  );

  it.each(['JAKON', 'PMI'] as const)('of %s ends with what was paid in advance', (segment) => {
    expect(coverageOn(localDate('2025-03-31'), paid('2025-01', 3), segment).status).toBe('ACTIVE');
    expect(coverageOn(localDate('2025-04-01'), paid('2025-01', 3), segment).status).toBe('INACTIVE');
  });

  it('counts only what was paid by the day: paying after an accident does not cover it', () => {
    const late = [...paid('2025-01', 1), ...paid('2025-02', 5, '2025-06-12')];
    expect(coverageOn(localDate('2025-06-11'), late, 'BPU').status).toBe('INACTIVE');
    expect(coverageOn(localDate('2025-06-12'), late, 'BPU')).toMatchObject({
      status: 'ACTIVE',
      consecutivePaidMonths: 6,
    });
  });

  it('begins with the first payment', () => {
    const first = paid('2025-06', 1, '2025-06-10');
    expect(coverageOn(localDate('2025-06-09'), first, 'BPU').status).toBe('NEVER');
    expect(coverageOn(localDate('2025-06-10'), first, 'BPU').status).toBe('ACTIVE');
  });

  it('counts months paid in advance only when they have come', () => {
    const year = paid('2025-01', 12, '2025-01-05');
    expect(coverageOn(localDate('2025-02-20'), year, 'BPU')).toMatchObject({
      status: 'ACTIVE',
      consecutivePaidMonths: 2,
      totalPaidMonths: 2,
      paidThrough: '2025-02',
    });
  });

  it('starts the run anew after a gap, while the total goes on', () => {
    const history = [...paid('2024-01', 5), ...paid('2025-05', 2), ...paid('2025-05', 1)];
    expect(coverageOn(localDate('2025-06-20'), history, 'BPU')).toMatchObject({
      status: 'ACTIVE',
      consecutivePaidMonths: 2,
      totalPaidMonths: 7,
    });
  });

  it('is NEVER without a payment', () => {
    expect(coverageOn(localDate('2025-06-20'), [], 'PU')).toEqual({
      status: 'NEVER',
      arrearsMonths: 0,
      consecutivePaidMonths: 0,
      totalPaidMonths: 0,
    });
  });
});
