import { describe, expect, it } from '@jest/globals';
import { calculate } from '#law';
import { errorOf, outcome } from '../spec/outcome.js';

const disease = (facts: object = {}) => ({
  calculator: 'JKK_STMB',
  segment: 'PU',
  diagnosisDate: '2025-02-24',
  coverage: 'INACTIVE',
  monthlyWage: 3_000_000,
  incapacityMonths: 1,
  ...facts,
});
const PAID = ['JKK_STMB 3000000'];
const TOO_LATE = ['JKK_REJECTED_DISEASE_TOO_LATE 0', 'REJECTED_DISEASE_TOO_LATE'];
const INACTIVE = ['JKK_REJECTED_INACTIVE 0', 'REJECTED_INACTIVE'];

describe('an occupational disease after leaving (PAK)', () => {
  it.each([
    ['2022-02-24', PAID],
    ['2022-02-23', TOO_LATE],
    ['2024-12-31', PAID],
    [undefined, INACTIVE],
    // Whoever still works needs the membership of everybody.
    ['2025-02-24', INACTIVE],
  ])(
    'of somebody who left on %s needs no membership on the day of the diagnosis: %j',
    (employmentEndedOn, due) => {
      expect(outcome(disease({ employmentEndedOn }))).toEqual(due);
    },
  );

  it.each([
    ['2025-01-10', PAID],
    ['2025-01-11', TOO_LATE],
  ])('that arose on %s counts by that day, not by the diagnosis', (onsetDate, due) => {
    expect(outcome(disease({ employmentEndedOn: '2022-01-10', onsetDate }))).toEqual(due);
  });

  it('holds before and from Perpres 7/2019', () => {
    const of = (diagnosisDate: string, employmentEndedOn: string) =>
      calculate(disease({ diagnosisDate, employmentEndedOn })).components[0];
    expect(of('2019-01-28', '2016-01-27')).toMatchObject({ law: 'PP 44/2015', confidence: 'H' });
    expect(of('2019-01-29', '2016-01-28')).toMatchObject({
      law: 'Perpres 7/2019',
      article: 'Art. 2(1)-(2)',
      confidence: 'V',
    });
  });

  it.each([
    ['2022-02', PAID],
    ['2022-01', TOO_LATE],
  ])('of a self-employed who paid to %s counts from the end of that month (Q-17)', (lastPaidPeriod, due) => {
    const bpu = { segment: 'BPU', coverage: undefined, monthlyWage: undefined, declaredIncome: 2_950_000 };
    expect(outcome(disease({ ...bpu, lastPaidPeriod, diagnosisDate: '2025-02-28' }))).toEqual(
      due === PAID ? ['JKK_STMB 2950000'] : due,
    );
  });

  it('never stands for somebody who was not registered', () => {
    expect(outcome(disease({ coverage: 'NEVER', employmentEndedOn: '2024-12-31' }))[1]).toBe(
      'REJECTED_NOT_REGISTERED',
    );
  });

  it('cannot arise after it was diagnosed, and plays no part in an accident', () => {
    expect(errorOf(disease({ employmentEndedOn: '2024-01-01', onsetDate: '2025-02-25' }))).toBe(
      'DATES_OUT_OF_ORDER',
    );
    const { ignoredFields } = calculate({
      calculator: 'JKK_STMB',
      accidentDate: '2025-02-24',
      monthlyWage: 1,
      incapacityDays: 30,
      employmentEndedOn: '2024-01-01',
    });
    expect(ignoredFields).toEqual(['employmentEndedOn']);
  });
});
