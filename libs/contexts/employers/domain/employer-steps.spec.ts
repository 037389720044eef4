import { describe, expect, it } from '@jest/globals';
import { ROLES_OF_TURN, localDate } from '#kernel';
import { confirmersOf } from '#law';
import { expectedAfter } from '#testing/decisions';
import type { EmployerEvent } from './employer.events.js';
import { FACTORY, decreeRecorded, factoryClosed, riskClassCorrected } from './employer.examples.js';
import { employerSteps } from './employer-steps.js';

const confirmedBy = (confirmerId: string): EmployerEvent => ({
  type: 'BackDatedEntriesConfirmed',
  data: { employerId: FACTORY, confirmerId, effectiveOn: localDate('2026-06-10') },
});

const reopened: EmployerEvent = {
  type: 'EmployerReopened',
  data: { employerId: FACTORY, reference: 'AKTA/10/2026', effectiveOn: localDate('2026-06-10') },
};

describe('What was entered late of an employer', () => {
  it('waits for a second person of those who may confirm it', () => {
    const step = expectedAfter(employerSteps, riskClassCorrected('2026-01-05', 'rina'));
    expect(step).toMatchObject({ step: 'CONFIRM_EMPLOYER', notBy: ['rina'] });
    expect(ROLES_OF_TURN[step!.turn]).toEqual(confirmersOf('EMPLOYER'));
    expect(expectedAfter(employerSteps, riskClassCorrected('2026-01-05'))).toBeUndefined();
  });

  it('waits on for somebody else where whoever entered a part confirms the rest', () => {
    const entries = [
      riskClassCorrected('2026-01-05', 'rina'),
      decreeRecorded({ backDatedBy: 'joko' }),
      confirmedBy('joko'),
    ];
    expect(expectedAfter(employerSteps, ...entries)).toMatchObject({ notBy: ['joko'] });
    expect(expectedAfter(employerSteps, ...entries, confirmedBy('rina'))).toBeUndefined();
  });

  it('is no last day any more once the employer goes on', () => {
    expect(expectedAfter(employerSteps, factoryClosed('2026-01-31', 'rina'))).toBeDefined();
    expect(expectedAfter(employerSteps, factoryClosed('2026-01-31', 'rina'), reopened)).toBeUndefined();
  });
});
