import { type CommandContext, type LocalDate, Rejection } from '#kernel';
import { settleByOf, unpaidOf } from './arrears.js';
import { assess, findingOf, proofOf } from './assessment.js';
import type { ClaimHeld } from './arrears.events.js';
import type { BenefitCalculated, ClaimEvent } from './claim.events.js';
import { type ClaimIn, type ClaimState, openClaimIn } from './claim.js';
import { documentsVerdict } from './documents-verdict.js';
import { LEFT_TO_A_PERSON } from './left-to-people.js';
import { saysTheSame } from './held-for.js';
import { type AssessableClaim, type Assessed, type Basis, arrearsOf } from './programme.js';
import { arrearsRefusals } from './arrears.refusals.js';
import { resumed } from './resume-claim.js';
import { answerAwaited } from './treatment.js';

export interface CalculateBenefitInput {
  readonly claimId: string;
}

/**
 * Computes what the law gives (perhitungan manfaat). A refusal by the law is a calculation of zero rupiah that names its
 * rule; arrears on the day of the event hold the claim, and the service clock with it, which is said once. May be repeated until somebody decides,
 * and reopens a claim that was denied for its arrears once they are paid, as long as the right has not lapsed. What something may be paid
 * for is asked for first, where no paper shows it. What stopped the payments of a claim that was held is what it waits for then.
 * @throws Rejection `CLAIM_NOT_FOUND`, `CLAIM_<SITUATION>`, `ARREARS_STILL_UNPAID`, `RIGHT_LAPSED`, or as the programme's
 *   `assess` does
 */
export function calculateBenefit(
  _input: CalculateBenefitInput,
  state: ClaimState,
  context: CommandContext,
  basis: Basis,
): readonly ClaimEvent[] {
  const { today, actor } = context;
  const claim = openClaimIn(state, ['COMPLETE', 'CALCULATED', 'HELD']);
  const assessed = assess(claim, basis);
  const { refusal } = findingOf(assessed);
  if (refusal?.decision === 'PENDING_ARREARS')
    return held(claim, basis, { ...refusal, assessorId: actor.id }, today);
  const goesOn =
    claim.situation === 'HELD' || claim.situation === 'DENIED' ? [resumed(claim, basis, today)] : [];
  // Receipts and the end of a treatment may have come since the documents were complete.
  const mayPay = refusal === undefined || refusal.decision === LEFT_TO_A_PERSON;
  const verdict = documentsVerdict(claim, basis, claim.documents, context);
  if (mayPay && verdict.type === 'DocumentsRequested') return [...goesOn, verdict];
  if (claim.stop) return [...goesOn, ...answerAwaited(claim, context)];
  return [...goesOn, benefitCalculated(claim, assessed, actor.id, today)];
}

/** Said to whoever consented to a set-off all the same. */
const NOT_DEDUCTED =
  'They are not deducted: the benefit is not more than they are. Paying some of the months leaves fewer to deduct.';

/** @throws Rejection `ARREARS_STILL_UNPAID` where the claim was denied for them */
function held(
  claim: CalculableClaim,
  basis: Basis,
  { law, article, detail, assessorId }: Pick<ClaimHeld['data'], 'law' | 'article' | 'detail' | 'assessorId'>,
  today: LocalDate,
): readonly ClaimHeld[] {
  const { claimId, participantId } = claim;
  const arrears = arrearsOf(basis);
  if (claim.situation === 'DENIED')
    throw new Rejection(arrearsRefusals.ARREARS_STILL_UNPAID(unpaidOf(arrears)));
  // A notice runs once, and the clock stands still since the first day, however often the claim is looked at.
  const before = claim.situation === 'HELD' ? claim : undefined;
  const heldFor = {
    article,
    detail: claim.setOffOn ? `${detail} ${NOT_DEDUCTED}` : detail,
    ...(arrears.length > 0 && { arrears }),
  };
  // Whoever was told so already is not told again.
  if (before?.settleBy !== undefined && saysTheSame(basis.heldFor, heldFor)) return [];
  return [
    {
      type: 'ClaimHeld',
      data: {
        claimId,
        participantId,
        assessorId,
        reason: 'PENDING_ARREARS',
        law,
        ...heldFor,
        settleBy: before?.settleBy ?? settleByOf(today),
        heldSince: before?.heldSince ?? today,
        effectiveOn: today,
      },
    },
  ];
}

/** Also one that was denied only because its arrears were not settled, which is reopened by it. */
type CalculableClaim = ClaimIn<'COMPLETE' | 'CALCULATED' | 'HELD' | 'DENIED'>;

function benefitCalculated(
  { claimId, participantId }: AssessableClaim,
  assessed: Assessed,
  assessorId: string,
  today: CommandContext['today'],
): BenefitCalculated {
  return {
    type: 'BenefitCalculated',
    data: {
      claimId,
      participantId,
      assessorId,
      ruleSetVersion: assessed.calculation.ruleSetVersion,
      ...findingOf(assessed),
      effectiveOn: today,
      health: proofOf(assessed),
    },
  };
}
