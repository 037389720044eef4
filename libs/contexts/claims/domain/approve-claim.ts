import { type CommandContext, Rejection, enforce } from '#kernel';
import type { ClaimEvent } from './claim.events.js';
import type { ClaimFacts } from './claim-facts.js';
import type { ClaimState } from './claim.js';
import type { DisabilityPaid } from './disability-paid.js';
import { paymentsFor } from './payments.js';
import { APPROVAL_POLICIES } from './policies/approval.policies.js';
import { requireClaim } from './require-claim.js';

/**
 * Approves what was calculated (persetujuan klaim) and says who is to be paid how much.
 * @throws Rejection `CLAIM_NOT_FOUND`, `CLAIM_<SITUATION>`, `EARLIER_CLAIM_IN_APPROVAL`, the code of the first approval
 *   policy that objects, or `EMPLOYER_PAYEE_UNSUPPORTED`
 */
export function approveClaim(
  facts: ClaimFacts,
  state: ClaimState,
  { actor, today }: CommandContext,
): readonly ClaimEvent[] {
  const claim = requireClaim(state, 'CALCULATED');
  const { claimId, participantId, programme, eventDate, payBy, account, assessment } = claim;
  if (facts.programme === 'JKK') requireTurn(facts.paidBefore);
  enforce(APPROVAL_POLICIES, { claim, facts, deciderId: actor.id });
  return [
    {
      type: 'ClaimApproved',
      data: {
        claimId,
        participantId,
        programme,
        eventDate,
        approverId: actor.id,
        totalIdr: assessment.totalIdr,
        payments: paymentsFor(assessment.components, facts),
        entitledChildren: assessment.entitledChildren,
        payBy,
        effectiveOn: today,
        person: { account },
      },
    },
  ];
}

/**
 * The claims of one participant are approved one after another: what the earlier one pays decides what is left.
 * @throws Rejection `EARLIER_CLAIM_IN_APPROVAL`
 */
function requireTurn({ undecidedClaimId }: DisabilityPaid): void {
  if (undecidedClaimId === undefined) return;
  throw new Rejection(
    'EARLIER_CLAIM_IN_APPROVAL',
    'The approval of another claim of this participant was begun before and is not finished',
    { allowed: ['approve or deny that claim first'], facts: { claimId: undecidedClaimId } },
  );
}
