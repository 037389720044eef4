import { type LocalDate, type Reading, view } from '#kernel';
import type { ParticipantEvent } from './participant.events.js';
import { idsOfPerson } from './participant-facts.js';
import { participants } from './participant.js';

/** Somebody corrected data of a participant, or merged them with another one. */
interface Correction {
  readonly by: readonly string[];
  readonly on: LocalDate;
}

/** The same streams as `participants`, for whoever asks who has corrected something there. */
const corrections = view<readonly Correction[], ParticipantEvent>(participants, {
  initial: [],
  evolve(state, { data }) {
    if (!('requesterId' in data) || !('correctionId' in data)) return state;
    const confirmerIds = 'confirmerId' in data && data.confirmerId !== undefined ? [data.confirmerId] : [];
    return [...state, { by: [data.requesterId, ...confirmerIds], on: data.effectiveOn }];
  },
});

/** Subjects of those who have asked for or confirmed a correction of a person since a day, under any of their ids. */
export async function correctorsSince(
  read: Reading,
  participantId: string,
  since: LocalDate,
): Promise<readonly string[]> {
  const ids = await idsOfPerson(read, participantId);
  const all = await Promise.all(ids.map((id) => read.state(corrections, id)));
  return [...new Set(all.flat().flatMap(({ by, on }) => (on >= since ? by : [])))];
}
