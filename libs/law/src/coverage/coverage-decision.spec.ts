import { describe, expect, it } from '@jest/globals';
import { calculate } from '#law';
import { errorOf, outcome } from '../spec/outcome.js';

describe('coverage on the day of an accident', () => {
  const covered = (segment: string, lastPaidPeriod: string, accidentDate: string) =>
    outcome({ calculator: 'COVERAGE', segment, lastPaidPeriod, accidentDate, monthlyWage: 1_000_000 });

  it.each([
    ['BPU', '2025-06', '2025-06-30', ['ACTIVE']],
    ['BPU', '2025-05', '2025-06-16', ['ACTIVE']],
    ['BPU', '2025-05', '2025-06-17', ['JKK_PENDING_ARREARS 0', 'PENDING_ARREARS']],
    ['BPU', '2025-03', '2025-06-30', ['JKK_PENDING_ARREARS 0', 'PENDING_ARREARS']],
    ['BPU', '2025-02', '2025-06-01', ['JKK_REJECTED_INACTIVE 0', 'REJECTED_INACTIVE']],
    ['PU', '2025-02', '2025-06-30', ['ACTIVE']],
    ['PU', '2025-01', '2025-06-01', ['JKK_REJECTED_INACTIVE 0', 'REJECTED_INACTIVE']],
    ['JAKON', '2025-06', '2025-06-30', ['ACTIVE']],
    ['JAKON', '2025-05', '2025-06-01', ['JKK_REJECTED_INACTIVE 0', 'REJECTED_INACTIVE']],
  ])('of a %s paid to %s on %s: %j', (segment, lastPaid, accidentDate, expected) => {
    expect(covered(segment, lastPaid, accidentDate)).toEqual(expected);
  });

  it('speaks of JKM for a death, and needs one of the two', () => {
    const facts = { calculator: 'COVERAGE', segment: 'BPU', lastPaidPeriod: '2025-01' };
    expect(outcome({ ...facts, deathDate: '2025-06-10' })).toEqual([
      'JKM_REJECTED_INACTIVE 0',
      'REJECTED_INACTIVE',
    ]);
    expect(errorOf(facts)).toBe('MISSING_FIELD');
  });

  it('leaves it to an employer that is more than three months in arrears', () => {
    const facts = {
      calculator: 'COVERAGE',
      segment: 'PU',
      lastPaidPeriod: '2025-01',
      accidentDate: '2025-06-10',
    };
    expect(outcome({ ...facts, employerArrearsMonths: 4 })).toEqual([
      'JKK_EMPLOYER_PAYS_FIRST 0',
      'EMPLOYER_PAYS_FIRST',
    ]);
    const ofBpu = calculate({ ...facts, segment: 'BPU', employerArrearsMonths: 4 });
    expect(ofBpu).toMatchObject({ decision: 'REJECTED_INACTIVE', ignoredFields: ['employerArrearsMonths'] });
  });

  it('lists the arrears that must be paid, each month at its tariff and relief', () => {
    const facts = {
      calculator: 'COVERAGE',
      segment: 'BPU',
      lastPaidPeriod: '2026-06',
      accidentDate: '2026-09-20',
    };
    const months = { arrearsMonths: 3, arrears: '2026-07, 2026-08, 2026-09' };
    const held = calculate({ ...facts, declaredIncome: 1_000_000 });
    expect(held).toMatchObject({ decision: 'PENDING_ARREARS', memo: { ...months, arrearsIdr: 25_200 } });
    expect(held.components[0]!.explanation.id).toContain('Yang harus dibayar: 2026-07, 2026-08, 2026-09');
    expect(calculate(facts).memo).toEqual(months);
    const byVillage = { ...facts, declaredIncome: 1_000_000, governmentPaid: true };
    expect(calculate(byVillage).memo).toEqual({ ...months, arrearsIdr: 50_400 });
    expect(calculate({ ...byVillage, lastPaidPeriod: '2026-09' })).toMatchObject({
      decision: 'ACTIVE',
      ignoredFields: ['declaredIncome', 'governmentPaid'],
    });
  });

  it('names the policy that refused', () => {
    const facts = {
      calculator: 'COVERAGE',
      segment: 'BPU',
      lastPaidPeriod: '2025-01',
      accidentDate: '2025-06-10',
    };
    expect(calculate(facts).rule).toBe('membership-is-active');
    expect(calculate(facts).components[0]!.explanation.id).toContain('Pasal 27-30 dan sekitarnya');
  });

  it.each([
    ['2026-12-31', '2026-11', undefined],
    ['2027-01-15', '2026-12', undefined],
    ['2027-01-16', '2026-12', 'CALENDAR_MISSING'],
    ['2018-12-18', '2018-11', 'CALENDAR_MISSING'],
  ])(
    'on %s, paid to %s, says of a due day where no day off is known: %s',
    (deathDate, lastPaidPeriod, mark) => {
      const asked = (segment: string) =>
        calculate({ calculator: 'COVERAGE', segment, deathDate, lastPaidPeriod }).memo?.['calendar'];
      expect(asked('BPU')).toBe(mark);
      expect(asked('JAKON')).toBeUndefined();
    },
  );
});
