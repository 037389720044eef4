import { type CommandContext, Rejection } from '#kernel';
import { requireReason } from './cancel-claim.js';
import type { ClaimAfterApproval } from './claim-after-approval.js';
import type { ClaimCancelReason, ClaimEvent } from './claim.events.js';
import type { ClaimIn } from './claim.js';
import { isEventRevoked } from './event-revoked.js';
import { type Basis, byDelegationOf } from './programme.js';
import { claimRefusals } from './refusals.js';

export interface DropReassessmentInput {
  readonly claimId: string;
  readonly reason: ClaimCancelReason;
}

/**
 * Gives a re-assessment up whose person was erased since, whose event was taken back, or whose death the other programme pays for:
 * what that comes to is settled by its own claim.
 * @throws Rejection `CLAIM_APPROVED`, `NOT_TO_BE_CANCELLED`, `EVENT_STANDS`
 */
export function dropReassessment(
  { reason }: DropReassessmentInput,
  { reassessment }: ClaimAfterApproval,
  { today, actor }: CommandContext,
  claim: ClaimIn<'APPROVED'>,
  basis: Basis,
): readonly ClaimEvent[] {
  if (!reassessment) throw new Rejection(claimRefusals.CLAIM_APPROVED());
  requireReason(reason, claim, basis);
  const { claimId, participantId, account, situation } = claim;
  const isSettledThere = reason === 'SETTLED_BY_PAPERS' && basis.programme.isPaidByOther?.(basis.facts);
  if (account && !isSettledThere && !isEventRevoked(claim, basis))
    throw new Rejection(claimRefusals.NOT_TO_BE_CANCELLED({ situation }));
  return [
    {
      type: 'ReassessmentDropped',
      data: {
        claimId,
        participantId,
        deciderId: actor.id,
        ...byDelegationOf(basis),
        reason,
        effectiveOn: today,
      },
    },
  ];
}
