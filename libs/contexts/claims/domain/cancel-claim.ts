import { type CommandContext, Rejection } from '#kernel';
import type { CancelReason, ClaimEvent } from './claim.events.js';
import { type ClaimState, claimIn } from './claim.js';
import type { Basis } from './programme.js';
import { claimRefusals } from './refusals.js';

export interface CancelClaimInput {
  readonly claimId: string;
  readonly reason: CancelReason;
}

/**
 * Gives a claim up that nobody can decide (pembatalan klaim), because its person was erased and with them who claims and the
 * account, or because what the law gives rests on something that is lost. It is no denial: the law refuses nothing. Doing
 * so again changes nothing.
 * @throws Rejection `CLAIM_NOT_FOUND`, `CLAIM_APPROVED`, `CLAIM_DENIED`, `NOT_TO_BE_CANCELLED`
 */
export function cancelClaim(
  { claimId, reason }: CancelClaimInput,
  state: ClaimState,
  { actor, today }: CommandContext,
  { programme, facts }: Basis,
): readonly ClaimEvent[] {
  const claim = claimIn(state, ['INCOMPLETE', 'COMPLETE', 'HELD', 'CALCULATED', 'CANCELLED']);
  if (claim.situation === 'CANCELLED') return [];
  const isUndecidable = !claim.account || programme.isUndecidable?.(facts) === true;
  if (!isUndecidable) throw new Rejection(claimRefusals.NOT_TO_BE_CANCELLED(claim));
  const { participantId } = claim;
  return [
    {
      type: 'ClaimCancelled',
      data: { claimId, participantId, deciderId: actor.id, reason, effectiveOn: today },
    },
  ];
}
