import { type LocalDate, type Reading, view } from '#kernel';
import type { ParticipantEvent } from './domain/participant.events.js';
import { participants } from './domain/participant.js';

/** Birth dates by the id of the child; of an erased participant there are none. */
const birthDates = view<Readonly<Record<string, LocalDate>>, ParticipantEvent>(participants, {
  initial: {},
  evolve: (known, event) =>
    event.type === 'ChildRegistered' && event.data.person.birthDate
      ? { ...known, [event.data.childId]: event.data.person.birthDate }
      : known,
});

/**
 * The birth date that the participant registered for a child, from the log; undefined when there is no such child, or the
 * personal data was erased. Nobody tells it again: an age that ends a right must not depend on a typist.
 */
export async function childBirthDate(
  read: Reading,
  participantId: string,
  childId: string,
): Promise<LocalDate | undefined> {
  return (await read.state(birthDates, participantId))[childId];
}
