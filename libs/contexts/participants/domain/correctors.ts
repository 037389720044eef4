import { type LocalDate, type Reading, view } from '#kernel';
import type { ParticipantEvent } from './participant.events.js';
import { idsOfPerson } from './participant-facts.js';
import { participants } from './participant.js';
import { type Touch, touchesIn } from './touches.js';

/** The same streams as `participants`, for whoever asks who has corrected something there. */
const corrections = view<readonly Touch[], ParticipantEvent>(participants, {
  initial: [],
  evolve: (state, event) => [...state, ...touchesIn(event).filter(({ how }) => how === 'CORRECTED')],
});

/** Subjects of those who have asked for or confirmed a correction of a person since a day, under any of their ids. */
export async function correctorsSince(
  read: Reading,
  participantId: string,
  since: LocalDate,
): Promise<readonly string[]> {
  const ids = await idsOfPerson(read, participantId);
  const all = await Promise.all(ids.map((id) => read.state(corrections, id)));
  return [...new Set(all.flat().flatMap(({ by, on }) => (on >= since ? [by] : [])))];
}
