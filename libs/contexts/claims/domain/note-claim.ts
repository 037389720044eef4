import type { CommandContext } from '#kernel';
import type { ClaimEvent } from './claim.events.js';
import { type ClaimState, knownClaim, ofSomebody } from './claim.js';

export interface NoteClaimInput {
  readonly claimId: string;
  readonly text: string;
}

/**
 * Leaves a note for whoever works on the claim (catatan), wherever it stands. It decides nothing.
 * @throws Rejection `CLAIM_NOT_FOUND`, `PERSONAL_DATA_ERASED`
 */
export function noteClaim(
  { claimId, text }: NoteClaimInput,
  state: ClaimState,
  { actor, today }: CommandContext,
): readonly ClaimEvent[] {
  const { participantId } = ofSomebody(knownClaim(state));
  return [
    {
      type: 'ClaimNoted',
      data: { claimId, participantId, authorId: actor.id, effectiveOn: today, person: { text } },
    },
  ];
}
