import { describe, expect, it } from '@jest/globals';
import { localDate } from '#kernel';
import { outcome } from '../spec/outcome.js';
import {
  bpuWasAtRegisteredJob,
  commuteIsProved,
  diseaseAppearedInTime,
  suddenDeathIsNearWork,
  violenceIsProved,
  type WorkAccidentFacts,
} from './work-accident.policies.js';

const event = (facts: Partial<WorkAccidentFacts>): WorkAccidentFacts => ({
  accidentDate: localDate('2025-02-24'),
  segment: 'PU',
  kind: 'AT_WORK',
  ...facts,
});
const commute = { kind: 'COMMUTE' } as const;
const suddenDeath = { kind: 'SUDDEN_DEATH' } as const;
const violence = { kind: 'VIOLENCE' } as const;
const disease = { kind: 'DISEASE' } as const;

describe.each([
  [bpuWasAtRegisteredJob, { segment: 'BPU', inRegisteredJob: false }, 'REJECTED_OUTSIDE_REGISTERED_JOB'],
  [bpuWasAtRegisteredJob, { segment: 'BPU', inRegisteredJob: true }, undefined],
  [bpuWasAtRegisteredJob, { segment: 'BPU' }, undefined],
  [bpuWasAtRegisteredJob, { segment: 'PU', inRegisteredJob: false }, undefined],
  [commuteIsProved, { ...commute, witnesses: 1 }, 'REJECTED_COMMUTE_UNPROVED'],
  [commuteIsProved, { ...commute, witnesses: 2 }, undefined],
  [commuteIsProved, { ...commute, policeLetter: true }, undefined],
  [commuteIsProved, { ...commute, policeLetter: true, usualRoad: false }, 'REJECTED_COMMUTE_UNPROVED'],
  [commuteIsProved, {}, undefined],
  [suddenDeathIsNearWork, { ...suddenDeath, hoursToDeath: 24 }, undefined],
  [suddenDeathIsNearWork, { ...suddenDeath, hoursToDeath: 25 }, 'REJECTED_SUDDEN_DEATH'],
  [suddenDeathIsNearWork, { ...suddenDeath, hoursToDeath: 25, diedAtWorkPlace: true }, undefined],
  [suddenDeathIsNearWork, { hoursToDeath: 25 }, undefined],
  [violenceIsProved, { ...violence }, 'REJECTED_VIOLENCE_UNPROVED'],
  [violenceIsProved, { ...violence, visum: true }, undefined],
  [violenceIsProved, { ...violence, policeLetter: true }, undefined],
  [
    violenceIsProved,
    { ...violence, visum: true, accidentDate: localDate('2025-02-23') },
    'REJECTED_NOT_IN_LAW',
  ],
  [violenceIsProved, {}, undefined],
  [diseaseAppearedInTime, { ...disease, employmentEndedOn: localDate('2022-02-24') }, undefined],
  [
    diseaseAppearedInTime,
    { ...disease, employmentEndedOn: localDate('2022-02-23') },
    'REJECTED_DISEASE_TOO_LATE',
  ],
  [diseaseAppearedInTime, { ...disease }, undefined],
] as const)('%#', (policy, facts, code) => {
  it(`${policy.name} on ${JSON.stringify(facts)}: ${code ?? 'no objection'}`, () => {
    expect(policy.check(event(facts))?.code).toBe(code);
  });
});

describe('the decision on a work accident', () => {
  it('is yes unless a policy objects', () => {
    const request = { calculator: 'WORK_ACCIDENT', segment: 'PU', accidentDate: '2025-03-01' };
    expect(outcome({ ...request, kind: 'AT_WORK' })).toEqual(['WORK_ACCIDENT']);
    expect(outcome({ ...request, kind: 'COMMUTE' })).toEqual([
      'JKK_REJECTED_COMMUTE_UNPROVED 0',
      'REJECTED_COMMUTE_UNPROVED',
    ]);
  });
});
