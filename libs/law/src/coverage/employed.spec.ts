import { describe, expect, it } from '@jest/globals';
import { localDate, period, periodsFrom } from '#kernel';
import { monthsLate } from './due-days.js';
import { type Employment, employedCoverageOn } from './employed.js';

const paid = (first: string, count: number, paidOn: string) =>
  periodsFrom(period(first), count).map((month) => ({ period: month, paidOn: localDate(paidOn) }));

/** Works since March 2025 with an employer that has paid since February. */
const employment = (more: Partial<Employment> = {}): Employment => ({
  startedOn: localDate('2025-03-03'),
  employerPaidFirstOn: localDate('2025-02-10'),
  paid: [],
  ...more,
});
const on = (day: string, more?: Partial<Employment>) => employedCoverageOn(localDate(day), employment(more));

describe('cover of a wage earner', () => {
  it.each([
    ['2025-03-02', 'NEVER', 'NOT_STARTED', 0],
    ['2025-03-03', 'ACTIVE', 'NOT_DUE_YET', 0],
    ['2025-04-15', 'ACTIVE', 'NOT_DUE_YET', 0],
    ['2025-04-16', 'ACTIVE', 'EMPLOYER_IN_ARREARS', 1],
    ['2025-06-17', 'ACTIVE', 'EMPLOYER_IN_ARREARS', 3],
    ['2025-07-15', 'ACTIVE', 'EMPLOYER_IN_ARREARS', 3],
    ['2025-07-16', 'INACTIVE', 'EMPLOYER_PAYS_FIRST', 4],
  ] as const)('of whom nothing was paid yet, on %s: %s %s, %i months', (day, status, reason, months) => {
    expect(on(day)).toMatchObject({ status, reason, employerArrearsMonths: months });
  });

  it('is there while contributions are paid, and ends with the last day of work', () => {
    const worked = { paid: paid('2025-03', 3, '2025-06-10'), endedOn: localDate('2025-05-31') };
    expect(on('2025-05-31', worked)).toMatchObject({ reason: 'EMPLOYER_IN_ARREARS', totalPaidMonths: 0 });
    expect(on('2025-06-10', worked)).toMatchObject({ status: 'INACTIVE', reason: 'ENDED' });
    const paidInTime = { paid: paid('2025-03', 1, '2025-03-20') };
    expect(on('2025-03-25', paidInTime)).toEqual({
      status: 'ACTIVE',
      reason: 'CONTRIBUTIONS_PAID',
      employerArrearsMonths: 0,
      totalPaidMonths: 1,
      paidThrough: '2025-03',
    });
  });

  it('begins with the first payment of the employer, for whomever', () => {
    expect(on('2025-03-10', { employerPaidFirstOn: undefined })).toMatchObject({
      status: 'NEVER',
      reason: 'EMPLOYER_NEVER_PAID',
    });
    const later = { employerPaidFirstOn: localDate('2025-04-10') };
    expect(on('2025-04-09', later).status).toBe('NEVER');
    expect(on('2025-04-10', later)).toMatchObject({ status: 'ACTIVE', reason: 'NOT_DUE_YET' });
  });

  it('counts arrears in a row: a month that was paid begins the count anew', () => {
    const gap = { paid: paid('2025-06', 1, '2025-07-10') };
    expect(on('2025-08-20', gap)).toMatchObject({ employerArrearsMonths: 1, reason: 'EMPLOYER_IN_ARREARS' });
    expect(on('2025-07-09', gap).employerArrearsMonths).toBe(3);
  });
});

describe('the months that an employer is late', () => {
  it.each([
    ['2025-02', '2025-03-17', 0],
    ['2025-02', '2025-03-18', 1],
    ['2025-02', '2025-04-17', 1],
    ['2025-02', '2025-04-18', 2],
    ['2020-08', '2020-09-30', 0],
  ] as const)('for %s, paid on %s: %i', (month, paidOn, late) => {
    expect(monthsLate(period(month), localDate(paidOn))).toBe(late);
  });
});
