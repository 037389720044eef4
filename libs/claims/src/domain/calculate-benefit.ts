import { type CommandContext, Rejection, type Rupiah, sumRupiah } from '#kernel';
import {
  type BenefitComponent,
  type Calculation,
  type Coverage,
  type JkkCaseInput,
  type JkmInput,
  calculateJkkCase,
  calculateJkm,
  jkmEntitlesToScholarship,
} from '#benefits';
import type { BenefitCalculated, ClaimComponent, ClaimEvent, EntitledChild, Payee } from './claim.events.js';
import type { AccidentForClaim, CareCost, ClaimFacts, ParticipantForClaim } from './claim-facts.js';
import type { ClaimIn, ClaimState } from './claim.js';
import { requireClaim } from './require-claim.js';

type AssessableClaim = ClaimIn<'COMPLETE' | 'CALCULATED' | 'HELD'>;

/** What was asked of the calculator, what it answered, and who may get a scholarship then. */
interface Assessed {
  readonly inputs: JkkCaseInput | JkmInput;
  readonly calculation: Calculation;
  readonly entitledChildren: readonly EntitledChild[];
}

/**
 * Computes what the law gives (perhitungan manfaat). A refusal by the law is a calculation of zero rupiah that names its
 * rule; arrears on the day of the event hold the claim. May be repeated until somebody decides.
 * @throws Rejection `CLAIM_NOT_FOUND`, `CLAIM_<SITUATION>`, `ACCIDENT_NOT_CONCLUDED`, `STAGE_TWO_MISSING`
 */
export function calculateBenefit(
  facts: ClaimFacts,
  state: ClaimState,
  { today, actor }: CommandContext,
): readonly ClaimEvent[] {
  const claim = requireClaim(state, 'COMPLETE', 'CALCULATED', 'HELD');
  const { claimId, participantId } = claim;
  const assessed = facts.programme === 'JKK' ? assessJkk(claim, facts) : assessJkm(claim, facts.participant);
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

function assessJkk(
  claim: AssessableClaim,
  { accident, participant }: Extract<ClaimFacts, { programme: 'JKK' }>,
): Assessed {
  const coverage = coverageForClaim(participant);
  const inputs: JkkCaseInput = {
    segment: participant.segment,
    accidentDate: accident.occurredOn,
    claimDate: claim.submittedOn,
    conclusion: accident.conclusion,
    coverage: coverage.status,
    lastPaidPeriod: coverage.paidThrough,
    declaredIncome: participant.incomeBaseIdr,
    plkkInvoice: totalOf(accident.care),
    medicalReceipts: totalOf(accident.reimbursements),
    receipts: accident.transport,
    incapacityDays: accident.incapacityDays,
    injuries: accident.injuries,
    dominantHand: accident.dominantHand,
    outcome: accident.outcome,
  };
  const calculation = calculateJkkCase(inputs);
  // What the law refuses anyway need not wait for the end of the treatment.
  if (!calculation.decision) requireFinishedAccident(accident);
  const grave = accident.outcome === 'DEATH' || accident.outcome === 'TOTAL_PERMANENT';
  return {
    inputs,
    calculation,
    entitledChildren: grave && !calculation.decision ? participant.children : [],
  };
}

/** @throws Rejection `ACCIDENT_NOT_CONCLUDED`, `STAGE_TWO_MISSING` */
function requireFinishedAccident({ conclusion, stageTwoReported }: AccidentForClaim): void {
  if (conclusion === undefined) {
    throw new Rejection(
      'ACCIDENT_NOT_CONCLUDED',
      'It is not concluded yet whether this was a work accident',
      {
        allowed: ['conclude the accident'],
      },
    );
  }
  if (!stageTwoReported) {
    throw new Rejection('STAGE_TWO_MISSING', 'The claim rests on the stage II report (form KK2)', {
      allowed: ['report stage II'],
    });
  }
}

function assessJkm(claim: AssessableClaim, participant: ParticipantForClaim): Assessed {
  const coverage = coverageForClaim(participant);
  const inputs: JkmInput = {
    segment: participant.segment,
    deathDate: claim.eventDate,
    coverage: coverage.status,
    lastPaidPeriod: coverage.paidThrough,
    consecutivePaidMonths: coverage.consecutivePaidMonths,
    totalPaidMonths: coverage.totalPaidMonths,
  };
  const calculation = calculateJkm(inputs);
  const entitled = !calculation.decision && jkmEntitlesToScholarship(inputs);
  return { inputs, calculation, entitledChildren: entitled ? participant.children : [] };
}

/** Cover on the day of the event; arrears that were settled since count as paid (convention Q-1). */
function coverageForClaim({ coverageAtEvent, coverageWithLatePayments }: ParticipantForClaim): Coverage {
  return coverageAtEvent.status === 'PENDING_ARREARS' ? coverageWithLatePayments : coverageAtEvent;
}

function totalOf(costs: readonly CareCost[]): Rupiah | undefined {
  return costs.length > 0 ? sumRupiah(costs.map(({ invoiceIdr }) => invoiceIdr)) : undefined;
}

function benefitCalculated(
  { claimId, participantId }: AssessableClaim,
  { inputs, calculation, entitledChildren }: Assessed,
  assessorId: string,
  today: CommandContext['today'],
): BenefitCalculated {
  const { components, totalIdr, ruleSetVersion, decision, rule } = calculation;
  const [reason] = components;
  return {
    type: 'BenefitCalculated',
    data: {
      claimId,
      participantId,
      assessorId,
      ruleSetVersion,
      components: decision ? [] : components.map(financialPart),
      totalIdr,
      ...(decision && reason
        ? {
            refusal: {
              decision,
              rule: rule ?? decision,
              law: reason.law,
              article: reason.article,
              detail: reason.explanation.en,
            },
          }
        : {}),
      entitledChildren,
      effectiveOn: today,
      health: {
        inputs: { ...inputs },
        arithmetic: components.map(({ code, arithmetic }) => ({ code, arithmetic })),
      },
    },
  };
}

/** The part of a component that says nothing of somebody's health. */
function financialPart({ code, amountIdr, law, article, payee }: BenefitComponent): ClaimComponent {
  return { code, amountIdr, law, article: withoutTableRow(article), payee: payeeOf(payee) };
}

/** The row of the disability table (`Annex III, row 17-18`) would tell the injury. */
const withoutTableRow = (article: string) => article.replace(/, row .+$/, '');

function payeeOf(payee: BenefitComponent['payee']): Payee {
  return payee === undefined || payee === 'CHILD' ? 'PARTICIPANT' : payee;
}
