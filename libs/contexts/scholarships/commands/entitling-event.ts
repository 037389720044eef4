import { isRightRevoked, scholarshipByClaim } from '#contexts/claims/facts';
import { childBirthDate, placeOfChild } from '#contexts/participants/facts';
import type { Reading } from '#kernel';
import { scholarshipChildren } from '#law';
import type { KnownChild, EntitlingEvent } from '../domain/entitling-event.js';
import type { ResumableChild } from '../domain/resume-scholarship.js';
import type { ScholarshipState } from '../domain/scholarship.js';

/** Whether the event still stands from which a scholarship follows. */
export const entitlingEvent = async (state: ScholarshipState, read: Reading): Promise<EntitlingEvent> =>
  state.situation === 'UNKNOWN' ? {} : { isRevoked: await isRightRevoked(read, state) };

/** With the birth date that was registered of the child. */
export async function knownChild(state: ScholarshipState, read: Reading): Promise<KnownChild> {
  if (state.situation === 'UNKNOWN') return {};
  const birthDate = await childBirthDate(read, state.participantId, state.childId);
  return { birthDate, ...(await entitlingEvent(state, read)) };
}

/** With what its claim says of the child, and whether it is among as many of those who are registered as the law gives one. */
export async function resumableChild(state: ScholarshipState, read: Reading): Promise<ResumableChild> {
  if (state.situation === 'UNKNOWN') return {};
  const place = await placeOfChild(read, state.participantId, state.childId);
  return {
    ...(await knownChild(state, read)),
    claim: await scholarshipByClaim(read, state),
    isAmongFirst: place !== undefined && place <= scholarshipChildren(state.eventDate),
  };
}
