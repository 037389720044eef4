import type { EventStore } from '#event-store';
import type { LocalDate } from '#kernel';
import type { ParticipantEvent } from '#participants/contracts';

/**
 * The birth date that the participant registered for a child, from the log; undefined when there is no such child, or the
 * personal data was erased. Evidence does not tell it again: the age at which the right ends must not depend on a typist.
 */
export async function birthDateOf(
  store: EventStore,
  participantId: string,
  childId: string,
): Promise<LocalDate | undefined> {
  for await (const { type, data } of store.read<ParticipantEvent>(`participant-${participantId}`)) {
    if (type === 'ChildRegistered' && data.childId === childId) return data.person.birthDate;
  }
  return undefined;
}
