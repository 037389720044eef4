import { type CommandContext, Rejection, ZERO_RUPIAH } from '#kernel';
import { stillHolds } from './assessment.js';
import type { ClaimCancelReason, ClaimEvent } from './claim.events.js';
import { type ClaimIn, type ClaimState, type KnownClaim, claimIn } from './claim.js';
import { isEventRevoked } from './event-revoked.js';
import { interimAskedBack } from './interim.js';
import { type Basis, byDelegationOf } from './programme.js';
import { claimRefusals } from './refusals.js';

export interface CancelClaimInput {
  readonly claimId: string;
  readonly reason: ClaimCancelReason;
}

/**
 * Gives a claim up that nobody can decide (pembatalan klaim), because its person was erased and with them who claims and the
 * account, because what the law gives rests on something that is lost, or because nobody died after all. It is no denial: the law
 * refuses nothing. What the law was found to refuse whatever was lost is denied, so that whoever claimed is told the rule. Doing so again changes nothing.
 * @throws Rejection `CLAIM_NOT_FOUND`, `CLAIM_APPROVED`, `CLAIM_DENIED`, `NOT_TO_BE_CANCELLED`,
 *   `EVENT_STANDS`
 */
export function cancelClaim(
  { claimId, reason }: CancelClaimInput,
  state: ClaimState,
  { actor, today }: CommandContext,
  basis: Basis,
): readonly ClaimEvent[] {
  const claim = claimIn(state, ['INCOMPLETE', 'COMPLETE', 'HELD', 'WAITING', 'CALCULATED', 'CANCELLED']);
  if (claim.situation === 'CANCELLED') return [];
  requireReason(reason, claim, basis);
  const { programme, facts } = basis;
  const isLost = programme.isUndecidable?.(facts) === true;
  const isUndecidable = !claim.account || (isLost && !canBeDenied(claim, basis));
  if (!isUndecidable) throw new Rejection(claimRefusals.NOT_TO_BE_CANCELLED(claim));
  const { participantId } = claim;
  return [
    {
      type: 'ClaimCancelled',
      data: {
        claimId,
        participantId,
        deciderId: actor.id,
        ...byDelegationOf(basis),
        reason,
        effectiveOn: today,
      },
    },
    // Of what somebody settled outside, or of somebody who was erased, nobody can say that it was too much.
    ...(reason === 'EVENT_REVOKED' ? interimAskedBack(claim, ZERO_RUPIAH, { actor, today }) : []),
  ];
}

/** @throws Rejection `EVENT_STANDS` where the event is said not to have happened, and nobody has taken it back */
export function requireReason(reason: ClaimCancelReason, claim: KnownClaim, basis: Basis): void {
  if (reason === 'EVENT_REVOKED' && !isEventRevoked(claim, basis)) {
    throw new Rejection(claimRefusals.EVENT_STANDS());
  }
}

type Undecided = ClaimIn<'INCOMPLETE' | 'COMPLETE' | 'HELD' | 'WAITING' | 'CALCULATED'>;

/** Whether the law was found to refuse it, and would today: for that nothing is needed of what was lost. */
function canBeDenied(claim: Undecided, basis: Basis): boolean {
  if (claim.situation !== 'CALCULATED' || !claim.assessment.refusal) return false;
  try {
    return stillHolds(claim.assessment, claim, basis);
  } catch (error) {
    if (error instanceof Rejection) return false;
    throw error;
  }
}
