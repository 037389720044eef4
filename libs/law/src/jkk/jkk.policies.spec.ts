import { describe, expect, it } from '@jest/globals';
import { localDate } from '#kernel';
import { calculate } from '#law';
import { claimIsInTime, eventIsWorkAccident, jkkExpiry, stageOneWasInTime } from './jkk.policies.js';

const facts = { segment: 'PU', eventDate: localDate('2024-02-29') } as const;

describe('event-is-work-accident', () => {
  it('refuses what was concluded to be none', () => {
    expect(eventIsWorkAccident.check({ ...facts, conclusion: 'NOT_WORK_ACCIDENT' })).toMatchObject({
      code: 'REJECTED_NOT_WORK_ACCIDENT',
      article: expect.stringContaining('Art. 25A'),
    });
    expect(eventIsWorkAccident.check({ ...facts, conclusion: 'WORK_ACCIDENT' })).toBeUndefined();
    expect(eventIsWorkAccident.check(facts)).toBeUndefined();
  });
});

describe('stage-one-was-in-time', () => {
  const late = (segment: 'PU' | 'BPU' | 'JAKON', eventDate: string) =>
    stageOneWasInTime.check({ segment, eventDate: localDate(eventDate), stageOneLate: true })?.code;

  it('lets the employer pay first from Permenaker 1/2025 on, where there is one', () => {
    expect(late('PU', '2025-02-24')).toBe('EMPLOYER_PAYS_FIRST');
    expect(late('JAKON', '2025-02-24')).toBe('EMPLOYER_PAYS_FIRST');
    expect(late('BPU', '2025-02-24')).toBeUndefined();
    expect(late('PU', '2025-02-23')).toBeUndefined();
    expect(stageOneWasInTime.check({ segment: 'PU', eventDate: localDate('2025-02-24') })).toBeUndefined();
  });

  it('is said of the whole case, and ignored where it has no effect', () => {
    const stmb = (facts: object) =>
      calculate({
        calculator: 'JKK_STMB',
        monthlyWage: 3_000_000,
        incapacityDays: 10,
        stageOneLate: true,
        ...facts,
      });
    expect(stmb({ accidentDate: '2025-02-24' })).toMatchObject({
      decision: 'EMPLOYER_PAYS_FIRST',
      totalIdr: 0,
    });
    const before = stmb({ accidentDate: '2025-02-23' });
    expect(before).toMatchObject({ totalIdr: 1_000_000, ignoredFields: ['stageOneLate'] });
    const ofBpu = stmb({ accidentDate: '2025-02-24', segment: 'BPU', declaredIncome: 1_000_000 });
    expect(ofBpu).toMatchObject({ totalIdr: 333_333, ignoredFields: ['monthlyWage', 'stageOneLate'] });
    expect(stmb({ accidentDate: '2025-02-24', conclusion: 'NOT_WORK_ACCIDENT' }).decision).toBe(
      'REJECTED_NOT_WORK_ACCIDENT',
    );
  });

  it('asks for more than three months of arrears of the employer, too', () => {
    const death = (employerArrearsMonths: number) =>
      calculate({
        calculator: 'JKK_DEATH',
        accidentDate: '2025-05-01',
        monthlyWage: 1,
        employerArrearsMonths,
      });
    expect(death(4).decision).toBe('EMPLOYER_PAYS_FIRST');
    expect(death(3).decision).toBeUndefined();
  });
});

describe('claim-is-in-time', () => {
  it('refuses after the last day, which it names', () => {
    expect(jkkExpiry(facts.eventDate)).toMatchObject({ lastDay: '2029-02-28', years: 5 });
    expect(claimIsInTime.check({ ...facts, claimDate: localDate('2029-02-28') })).toBeUndefined();
    expect(claimIsInTime.check({ ...facts, claimDate: localDate('2029-03-01') })).toMatchObject({
      code: 'REJECTED_EXPIRED',
      detail: 'The right lapsed 5 years after the event; the last day to claim was 2029-02-28.',
    });
  });

  it('has nothing to say without a claim', () => {
    expect(claimIsInTime.check(facts)).toBeUndefined();
  });
});
