import { describe, expect, it } from '@jest/globals';
import { calculate, serviceDueDate, underReform } from '#law';
import { localDate } from '#kernel';
import { errorOf, outcome, total } from '../spec/outcome.js';

describe('compensation for late payment', () => {
  const late = (facts: object) => ({ calculator: 'LATE_PAYMENT', benefitDue: 42_000_000, ...facts });

  it('is 1% a day for JKK and JKM, and nothing for the others', () => {
    expect(total(late({ daysLate: 3, program: 'JKK' }))).toBe(1_260_000);
    expect(total(late({ daysLate: 3, program: 'JKM' }))).toBe(1_260_000);
    expect(outcome(late({ daysLate: 3, program: 'JHT' }))).toEqual(['NO_COMPENSATION']);
    expect(outcome(late({ daysLate: 0 }))).toEqual([]);
  });

  it.each([
    ['JKK', '2025-07-25'],
    ['JKM', '2025-07-21'],
    ['JHT', '2025-07-23'],
    ['JP', '2025-08-06'],
    ['JKP', '2025-07-21'],
  ] as const)('%s complete on Wednesday 16 July 2025 is due on %s', (program, due) => {
    expect(serviceDueDate(program, localDate('2025-07-16'))).toBe(due);
  });

  it('goes to the participant for JKK, to the heir for JKM', () => {
    const payee = (program: string) => calculate(late({ daysLate: 1, program })).components[0]!.payee;
    expect(['JKK', 'JKM'].map(payee)).toEqual(['PARTICIPANT', 'HEIR']);
  });

  it('of JKP has a due day since JKP exists', () => {
    expect(serviceDueDate('JKP', localDate('2021-02-02'))).toBe('2021-02-05');
    expect(() => serviceDueDate('JKP', localDate('2021-02-01'))).toThrow('DATE_BEFORE_FIRST_LAW');
  });

  it('counts calendar days after the due working day, further days off given', () => {
    const dates = { program: 'JKM', completeOn: '2025-07-16' };
    expect(total(late({ ...dates, paidOn: '2025-07-16' }))).toBe(0);
    expect(total(late({ ...dates, paidOn: '2025-07-21' }))).toBe(0);
    expect(total(late({ ...dates, paidOn: '2025-07-26' }))).toBe(2_100_000);
    expect(total(late({ ...dates, paidOn: '2025-07-26', holidays: ['2025-07-21'] }))).toBe(1_680_000);
  });

  it('needs the days or the dates', () => {
    expect(errorOf(late({}))).toBe('MISSING_FIELD');
    expect(errorOf(late({ completeOn: '2025-04-02' }))).toBe('MISSING_FIELD');
    expect(errorOf(late({ paidOn: '2025-04-02' }))).toBe('MISSING_FIELD');
    expect(errorOf(late({ completeOn: '2025-04-02', paidOn: '2025-04-01' }))).toBe('DATES_OUT_OF_ORDER');
  });

  it('is refused under a reform that gives more working days than anybody lives to count', () => {
    const reform = { SERVICE_DAYS_JKM: { '2025-01-01': 1_000_000_000_000 } };
    const request = {
      calculator: 'LATE_PAYMENT',
      benefitDue: 1,
      completeOn: '2025-06-02',
      paidOn: '2025-06-03',
    };
    expect(underReform(reform, () => errorOf(request))).toBe('UNSAFE_INTEGER');
  });
});
