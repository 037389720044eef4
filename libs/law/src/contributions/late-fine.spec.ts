import { describe, expect, it } from '@jest/globals';
import { calculate, serviceDueDate } from '#law';
import { localDate } from '#kernel';
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

describe('compensation for late payment', () => {
  const late = (facts: object) => ({ calculator: 'LATE_PAYMENT', benefitDue: 42_000_000, ...facts });

  it('is 1% a day for JKK and JKM, and nothing for the others', () => {
    expect(total(late({ daysLate: 3, program: 'JKK' }))).toBe(1_260_000);
    expect(total(late({ daysLate: 3, program: 'JKM' }))).toBe(1_260_000);
    expect(outcome(late({ daysLate: 3, program: 'JHT' }))).toEqual(['NO_COMPENSATION']);
    expect(outcome(late({ daysLate: 0 }))).toEqual([]);
  });

  it.each([
    ['JKK', '2025-04-11'],
    ['JKM', '2025-04-07'],
    ['JHT', '2025-04-09'],
    ['JP', '2025-04-23'],
    ['JKP', '2025-04-07'],
  ] as const)('%s complete on Wednesday 2 April 2025 is due on %s', (program, due) => {
    expect(serviceDueDate(program, localDate('2025-04-02'))).toBe(due);
  });

  it('goes to the participant for JKK, to the heir for JKM', () => {
    const payee = (program: string) => calculate(late({ daysLate: 1, program })).components[0]!.payee;
    expect(['JKK', 'JKM'].map(payee)).toEqual(['PARTICIPANT', 'HEIR']);
  });

  it('of JKP has a due day since JKP exists', () => {
    expect(serviceDueDate('JKP', localDate('2021-02-02'))).toBe('2021-02-05');
    expect(() => serviceDueDate('JKP', localDate('2021-02-01'))).toThrow('DATE_BEFORE_FIRST_LAW');
  });

  it('counts calendar days after the due working day, holidays given', () => {
    const dates = { program: 'JKM', completeOn: '2025-04-02' };
    expect(total(late({ ...dates, paidOn: '2025-04-02' }))).toBe(0);
    expect(total(late({ ...dates, paidOn: '2025-04-07' }))).toBe(0);
    expect(total(late({ ...dates, paidOn: '2025-04-12' }))).toBe(2_100_000);
    expect(total(late({ ...dates, paidOn: '2025-04-12', holidays: ['2025-04-07'] }))).toBe(1_680_000);
  });

  it('needs the days or the dates', () => {
    expect(errorOf(late({}))).toBe('MISSING_FIELD');
    expect(errorOf(late({ completeOn: '2025-04-02' }))).toBe('MISSING_FIELD');
    expect(errorOf(late({ paidOn: '2025-04-02' }))).toBe('MISSING_FIELD');
    expect(errorOf(late({ completeOn: '2025-04-02', paidOn: '2025-04-01' }))).toBe('DATES_OUT_OF_ORDER');
  });
});
