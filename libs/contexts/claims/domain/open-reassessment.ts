import type { CommandContext } from '#kernel';
import type { ClaimAfterApproval } from './claim-after-approval.js';
import { type ApprovedClaim, dueNow } from './due-now.js';
import { isMore } from './more-than-approved.js';
import type { Basis } from './programme.js';
import type { ReassessmentOpened } from './reassessment.events.js';

/** Whether a receipt may concern it. Nobody looks twice, and of an erased person nobody knows where to pay. */
export const mayBeReassessed = (state: ClaimAfterApproval): state is ApprovedClaim =>
  state.claim.situation === 'APPROVED' &&
  state.claim.account !== undefined &&
  state.approved !== undefined &&
  state.reassessment === undefined;

/** Opens a re-assessment where more is due by what is known now than was approved (Q-1, rule 10); nothing otherwise. */
export function openReassessment(
  state: ApprovedClaim,
  { today }: CommandContext,
  basis: Basis,
): readonly ReassessmentOpened[] {
  if (!isMore(dueNow(state, basis), state.claim.hands.entitledIds)) return [];
  const { claimId, participantId } = state.claim;
  return [{ type: 'ReassessmentOpened', data: { claimId, participantId, effectiveOn: today } }];
}
