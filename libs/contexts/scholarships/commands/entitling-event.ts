import { isClaimRevoked } from '#contexts/claims/facts';
import { childBirthDate } from '#contexts/participants/facts';
import type { Reading } from '#kernel';
import type { EntitledChild, EntitlingEvent } from '../domain/entitling-event.js';
import type { ScholarshipState } from '../domain/scholarship.js';

/** Whether the event still stands from which a scholarship follows. */
export const entitlingEvent = async (state: ScholarshipState, read: Reading): Promise<EntitlingEvent> =>
  state.situation === 'UNKNOWN' ? {} : { isRevoked: await isClaimRevoked(read, state) };

/** With the birth date that was registered of the child. */
export async function entitledChild(state: ScholarshipState, read: Reading): Promise<EntitledChild> {
  if (state.situation === 'UNKNOWN') return {};
  const birthDate = await childBirthDate(read, state.participantId, state.childId);
  return { birthDate, ...(await entitlingEvent(state, read)) };
}
