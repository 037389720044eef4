import type { EventStore } from '#event-store';
import type { LocalDate } from '#kernel';
import type { ParticipantEvent } from './domain/participant.events.js';
import { participantStream } from './streams.js';

/**
 * The birth date that the participant registered for a child, from the log; undefined when there is no such child, or the
 * personal data was erased. Nobody tells it again: an age that ends a right must not depend on a typist.
 */
export async function childBirthDate(
  store: EventStore,
  participantId: string,
  childId: string,
): Promise<LocalDate | undefined> {
  for await (const { type, data } of store.read<ParticipantEvent>(participantStream(participantId))) {
    if (type === 'ChildRegistered' && data.childId === childId) return data.person.birthDate;
  }
  return undefined;
}
