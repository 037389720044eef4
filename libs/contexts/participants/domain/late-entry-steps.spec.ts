import { describe, expect, it } from '@jest/globals';
import { ROLES_OF_TURN, localDate, rupiah } from '#kernel';
import { confirmersOf } from '#law';
import { expectedAfter } from '#testing/decisions';
import { membershipSteps, placementSteps } from './late-entry-steps.js';
import { EMPLOYER, MEMBERSHIP, workerJoined, workerLeft } from './membership.examples.js';
import type { MembershipEvent } from './membership.events.js';
import { SITI } from './participant.examples.js';
import type { PlacementEvent } from './placement.events.js';

const BUILDING = '9f2b6a10-0000-4000-8000-000000000001';
const PLACEMENT = '5f0c7f0e-9999-5000-8000-000000000001';
const ofSiti = { membershipId: MEMBERSHIP, participantId: SITI, employerId: EMPLOYER };

const undone: MembershipEvent = {
  type: 'WorkerLeaveUndone',
  data: { ...ofSiti, effectiveOn: localDate('2026-09-02') },
};

const confirmed: MembershipEvent = {
  type: 'BackDatedMembershipConfirmed',
  data: { ...ofSiti, confirmerId: 'joko', effectiveOn: localDate('2026-09-02') },
};

const named = (backDatedBy?: string): PlacementEvent => ({
  type: 'ProjectWorkerNamed',
  data: {
    placementId: PLACEMENT,
    participantId: SITI,
    projectId: BUILDING,
    wageIdr: rupiah(3_000_000),
    ...(backDatedBy !== undefined && { backDatedBy }),
    effectiveOn: localDate('2026-03-02'),
  },
});

describe('A first or a last day of work that was entered late', () => {
  it('waits for a second person of those who may confirm it', () => {
    const step = expectedAfter(membershipSteps, workerJoined('2026-03-02', 'rina'));
    expect(step).toMatchObject({ step: 'CONFIRM_MEMBERSHIP', notBy: ['rina'] });
    expect(ROLES_OF_TURN[step!.turn]).toEqual(confirmersOf('MEMBERSHIP'));
    expect(expectedAfter(membershipSteps, workerJoined('2026-03-02', 'rina'), confirmed)).toBeUndefined();
  });

  it('is none where it was entered in time', () => {
    expect(
      expectedAfter(membershipSteps, workerJoined('2026-03-02'), workerLeft('2026-08-31')),
    ).toBeUndefined();
  });

  it('waits no more once the leaving is undone; an earlier one waits on', () => {
    const late = workerLeft('2026-08-31', 'rina');
    expect(expectedAfter(membershipSteps, workerJoined('2026-03-02'), late)).toMatchObject({
      step: 'CONFIRM_MEMBERSHIP',
    });
    expect(expectedAfter(membershipSteps, workerJoined('2026-03-02'), late, undone)).toBeUndefined();
    const left = [workerJoined('2026-03-02'), late, workerJoined('2026-09-01'), workerLeft('2026-10-31')];
    expect(expectedAfter(membershipSteps, ...left, undone)).toMatchObject({ notBy: ['rina'] });
  });

  it('on a project waits as well', () => {
    const step = expectedAfter(placementSteps, named('rina'));
    expect(step).toMatchObject({ step: 'CONFIRM_PLACEMENT', notBy: ['rina'] });
    expect(ROLES_OF_TURN[step!.turn]).toEqual(confirmersOf('MEMBERSHIP'));
    expect(expectedAfter(placementSteps, named())).toBeUndefined();
    const confirmation: PlacementEvent = {
      type: 'BackDatedPlacementConfirmed',
      data: {
        placementId: PLACEMENT,
        participantId: SITI,
        projectId: BUILDING,
        confirmerId: 'joko',
        effectiveOn: localDate('2026-09-02'),
      },
    };
    expect(expectedAfter(placementSteps, named('rina'), confirmation)).toBeUndefined();
  });
});
