import { type LocalDate, Rejection, type Rupiah, sumRupiah } from '#kernel';
import { type JkkCaseInput, calculateJkkCase, daysThatCount, deductPaid } from '#law';
import type { AssessableClaim, Assessed } from '../../domain/programme.js';
import type { ParticipantForClaim } from '../participant.js';
import { requireConfirmedPlacement } from '../project.js';
import { repaid } from './advanced.js';
import type { DisabilityPaid } from './disability-paid.js';
import type { AccidentForClaim, CareCost, JkkFacts } from './facts.js';
import { owedBy } from '../owed.js';
import { membershipOf } from '../work.js';
import { jkkRefusals } from './refusals.js';

/**
 * What the law gives for an accident.
 * @throws Rejection `PLACEMENT_UNCONFIRMED`, `HEALTH_DATA_ERASED`, `ACCIDENT_NOT_CONCLUDED`, `STAGE_TWO_MISSING`, `OTHER_PAYER_NOT_NAMED`, `EARLIER_DISABILITY_ERASED`,
 *   `FATAL_OUTCOME_STANDS`, `DEATH_NOT_TRACED`, `DEATH_BEFORE_ACCIDENT`
 */
export function assessJkk(claim: AssessableClaim, facts: JkkFacts): Assessed {
  const { accident, participant } = facts;
  requireConfirmedPlacement(participant);
  const inputs = inputsOf(claim, facts);
  const calculation = repaid(calculateJkkCase(inputs), accident);
  // What the law refuses anyway need not wait for the end of the treatment.
  if (!calculation.decision) requireWhatIsAsked(facts);
  const grave = accident.outcome === 'DEATH' || accident.outcome === 'TOTAL_PERMANENT';
  const entitled = grave && !calculation.decision;
  return {
    inputs,
    calculation,
    entitledChildren: entitled ? participant.children : [],
    ...(entitled && { givesScholarship: true }),
    ...employersOf(facts, calculation),
  };
}

/** What is known of the accident, as the law asks for it. */
function inputsOf(
  claim: AssessableClaim,
  { accident, participant, paidAsJkm, paidBefore }: JkkFacts,
): JkkCaseInput {
  return {
    segment: participant.segment,
    accidentDate: accident.occurredOn,
    claimDate: claim.submittedOn,
    conclusion: accident.conclusion,
    ...ofWork(accident, participant),
    plkkInvoice: costOf(accident.care),
    medicalReceipts: costOf(accident.reimbursements),
    ...(hasCare(accident) && accident.otherPayer && { otherPayer: accident.otherPayer }),
    receipts: accident.transport,
    incapacityDays: daysThatCount(accident.incapacityDays),
    ...(claim.interim && claim.interim.paidIdr > 0 && { stmbPaid: claim.interim.paidIdr }),
    injuries: deductPaid(paidBefore.items, accident.occurredOn, accident),
    dominantHand: accident.dominantHand,
    outcome: accident.outcome,
    ...(paidBefore.totalPermanent && { totalPermanentPaid: true }),
    // A death that JKM was approved for first is paid the difference.
    ...(paidAsJkm !== undefined && accident.outcome === 'DEATH' && { paidAsJkm }),
  };
}

/** What has to be known before anything is granted. @throws Rejection as `assessJkk` does */
function requireWhatIsAsked({ accident, participant, paidBefore }: JkkFacts): void {
  if (accident.healthErased) throw new Rejection(jkkRefusals.HEALTH_DATA_ERASED());
  requireFinishedAccident(accident);
  requireOtherPayer(accident);
  requireKnownDisability(paidBefore);
  if (accident.outcome === 'DEATH') requireTracedDeath(accident, participant);
}

/** What the employer, or the project, owes itself, and of whom it is known. */
function employersOf(
  { accident, participant }: JkkFacts,
  calculation: Assessed['calculation'],
): Pick<Assessed, 'owedByEmployer' | 'employers'> {
  return {
    ...(accident.projectId && {
      owedByEmployer: owedBy(accident.projectId, calculation),
      employers: [{ employerId: accident.projectId, eventOn: accident.occurredOn, restsOnWage: false }],
    }),
    ...(accident.employerId && {
      owedByEmployer: owedBy(accident.employerId, calculation),
      employers: [
        { ...employerOf(accident.employerId, accident.occurredOn, participant), restsOnWage: true },
      ],
    }),
  };
}

const employerOf = (
  employerId: string,
  eventOn: LocalDate,
  { employments: [work] = [] }: ParticipantForClaim,
) => ({ employerId, eventOn, ...(work?.wagePeriod && { wagePeriod: work.wagePeriod }) });

/** What the law asks of the work at which it happened, and of cover. */
export const ofWork = (accident: AccidentForClaim, participant: ParticipantForClaim) => {
  if (participant.project) return ofProject(accident, participant);
  return accident.employerId === undefined ? ofOwnWork(accident, participant) : ofWage(accident, participant);
};

