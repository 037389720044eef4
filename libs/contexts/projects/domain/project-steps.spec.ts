import { describe, expect, it } from '@jest/globals';
import { ROLES_OF_TURN, localDate, rupiah } from '#kernel';
import { confirmersOf } from '#law';
import { expectedAfter } from '#testing/decisions';
import type { ProjectEvent } from './project.events.js';
import { BUILDING, buildingEnded, buildingPaid } from './project.examples.js';
import { projectCorrectionSteps, projectSteps } from './project-steps.js';

const confirmed: ProjectEvent = {
  type: 'BackDatedProjectEntriesConfirmed',
  data: { projectId: BUILDING, confirmerId: 'joko', effectiveOn: localDate('2026-06-10') },
};

const OF_REFUND = {
  projectId: BUILDING,
  correctionId: '55555555-5555-5555-8555-555555555555',
  amountIdr: rupiah(50_000),
  requesterId: 'rina',
  effectiveOn: localDate('2026-06-10'),
} as const;

const asked = { type: 'ProjectRefundRequested', data: OF_REFUND } as never as ProjectEvent;
const refunded = {
  type: 'ProjectRefunded',
  data: { ...OF_REFUND, confirmerId: 'joko' },
} as never as ProjectEvent;

describe('What was entered late of a project', () => {
  it.each([
    ['a payment', buildingPaid(2_950_000, '2026-03-01', 'rina')],
    ['its end', buildingEnded('2026-05-31', 'rina')],
  ])('waits for a second person of those who may confirm it: %s', (_what, late) => {
    const step = expectedAfter(projectSteps, late);
    expect(step).toMatchObject({ step: 'CONFIRM_PROJECT', notBy: ['rina'] });
    for (const entry of ['PROJECT_PAYMENT', 'PROJECT_END'] as const)
      expect(ROLES_OF_TURN[step!.turn]).toEqual(confirmersOf(entry));
    expect(expectedAfter(projectSteps, late, confirmed)).toBeUndefined();
  });
});

describe('Money of a project that is to be paid back', () => {
  it('waits for a supervisor until it is', () => {
    expect(expectedAfter(projectCorrectionSteps, asked)).toMatchObject({
      turn: 'SUPERVISOR',
      notBy: ['rina'],
    });
    expect(expectedAfter(projectCorrectionSteps, asked, refunded)).toBeUndefined();
  });
});
