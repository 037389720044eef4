import { describe, expect, it } from '@jest/globals';
import { calculate } from '#law';
import { errorOf, outcome } from '../spec/outcome.js';

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