/** What the law asks of a worker of a construction project: its cover, and the wage that was told of the worker (reference 3.6). */
function ofProject(
  { kind, occurredOn, stageOne }: AccidentForClaim,
  { coverageAtEvent, project }: ParticipantForClaim,
) {
  const placement = project?.placement;
  const wageIdr = placement?.wageOn(occurredOn);
  const endedOn = placement?.endedBy(occurredOn);
  return {
    coverage: coverageAtEvent.status,
    ...(wageIdr !== undefined && { monthlyWage: wageIdr }),
    ...(kind === 'OCCUPATIONAL_DISEASE' && { diagnosisDate: occurredOn }),
    ...(endedOn !== undefined && endedOn < occurredOn && { employmentEndedOn: endedOn }),
    ...(stageOne?.late && { stageOneLate: true }),
    // No contractor has an account here: whoever kept paying the wage settles it with the worker.
    wageContinued: false,
  };
}

const ofOwnWork = (
  { kind, occurredOn }: AccidentForClaim,
  { coverageAtEvent, incomeBaseIdr }: ParticipantForClaim,
) => ({
  // Whoever works for himself has stopped with the last month that is paid: a disease may arise after that.
  ...(kind === 'OCCUPATIONAL_DISEASE' && { diagnosisDate: occurredOn }),
  coverage: coverageAtEvent.status,
  lastPaidPeriod: coverageAtEvent.paidThrough,
  declaredIncome: incomeBaseIdr,
});

/** What the law asks of a wage earner: the work at which it happened, and what the employer reported (reference 3.6, 3.10). */
function ofWage(
  { kind, occurredOn, stageOne, wageContinued }: AccidentForClaim,
  { employments: [work] = [] }: ParticipantForClaim,
) {
  if (!work) return { coverage: 'NEVER' as const };
  const { endedOn, reportedWageIdr, actualWageIdr } = work;
  return {
    ...membershipOf(work),
    ...(reportedWageIdr !== undefined && { monthlyWage: reportedWageIdr }),
    ...(actualWageIdr !== undefined && { actualMonthlyWage: actualWageIdr }),
    ...(kind === 'OCCUPATIONAL_DISEASE' && { diagnosisDate: occurredOn }),
    ...(endedOn !== undefined && { employmentEndedOn: endedOn }),
    ...(stageOne?.late && { stageOneLate: true }),
    ...(wageContinued !== undefined && { wageContinued }),
  };
}

/** Whether nobody can say any more what the law gives, whatever is handed in: what it rests on was erased. */
export function isJkkUndecidable({ accident, paidBefore }: JkkFacts): boolean {
  return accident.healthErased === true || paidBefore.erased;
}

/** @throws Rejection `ACCIDENT_NOT_CONCLUDED`, `STAGE_TWO_MISSING` */
function requireFinishedAccident({ conclusion, stageTwoReported }: AccidentForClaim): void {
  if (conclusion === undefined) throw new Rejection(jkkRefusals.ACCIDENT_NOT_CONCLUDED());
  if (!stageTwoReported) throw new Rejection(jkkRefusals.STAGE_TWO_MISSING());
}

const hasCare = ({ care, reimbursements }: Pick<AccidentForClaim, 'care' | 'reimbursements'>) =>
  care.length + reimbursements.length > 0;

/** In traffic another payer comes before JKK: whether it pays has to be said first (V-12). @throws Rejection `OTHER_PAYER_NOT_NAMED` */
function requireOtherPayer(accident: AccidentForClaim): void {
  if (accident.placeKind === 'TRAFFIC' && hasCare(accident) && !accident.otherPayer)
    throw new Rejection(jkkRefusals.OTHER_PAYER_NOT_NAMED());
}

/**
 * An earlier claim paid for a disability, and which one was erased with the health key: nobody here can say whether the
 * same is asked for again.
 * @throws Rejection `EARLIER_DISABILITY_ERASED`
 */
function requireKnownDisability({ erased }: DisabilityPaid): void {
  if (erased) throw new Rejection(jkkRefusals.EARLIER_DISABILITY_ERASED());
}

/**
 * A death is paid for once: by JKK when it was traced to this accident, by JKM otherwise.
 * @throws Rejection `FATAL_OUTCOME_STANDS`, `DEATH_NOT_TRACED`, `DEATH_BEFORE_ACCIDENT`
 */
function requireTracedDeath(
  { accidentId, occurredOn }: AccidentForClaim,
  { diedOn, diedOfAccidentId, livesAfterAll }: ParticipantForClaim,
): void {
  if (livesAfterAll) throw new Rejection(jkkRefusals.FATAL_OUTCOME_STANDS());
  if (diedOfAccidentId !== accidentId) throw new Rejection(jkkRefusals.DEATH_NOT_TRACED());
  // The day may have been corrected since it was traced.
  if (diedOn !== undefined && diedOn < occurredOn) throw new Rejection(jkkRefusals.DEATH_BEFORE_ACCIDENT());
}

function costOf(costs: readonly CareCost[]): Rupiah | undefined {
  return costs.length > 0 ? sumRupiah(costs.map(({ invoiceIdr }) => invoiceIdr)) : undefined;
}
