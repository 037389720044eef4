import {
  membershipsOfPerson,
  participantFacts,
  participantInSight,
  placementFacts,
  refuseMerged,
  workedOn,
} from '#contexts/participants/facts';
import { projectFacts } from '#contexts/projects/facts';
import { command } from '#runtime';
import { accidents } from '../domain/accident.js';
import { notifyAccident } from '../domain/notify-accident.js';

/** Refuses `PARTICIPANT_NOT_FOUND`, `PARTICIPANT_MERGED`, `PROJECT_NOT_FOUND` beside what the decision refuses. */
export const NotifyAccident = command('NotifyAccident', accidents, 'accidentId', notifyAccident, {
  facts: async (_accident, read, { participantId, occurredOn, projectId }) => {
    await refuseMerged(read, participantId);
    const [participant, memberships] = await Promise.all([
      participantFacts(read, participantId),
      membershipsOfPerson(read, participantId),
    ]);
    const placement =
      projectId === undefined
        ? undefined
        : await placementFacts(read, participantId, await projectFacts(read, projectId));
    const employers = (of: typeof memberships) => of.map(({ employerId }) => employerId);
    return {
      ...participant,
      onProject: placement?.workedBy(occurredOn) ?? false,
      employerIds: employers(memberships),
      employerIdsThen: employers(memberships.filter((one) => workedOn(one, occurredOn))),
    };
  },
  // A facility gives notice for those whom it registered; others come with an office's notice and referral.
  permit: (_accident, read, { participantId }, { actor }) => participantInSight(read, participantId, actor),
});
