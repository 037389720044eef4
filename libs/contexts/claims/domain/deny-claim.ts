import { type CommandContext, enforce } from '#kernel';
import type { ClaimEvent } from './claim.events.js';
import type { ClaimFacts } from './claim-facts.js';
import type { Assessment, ClaimState } from './claim.js';
import { DENIAL_POLICIES } from './policies/approval.policies.js';
import { requireClaim } from './require-claim.js';

/** Where the calculation found nothing to pay although no rule refused. */
const NOTHING_PAYABLE: NonNullable<Assessment['refusal']> = {
  decision: 'REJECTED_NOTHING_PAYABLE',
  rule: 'something-is-payable',
  law: 'PP 44/2015',
  article: 'Art. 25',
  detail: 'The calculation comes to zero rupiah: no cost, incapacity or disability was shown.',
};

/**
 * Denies a claim that the law refuses (penolakan klaim), naming the rule and its article.
 * @throws Rejection `CLAIM_NOT_FOUND`, `CLAIM_<SITUATION>`, or the code of the first denial policy that objects
 */
export function denyClaim(
  facts: ClaimFacts,
  state: ClaimState,
  { actor, today }: CommandContext,
): readonly ClaimEvent[] {
  const claim = requireClaim(state, 'CALCULATED');
  const { claimId, participantId, assessment } = claim;
  enforce(DENIAL_POLICIES, { claim, facts, deciderId: actor.id });
  return [
    {
      type: 'ClaimDenied',
      data: {
        claimId,
        participantId,
        deciderId: actor.id,
        ...(assessment.refusal ?? NOTHING_PAYABLE),
        effectiveOn: today,
      },
    },
  ];
}
