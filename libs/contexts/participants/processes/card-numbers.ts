import { type Process, opened } from '#kernel';
import type { WorkerJoined } from '../domain/membership.events.js';
import type { ParticipantRegistered, SelfEmploymentRegistered } from '../domain/participant.events.js';

/**
 * Logs of earlier releases know registrations and joinings without the number of a card: it is given out afterwards, once. What is
 * recorded since has one, and needs nothing.
 */
export const cardNumbers: Process<
  ParticipantRegistered | SelfEmploymentRegistered | WorkerJoined,
  {
    readonly GiveOutKpj: { readonly participantId: string };
    readonly GiveOutMemberKpj: { readonly membershipId: string };
  }
> = {
  name: 'card-numbers',
  version: 1,
  categories: ['participant', 'membership'],
  on: {
    // Whoever has an employer has the card of that membership; workers of a project have none.
    ParticipantRegistered: ({ data }) => (data.segment === 'BPU' ? ofPerson(data) : []),
    SelfEmploymentRegistered: ({ data }) => ofPerson(data),
    WorkerJoined: ({ data: { membershipId, person } }) =>
      person === undefined
        ? [{ key: membershipId, command: 'GiveOutMemberKpj', input: { membershipId } }]
        : [],
  },
};

/** Of somebody who was erased nothing is known: they may have a number. */
function ofPerson({ participantId, person }: (ParticipantRegistered | SelfEmploymentRegistered)['data']) {
  const known = opened<{ readonly kpj?: string }>(person);
  return known && known.kpj === undefined
    ? [{ key: participantId, command: 'GiveOutKpj' as const, input: { participantId } }]
    : [];
}
