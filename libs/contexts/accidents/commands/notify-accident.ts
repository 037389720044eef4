import {
  membershipsOfPerson,
  participantFacts,
  participantInSight,
  refuseMerged,
  workedOn,
} from '#contexts/participants/facts';
import { command } from '#runtime';
import { accidents } from '../domain/accident.js';
import { notifyAccident } from '../domain/notify-accident.js';

/** Refuses `PARTICIPANT_NOT_FOUND`, `PARTICIPANT_MERGED` beside what the decision refuses. */
export const NotifyAccident = command('NotifyAccident', accidents, 'accidentId', notifyAccident, {
  facts: async (_accident, read, { participantId, occurredOn }) => {
    await refuseMerged(read, participantId);
    const [participant, memberships] = await Promise.all([
      participantFacts(read, participantId),
      membershipsOfPerson(read, participantId),
    ]);
    const employers = (of: typeof memberships) => of.map(({ employerId }) => employerId);
    return {
      ...participant,
      employerIds: employers(memberships),
      employerIdsThen: employers(memberships.filter((one) => workedOn(one, occurredOn))),
    };
  },
  // A facility gives notice for those whom it registered; others come with an office's notice and referral.
  permit: (_accident, read, { participantId }, { actor }) => participantInSight(read, participantId, actor),
});
