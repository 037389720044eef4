import { type CommandContext, Rejection } from '#kernel';
import type { ReopeningGround } from './claim-by-people.events.js';
import type { ClaimEvent } from './claim.events.js';
import { type ClaimState, claimIn, ofSomebody } from './claim.js';
import type { Basis } from './programme.js';
import { claimRefusals } from './refusals.js';
import { documentsVerdict } from './submit-claim.js';

export interface ReopenClaimInput {
  readonly claimId: string;
  readonly ground: ReopeningGround;
  readonly reason: string;
}

/**
 * Opens a claim again that was denied or withdrawn (pembukaan kembali klaim): it is decided anew, and its service clock begins
 * with the day on which its documents are complete. A new fact reopens it until the right lapses, an error of the office always.
 * @throws Rejection `CLAIM_NOT_FOUND`, `CLAIM_<SITUATION>`, `PERSONAL_DATA_ERASED`, `RIGHT_HAS_LAPSED`
 */
export function reopenClaim(
  { claimId, ground, reason }: ReopenClaimInput,
  state: ClaimState,
  { actor, today }: CommandContext,
  basis: Basis,
): readonly ClaimEvent[] {
  const claim = ofSomebody(claimIn(state, ['DENIED', 'WITHDRAWN']));
  const lapsesAfter = basis.programme.lapsesAfter?.(basis.facts);
  if (ground === 'NEW_FACT' && lapsesAfter !== undefined && today > lapsesAfter) {
    throw new Rejection(claimRefusals.RIGHT_HAS_LAPSED({ lapsesAfter }));
  }
  const { participantId, documents } = claim;
  return [
    {
      type: 'ClaimReopened',
      data: {
        claimId,
        participantId,
        reopenerId: actor.id,
        ground,
        effectiveOn: today,
        person: { reason },
      },
    },
    documentsVerdict(claim, basis, documents, today),
  ];
}
