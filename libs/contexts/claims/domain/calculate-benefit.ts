import { type CommandContext, Rejection } from '#kernel';
import { settleByOf, unpaidOf } from './arrears.js';
import { assess, findingOf } from './assessment.js';
import type { BenefitCalculated, ClaimEvent } from './claim.events.js';
import { type ClaimIn, type ClaimState, claimIn } from './claim.js';
import type { AssessableClaim, Assessed, Basis } from './programme.js';
import { claimRefusals } from './refusals.js';

export interface CalculateBenefitInput {
  readonly claimId: string;
}

/**
 * Computes what the law gives (perhitungan manfaat). A refusal by the law is a calculation of zero rupiah that names its
 * rule; arrears on the day of the event hold the claim. May be repeated until somebody decides, and reopens a claim that was
 * denied for its arrears once they are paid, whenever that is.
 * @throws Rejection `CLAIM_NOT_FOUND`, `CLAIM_<SITUATION>`, `ARREARS_STILL_UNPAID`, or as the programme's `assess` does
 */
export function calculateBenefit(
  { claimId }: CalculateBenefitInput,
  state: ClaimState,
  { today, actor }: CommandContext,
  basis: Basis,
): readonly ClaimEvent[] {
  const claim = calculable(state);
  const { participantId } = claim;
  const assessed = assess(claim, basis);
  const [reason] = assessed.calculation.components;
  if (assessed.calculation.decision === 'PENDING_ARREARS' && reason) {
    const { law, article, explanation } = reason;
    const { arrears = [] } = assessed;
    if (claim.situation === 'DENIED')
      throw new Rejection(claimRefusals.ARREARS_STILL_UNPAID(unpaidOf(arrears)));
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
          ...(arrears.length > 0 && { arrears }),
          // A notice runs once, however often the claim is looked at.
          settleBy: (claim.situation === 'HELD' ? claim.settleBy : undefined) ?? settleByOf(today),
          effectiveOn: today,
        },
      },
    ];
  }
  return [benefitCalculated(claim, assessed, actor.id, today)];
}

/** A claim to calculate: also one that was denied only because its arrears were not settled, which is reopened by it. */
function calculable(state: ClaimState): ClaimIn<'COMPLETE' | 'CALCULATED' | 'HELD' | 'DENIED'> {
  const claim = claimIn(state, ['COMPLETE', 'CALCULATED', 'HELD', 'DENIED']);
  if (claim.situation === 'DENIED' && !claim.forArrears) throw new Rejection(claimRefusals.CLAIM_DENIED());
  return claim;
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
