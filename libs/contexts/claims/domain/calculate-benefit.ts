import type { CommandContext } from '#kernel';
import { type AssessableClaim, type Assessed, assess, findingOf } from './assess-claim.js';
import type { BenefitCalculated, ClaimEvent } from './claim.events.js';
import type { ClaimFacts } from './claim-facts.js';
import type { ClaimState } from './claim.js';
import { requireClaim } from './require-claim.js';

/**
 * Computes what the law gives (perhitungan manfaat). A refusal by the law is a calculation of zero rupiah that names its
 * rule; arrears on the day of the event hold the claim. May be repeated until somebody decides.
 * @throws Rejection `CLAIM_NOT_FOUND`, `CLAIM_<SITUATION>`, or as `assess` does
 */
export function calculateBenefit(
  facts: ClaimFacts,
  state: ClaimState,
  { today, actor }: CommandContext,
): readonly ClaimEvent[] {
  const claim = requireClaim(state, 'COMPLETE', 'CALCULATED', 'HELD');
  const { claimId, participantId } = claim;
  const assessed = assess(claim, facts);
  const [reason] = assessed.calculation.components;
  if (assessed.calculation.decision === 'PENDING_ARREARS' && reason) {
    const { law, article, explanation } = reason;
    return [
      {
        type: 'ClaimHeld',
        data: {
          claimId,
          participantId,
          assessorId: actor.id,
          reason: 'PENDING_ARREARS',
          law,
          article,
          detail: explanation.en,
          effectiveOn: today,
        },
      },
    ];
  }
  return [benefitCalculated(claim, assessed, actor.id, today)];
}

function benefitCalculated(
  { claimId, participantId }: AssessableClaim,
  assessed: Assessed,
  assessorId: string,
  today: CommandContext['today'],
): BenefitCalculated {
  const { components, ruleSetVersion } = assessed.calculation;
  return {
    type: 'BenefitCalculated',
    data: {
      claimId,
      participantId,
      assessorId,
      ruleSetVersion,
      ...findingOf(assessed),
      effectiveOn: today,
      health: {
        inputs: { ...assessed.inputs },
        arithmetic: components.map(({ code, arithmetic }) => ({ code, arithmetic })),
      },
    },
  };
}
