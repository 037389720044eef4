import { Rejection, type Rupiah, sumRupiah } from '#kernel';
import {
  type BenefitComponent,
  type Calculation,
  type Coverage,
  type JkkCaseInput,
  type JkmInput,
  calculateJkkCase,
  calculateJkm,
  deductPaid,
  jkmEntitlesToScholarship,
} from '#law';
import type { BenefitCalculated, ClaimComponent, EntitledChild, Payee } from './claim.events.js';
import type { AccidentForClaim, CareCost, ClaimFacts, ParticipantForClaim } from './claim-facts.js';
import type { Assessment, ClaimIn } from './claim.js';
import type { DisabilityPaid } from './disability-paid.js';

export type AssessableClaim = ClaimIn<'COMPLETE' | 'CALCULATED' | 'HELD' | 'APPROVED'>;

/** What was asked of the calculator, what it answered, and who may get a scholarship then. */
export interface Assessed {
  readonly inputs: JkkCaseInput | JkmInput;
  readonly calculation: Calculation;
  readonly entitledChildren: readonly EntitledChild[];
}

/**
 * What the law gives for a claim by the facts as they are now.
 * @throws Rejection `ACCIDENT_NOT_CONCLUDED`, `STAGE_TWO_MISSING`, `EARLIER_DISABILITY_ERASED`, `DEATH_NOT_TRACED`,
 *   `DEATH_APPROVED_AS_JKM`
 */
export function assess(claim: AssessableClaim, facts: ClaimFacts): Assessed {
  return facts.programme === 'JKK' ? assessJkk(claim, facts) : assessJkm(claim, facts.participant);
}

/** What of it is decided on. */
export function findingOf({ calculation, entitledChildren }: Assessed): Finding {
  const { components, totalIdr, decision, rule } = calculation;
  const [reason] = components;
  return {
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
  };
}

type Finding = Pick<BenefitCalculated['data'], 'components' | 'totalIdr' | 'refusal' | 'entitledChildren'>;

/**
 * Whether a calculation would come out the same today. Invoices, payments, a conclusion or a child may have come in since.
 * @throws Rejection as `assess`
 */
export function stillHolds(assessment: Assessment, claim: AssessableClaim, facts: ClaimFacts): boolean {
  return outcomeOf(findingOf(assess(claim, facts))) === outcomeOf(assessment);
}

/** Everything that somebody is paid or refused by, as a text to compare. */
function outcomeOf({ components, totalIdr, refusal, entitledChildren }: Finding): string {
  return JSON.stringify([
    components.map(({ code, amountIdr, payee }) => [code, amountIdr, payee]),
    totalIdr,
    refusal?.decision,
    entitledChildren.map(({ childId }) => childId),
  ]);
}

function assessJkk(
  claim: AssessableClaim,
  { accident, participant, jkmApproved, paidBefore }: Extract<ClaimFacts, { programme: 'JKK' }>,
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
    injuries: deductPaid(paidBefore.items, accident.occurredOn, accident),
    dominantHand: accident.dominantHand,
    outcome: accident.outcome,
    ...(paidBefore.totalPermanent && { totalPermanentPaid: true }),
  };
  const calculation = calculateJkkCase(inputs);
  // What the law refuses anyway need not wait for the end of the treatment.
  if (!calculation.decision) {
    requireFinishedAccident(accident);
    requireKnown(paidBefore);
    if (accident.outcome === 'DEATH') requireDeathOf(accident, participant, jkmApproved);
  }
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

/**
 * An earlier claim paid for a disability, and which one was erased with the health key: nobody here can say whether the
 * same is asked for again.
 * @throws Rejection `EARLIER_DISABILITY_ERASED`
 */
function requireKnown({ erased }: DisabilityPaid): void {
  if (!erased) return;
  throw new Rejection(
    'EARLIER_DISABILITY_ERASED',
    'An earlier claim paid for a disability, and the record of which one was erased',
    { allowed: ['nothing here: a supervisor has to settle it by the papers of the earlier claim'] },
  );
}

/**
 * A death is paid for once: by JKK when it was traced to this accident, by JKM otherwise.
 * @throws Rejection `DEATH_NOT_TRACED`, `DEATH_APPROVED_AS_JKM`
 */
function requireDeathOf(
  { accidentId }: AccidentForClaim,
  { diedOfAccidentId }: ParticipantForClaim,
  jkmApproved: boolean,
): void {
  if (diedOfAccidentId !== accidentId) {
    throw new Rejection('DEATH_NOT_TRACED', 'The death of the participant was not traced to this accident', {
      allowed: ['report the death', 'trace the death to this accident'],
    });
  }
  if (jkmApproved) {
    throw new Rejection(
      'DEATH_APPROVED_AS_JKM',
      'JKM was approved for this death: it is not paid for twice',
      {
        allowed: ['nothing here: a supervisor has to settle what JKM paid'],
      },
    );
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
    ...(participant.diedOfAccidentId && { workAccident: true }),
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

/** The part of a component that says nothing of somebody's health. */
function financialPart({ code, amountIdr, law, article, payee }: BenefitComponent): ClaimComponent {
  return { code, amountIdr, law, article: withoutTableRow(article), payee: payeeOf(payee) };
}

/** The row of the disability table (`Annex III, row 17-18`) would tell the injury. */
const withoutTableRow = (article: string) => article.replace(/, row .+$/, '');

function payeeOf(payee: BenefitComponent['payee']): Payee {
  return payee === undefined || payee === 'CHILD' ? 'PARTICIPANT' : payee;
}
