import type { LocalDate } from '#kernel';
import { ended } from './end-scholarship.js';
import type { EntitlingEvent, ScholarshipByClaim } from './entitling-event.js';
import { type ScholarshipGrant, grantScholarship } from './grant-scholarship.js';
import type { ScholarshipEvent } from './scholarship.events.js';
import { type ScholarshipState, scholarshipIdOf, scholarships } from './scholarship.js';

export interface EndEntitlementInput {
  readonly claimId: string;
  readonly participantId: string;
  readonly childId: string;
  /** Who approved what the claim comes to now. */
  readonly enderId: string;
  readonly endedOn: LocalDate;
}

/** What is known of the child by then. */
export interface EntitledBy extends EntitlingEvent {
  readonly claim: ScholarshipByClaim;
  /** What another approved claim gives it. */
  readonly elsewhere?: ScholarshipGrant;
}

/**
 * Ends a right whose claim, computed anew, gives the child none any more (hak beasiswa gugur): a second person has approved that with the
 * claim. What was paid stays, and years up to the end are shown and decided as after any other. It follows from another claim that gives
 * it as well, where there is one; where there is none, and the death that gave it was taken back, no year of it is left. Nothing where it follows from another one already, has ended, or is given again by then.
 */
export function endEntitlement(
  { claimId, enderId, endedOn }: EndEntitlementInput,
  state: ScholarshipState,
  context: unknown,
  { claim, elsewhere, isRevoked = false }: EntitledBy,
): readonly ScholarshipEvent[] {
  if (state.situation !== 'ENTITLED' || state.claimId !== claimId || claim.says !== 'NO_LONGER') return [];
  if (!elsewhere) return [ended(state, isRevoked ? 'EVENT_REVOKED' : 'NO_LONGER_ENTITLED', enderId, endedOn)];
  const end = ended(state, 'NO_LONGER_ENTITLED', enderId, endedOn);
  const grant = { ...elsewhere, scholarshipId: scholarshipIdOf(state) };
  return [end, ...grantScholarship(grant, scholarships.evolve(state, end), context, { says: 'GIVEN' })];
}
