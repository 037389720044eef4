import { describe, expect, it } from '@jest/globals';
import { calculate } from '#law';
import { errorOf, outcome } from '../spec/outcome.js';

describe('the expiry of a JKK claim', () => {
  const expiry = (accidentDate: string, claimDate: string) => ({
    calculator: 'EXPIRY',
    accidentDate,
    claimDate,
  });

  it.each([
    ['2016-03-01', '2018-03-01', 'NOT_EXPIRED'],
    ['2016-03-01', '2018-03-02', 'REJECTED_EXPIRED'],
    ['2017-12-01', '2019-12-01', 'NOT_EXPIRED'],
    ['2017-12-01', '2019-12-02', 'REJECTED_EXPIRED'],
    ['2017-12-02', '2022-12-02', 'NOT_EXPIRED'],
    ['2017-12-02', '2022-12-03', 'REJECTED_EXPIRED'],
    ['2019-12-02', '2024-12-02', 'NOT_EXPIRED'],
    ['2019-12-02', '2024-12-03', 'REJECTED_EXPIRED'],
    ['2020-02-29', '2025-02-28', 'NOT_EXPIRED'],
    ['2020-02-29', '2025-03-01', 'REJECTED_EXPIRED'],
  ])('of an accident on %s, claimed on %s: %s', (accidentDate, claimDate, decision) => {
    expect(outcome(expiry(accidentDate, claimDate)).at(-1)).toBe(decision);
  });

  it('names the law: that of the accident, but PP 82/2019 for the transition', () => {
    const law = (accident: string, claim: string) => calculate(expiry(accident, claim)).components[0];
    expect(law('2016-03-01', '2018-06-01')).toMatchObject({ law: 'PP 44/2015', article: 'Art. 26' });
    expect(law('2018-03-01', '2024-06-01')).toMatchObject({
      law: 'PP 44/2015 jo. PP 82/2019',
      article: 'Art. 26; convention Q-4',
    });
    expect(law('2019-12-02', '2025-06-01')).toMatchObject({
      law: 'PP 44/2015 jo. PP 82/2019',
      article: 'Art. 26',
    });
  });

  it('runs from the diagnosis of an occupational disease', () => {
    const facts = {
      calculator: 'EXPIRY',
      accidentDate: '2018-01-01',
      diagnosisDate: '2024-06-01',
      claimDate: '2029-06-01',
    };
    expect(calculate(facts)).toMatchObject({
      decision: 'NOT_EXPIRED',
      memo: { lastDayToClaim: '2029-06-01' },
    });
  });

  it('cannot be asked of a claim before the accident, nor of no accident', () => {
    expect(errorOf(expiry('2025-03-01', '2025-02-28'))).toBe('DATES_OUT_OF_ORDER');
    expect(errorOf({ calculator: 'EXPIRY', claimDate: '2025-02-28' })).toBe('MISSING_FIELD');
  });
});

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
});

describe('a suspected case', () => {
  const suspected = (facts: object) => ({
    calculator: 'SUSPECTED_CASE',
    segment: 'PU',
    accidentDate: '2025-03-03',
    stageIReceived: '2025-03-04',
    medicalCost: 8_000_000,
    ...facts,
  });

  it('concluded as a work accident turns care into a benefit', () => {
    const facts = { concludedOn: '2025-03-24', conclusion: 'WORK_ACCIDENT' };
    expect(outcome(suspected(facts))).toEqual(['JKK_MEDICAL 8000000', 'CONCLUDED_WORK_ACCIDENT']);
    expect(outcome(suspected({ ...facts, plkk: true }))).toEqual([
      'JKK_MEDICAL_PLKK 8000000',
      'CONCLUDED_WORK_ACCIDENT',
    ]);
  });

  it.each([
    ['2025-04-03', 30, 0],
    ['2025-04-04', 31, 1],
  ])('concluded on %s took %i days, %i too many', (concludedOn, conclusionDays, conclusionDaysLate) => {
    const late = calculate(suspected({ concludedOn, conclusion: 'NOT_WORK_ACCIDENT' }));
    expect(late).toMatchObject({ nonJkkMedicalIdr: 8_000_000, memo: { conclusionDays, conclusionDaysLate } });
  });

  it('before 2023-10 is refused as no work accident, without a guarantee', () => {
    const facts = { accidentDate: '2023-09-30', stageIReceived: '2023-09-30' };
    const refused = calculate(
      suspected({ ...facts, concludedOn: '2023-12-30', conclusion: 'NOT_WORK_ACCIDENT' }),
    );
    expect(refused.components).toMatchObject([{ law: 'PP 44/2015 jo. PP 82/2019', article: 'Art. 1' }]);
    expect(refused.memo).toBeUndefined();
    expect(outcome(suspected(facts))).toEqual(['NOT_GUARANTEED']);
    expect(outcome(suspected({ accidentDate: '2023-10-01', stageIReceived: '2023-10-01' }))).toEqual([
      'CARE_GUARANTEED',
    ]);
  });

  it.each([
    [{ stageIReceived: '2025-03-02' }, 'DATES_OUT_OF_ORDER'],
    [{ concludedOn: '2025-03-03', conclusion: 'WORK_ACCIDENT' }, 'DATES_OUT_OF_ORDER'],
    [{ concludedOn: '2025-03-24' }, 'MISSING_FIELD'],
    [{ conclusion: 'WORK_ACCIDENT' }, 'MISSING_FIELD'],
    [{ concludedOn: '2025-03-24', conclusion: 'MAYBE' }, 'UNKNOWN_VALUE'],
  ])('with %j is impossible: %s', (facts, code) => {
    expect(errorOf(suspected(facts))).toBe(code);
  });
});

describe('a stage I report', () => {
  const report = (facts: object) => ({
    calculator: 'STAGE_I_REPORT',
    segment: 'PU',
    accidentDate: '2025-02-01',
    accidentTime: '08:30',
    reportedDate: '2025-02-03',
    reportedTime: '08:30',
    ...facts,
  });

  it.each([
    [{}, ['ON_TIME']],
    [{ reportedTime: '08:31' }, ['JKK_EMPLOYER_PAYS_FIRST 0', 'EMPLOYER_PAYS_FIRST']],
    [{ reportedTime: '08:31', segment: 'JAKON' }, ['JKK_EMPLOYER_PAYS_FIRST 0', 'EMPLOYER_PAYS_FIRST']],
    [{ reportedTime: '08:31', segment: 'BPU' }, ['LATE_WITHOUT_EFFECT']],
    [{ reportedTime: '08:31', segment: 'PMI' }, ['LATE_WITHOUT_EFFECT']],
    [{ accidentDate: '2025-01-31' }, ['LATE_WITHOUT_EFFECT']],
  ])('with %j is %j', (facts, expected) => {
    expect(outcome(report(facts))).toEqual(expected);
  });

  it('counts the minutes from the accident, over hours and days', () => {
    const { memo } = calculate(report({ accidentTime: '22:50', reportedTime: '01:05' }));
    expect(memo).toEqual({ hoursAllowed: 48, minutesAfterAccident: 26 * 60 + 15 });
    expect(outcome(report({ accidentTime: '23:59', reportedTime: '23:59' }))).toEqual(['ON_TIME']);
  });

  it('cannot be before the accident, nor at 25:00', () => {
    expect(errorOf(report({ reportedDate: '2025-02-01', reportedTime: '08:29' }))).toBe('DATES_OUT_OF_ORDER');
    expect(errorOf(report({ accidentTime: '25:00' }))).toBe('INVALID_TIME');
  });
});
