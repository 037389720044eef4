import { describe, expect, it } from '@jest/globals';
import { calculate } from '#law';
import { errorOf, outcome } from '../spec/outcome.js';

describe('a stage I report', () => {
  const report = (facts: object) => ({
    calculator: 'STAGE_I_REPORT',
    segment: 'PU',
    accidentDate: '2025-02-24',
    accidentTime: '08:30',
    reportedDate: '2025-02-26',
    reportedTime: '08:30',
    ...facts,
  });

  it.each([
    [{}, ['ON_TIME']],
    [{ reportedTime: '08:31' }, ['JKK_EMPLOYER_PAYS_FIRST 0', 'EMPLOYER_PAYS_FIRST']],
    [{ reportedTime: '08:31', segment: 'JAKON' }, ['JKK_EMPLOYER_PAYS_FIRST 0', 'EMPLOYER_PAYS_FIRST']],
    [{ reportedTime: '08:31', segment: 'BPU' }, ['LATE_WITHOUT_EFFECT']],
    [{ reportedTime: '08:31', segment: 'PMI' }, ['LATE_WITHOUT_EFFECT']],
    [{ accidentDate: '2025-02-23' }, ['LATE_WITHOUT_EFFECT']],
  ])('with %j is %j', (facts, expected) => {
    expect(outcome(report(facts))).toEqual(expected);
  });

  it('counts the minutes from the accident, over hours and days', () => {
    const { memo } = calculate(report({ accidentTime: '22:50', reportedTime: '01:05' }));
    expect(memo).toEqual({ hoursAllowed: 48, minutesAfterAccident: 26 * 60 + 15 });
    expect(outcome(report({ accidentTime: '23:59', reportedTime: '23:59' }))).toEqual(['ON_TIME']);
  });

  it('cannot be before the accident, nor at 25:00', () => {
    expect(errorOf(report({ reportedDate: '2025-02-24', reportedTime: '08:29' }))).toBe('DATES_OUT_OF_ORDER');
    expect(errorOf(report({ accidentTime: '25:00' }))).toBe('INVALID_TIME');
  });
});
