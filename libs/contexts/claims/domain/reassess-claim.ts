import { type CommandContext, Rejection, enforce } from '#kernel';
import { approvedIn } from './approved-claim.js';
import type { ClaimAfterApproval } from './claim-after-approval.js';
import type { ClaimEvent } from './claim.events.js';
import { type ApprovedClaim, type DueNow, asSaid, dueNow, isUndecidedByLaw } from './due-now.js';
import { isMore } from './more-than-approved.js';
import { notByWhoeverDecidedBefore } from './policies/decision.policies.js';
import type { Basis } from './programme.js';
import { claimRefusals } from './refusals.js';
import { type SaidDue, requireFitting } from './said-due.js';

export interface ReassessClaimInput {
  readonly claimId: string;
}

/**
 * Computes an approved claim anew by what is known now (perhitungan ulang manfaat), and what is due beside what was approved, or not
 * due. Where nothing is otherwise, a re-assessment that was opened ends with it: so nobody computes it whose decision did not stand.
 * @throws Rejection `CLAIM_NOT_FOUND`, `CLAIM_<SITUATION>`, `PERSONAL_DATA_ERASED`, `DECIDER_CANNOT_DECIDE_ANEW`, `NOTHING_MORE_DUE`, or
 *   as `dueNow` does
 */
export function reassessClaim(
  _input: ReassessClaimInput,
  state: ClaimAfterApproval,
  context: CommandContext,
  basis: Basis,
): readonly ClaimEvent[] {
  const known = approvedIn(state);
  requireAnother(known, context);
  const due = dueNow(known, basis);
  if (!known.reassessment && !isMore(due, known.claim.hands.entitledIds)) {
    throw new Rejection(claimRefusals.NOTHING_MORE_DUE());
  }
  return [reassessed(known, due, context)];
}

export interface SayDifferenceInput extends SaidDue {
  readonly claimId: string;
}

/**
 * Says what an approved claim that was opened again comes to, in place of the calculation (penetapan ulang oleh petugas), with the ground
 * and the words that it rests on. A second person approves it like one.
 * @throws Rejection `CLAIM_NOT_FOUND`, `CLAIM_<SITUATION>`, `PERSONAL_DATA_ERASED`, `DECIDER_CANNOT_DECIDE_ANEW`,
 *   `NOT_OPENED_AGAIN`, `PAID_BY_OTHER_PROGRAMME`, `GROUND_DOES_NOT_REACH`, `COMPONENTS_DO_NOT_FIT`
 */
export function sayDifference(
  said: SayDifferenceInput,
  state: ClaimAfterApproval,
  context: CommandContext,
  basis: Basis,
): readonly ClaimEvent[] {
  const known = approvedIn(state);
  requireAnother(known, context);
  const isLeftToAPerson = () => isUndecidedByLaw(known, basis);
  requireFitting(said, { basis, ground: known.reassessment?.ground, isLeftToAPerson });
  return [reassessed(known, asSaid(known, said, basis), context, said)];
}

/** @throws Rejection `DECIDER_CANNOT_DECIDE_ANEW` */
const requireAnother = ({ claim }: ApprovedClaim, { actor }: CommandContext): void =>
  enforce([notByWhoeverDecidedBefore], { claim, deciderId: actor.id });

function reassessed(
  { claim, approved }: ApprovedClaim,
  { proof, ...due }: DueNow,
  { today, actor }: CommandContext,
  said?: SaidDue,
): ClaimEvent {
  const { claimId, participantId } = claim;
  return {
    type: 'BenefitReassessed',
    data: {
      claimId,
      participantId,
      assessorId: actor.id,
      approvedIdr: approved.approvedIdr,
      ...due,
      effectiveOn: today,
      ...(said && { person: { reason: said.reason, evidence: said.evidence } }),
      health: proof,
    },
  };
}
