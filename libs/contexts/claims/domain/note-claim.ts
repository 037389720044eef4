import { type CommandContext, Rejection } from '#kernel';
import type { ClaimEvent } from './claim.events.js';
import { type ClaimState, knownClaim } from './claim.js';
import { claimRefusals } from './refusals.js';

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
  const { participantId, account } = knownClaim(state);
  if (!account) throw new Rejection(claimRefusals.PERSONAL_DATA_ERASED());
  return [
    {
      type: 'ClaimNoted',
      data: { claimId, participantId, authorId: actor.id, effectiveOn: today, person: { text } },
    },
  ];
}
