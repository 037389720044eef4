import { describe, expect, it } from '@jest/globals';
import { instant, localDate } from '#kernel';
import { type Progress, expectedSteps } from './next-step.js';

const noticed: Progress = {
  occurredOn: localDate('2026-09-01'),
  occurredAt: '08:00',
  concludeBy: null,
  conclusion: null,
  finallyStatedOn: null,
  stageTwoReported: false,
  provisionalUntil: null,
  nameBearerBy: null,
};
const reported: Progress = { ...noticed, concludeBy: localDate('2026-10-02') };
const stated: Progress = { ...reported, finallyStatedOn: localDate('2026-09-20') };

const stepsOf = (progress: Progress) => expectedSteps(progress).map(({ step }) => step);

describe('what an accident waits for', () => {
  it('is stage I after the notice, within 48 hours of the accident', () => {
    expect(expectedSteps(noticed)).toEqual([{ step: 'REPORT_STAGE_ONE', dueAt: '2026-09-03T01:00:00.000Z' }]);
  });

  it('is the conclusion within 30 days of stage I, and a doctor’s statement whenever the care ends', () => {
    expect(expectedSteps(reported)).toEqual([
      { step: 'CONCLUDE_ACCIDENT', dueAt: '2026-10-02T17:00:00.000Z' },
      { step: 'ISSUE_DOCTOR_STATEMENT', dueAt: null },
    ]);
  });

  it('is stage II within 48 hours of the final statement, before the conclusion when that has more time', () => {
    expect(expectedSteps(stated)).toEqual([
      { step: 'REPORT_STAGE_TWO', dueAt: '2026-09-22T17:00:00.000Z' },
      { step: 'CONCLUDE_ACCIDENT', dueAt: '2026-10-02T17:00:00.000Z' },
    ]);
  });

  it('is the answer of the office to a provisional letter, until the letter ends', () => {
    const provisionalUntil = instant('2026-09-05T01:00:00Z');
    expect(expectedSteps({ ...reported, provisionalUntil })[0]).toEqual({
      step: 'CONFIRM_GUARANTEE',
      dueAt: provisionalUntil,
    });
  });

  it('may be the conclusion alone after stage II', () => {
    expect(stepsOf({ ...stated, stageTwoReported: true })).toEqual(['CONCLUDE_ACCIDENT']);
  });

  it('is nothing once it is concluded and stage II is in', () => {
    expect(stepsOf({ ...stated, stageTwoReported: true, conclusion: 'WORK_ACCIDENT' })).toEqual([]);
  });

  it('is nothing once it was concluded to be no work accident, and no facility was promised anything', () => {
    expect(stepsOf({ ...reported, conclusion: 'NOT_WORK_ACCIDENT' })).toEqual([]);
  });

  it('is that facilities are told whom to bill, where they had been promised payment', () => {
    const nameBearerBy = localDate('2026-09-25');
    expect(expectedSteps({ ...reported, conclusion: 'NOT_WORK_ACCIDENT', nameBearerBy })).toEqual([
      { step: 'NAME_CARE_BEARER', dueAt: '2026-09-25T17:00:00.000Z' },
    ]);
  });
});
