import type { CommandContext } from '#kernel';
import { assess, findingOf } from './assessment.js';
import type { BenefitCalculated, ClaimEvent } from './claim.events.js';
import { type ClaimState, claimIn } from './claim.js';
import type { AssessableClaim, Assessed, Basis } from './programme.js';

export interface CalculateBenefitInput {
  readonly claimId: string;
}

/**
 * Computes what the law gives (perhitungan manfaat). A refusal by the law is a calculation of zero rupiah that names its
 * rule; arrears on the day of the event hold the claim. May be repeated until somebody decides.
 * @throws Rejection `CLAIM_NOT_FOUND`, `CLAIM_<SITUATION>`, or as the programme's `assess` does
 */
export function calculateBenefit(
  { claimId }: CalculateBenefitInput,
  state: ClaimState,
  { today, actor }: CommandContext,
  basis: Basis,
): readonly ClaimEvent[] {
  const claim = claimIn(state, ['COMPLETE', 'CALCULATED', 'HELD']);
  const { participantId } = claim;
  const assessed = assess(claim, basis);
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
