import { type CommandContext, enforce } from '#kernel';
import type { ClaimEvent } from './claim.events.js';
import { type ClaimFacts, invoicedFor } from './claim-facts.js';
import type { ClaimState } from './claim.js';
import { paymentsFor } from './payments.js';
import { APPROVAL_POLICIES } from './policies/approval.policies.js';
import { requireClaim } from './require-claim.js';

/**
 * Approves what was calculated (persetujuan klaim) and says who is to be paid how much.
 * @throws Rejection `CLAIM_NOT_FOUND`, `CLAIM_<SITUATION>`, the code of the first approval policy that objects, or
 *   `EMPLOYER_PAYEE_UNSUPPORTED`
 */
export function approveClaim(
  facts: ClaimFacts,
  state: ClaimState,
  { actor, today }: CommandContext,
): readonly ClaimEvent[] {
  const claim = requireClaim(state, 'CALCULATED');
  const { claimId, participantId, programme, eventDate, payBy, account, assessment } = claim;
  enforce(APPROVAL_POLICIES, { assessment, deciderId: actor.id, invoicedIdr: invoicedFor(facts) });
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
