import { lastDayOf, type LocalDate } from '#kernel';
import {
  coverageStatusOf,
  employerIsNotInArrears,
  type MembershipFacts,
} from '../coverage/coverage.policies.js';
import { inArrears, neverRegistered, wageShortfall } from '../employer/liabilities.js';
import { type Calculation, calculation, decided } from '../kernel/calculation.js';
import { type BenefitComponent, restsOn } from '../kernel/component.js';
import { unlessUnknown } from '../kernel/input-error.js';
import { type Liability, owedInFull, shortfall, withOwed } from '../kernel/owed.js';
import { type BenefitRefusal, refusalOf } from '../kernel/refusal.js';
import { inForce } from '../kernel/rule.js';
import { inPassing, withFacts } from '../kernel/watching.js';
import { HAS_EMPLOYER, type Segment } from '../kernel/segment.js';
import { PMI_TOTAL_PERMANENT } from '../pmi/migrant-benefits.rules.js';
import { ofMigrants, phaseOf } from '../pmi/migrant-worker.js';
import type { PmiPhase } from '../pmi/pmi.rules.js';
import type { WageFacts } from '../wage/wage-basis.js';
import {
  claimIsInTime,
  type Conclusion,
  diseaseAroseInTime,
  eventIsWorkAccident,
  JKK_POLICIES,
  type JkkFacts,
  stageOneWasInTime,
} from './jkk.policies.js';
import { JKK_MEDICAL } from './jkk.rules.js';
import type { DiseaseFacts } from './work-accident.policies.js';

/** What every JKK calculator asks for. Amounts are whole rupiah. */
export interface JkkClaim extends MembershipFacts, WageFacts, DiseaseFacts {
  /** PU unless given. */
  readonly segment?: Segment;
  /** The accident; for an occupational disease (PAK) the day of diagnosis. It chooses the law. */
  readonly accidentDate: LocalDate;
  /** That the event is a disease: the same day again. */
  readonly diagnosisDate?: LocalDate;
  readonly claimDate?: LocalDate;
  readonly conclusion?: Conclusion;
  /** The employer reported stage I after its time: from Permenaker 1/2025 on it pays first. */
  readonly stageOneLate?: boolean;
  /** PMI: where the migrant worker stood. */
  readonly pmiPhase?: PmiPhase;
}

/**
 * Asks the JKK policies, then adds up what the benefit is made of. What the employer owes stands beside it: the whole where
 * it never registered the worker or pays first, and what a wage that was reported too low makes less of it.
 */
export function jkkCalculation<Claim extends JkkClaim>(
  claim: Claim,
  benefits: (claim: Claim) => readonly BenefitComponent[],
): Calculation {
  const { accidentDate, segment = 'PU' } = claim;
  if (segment === 'PMI') requireMigrantFacts(claim);
  inForce(JKK_MEDICAL, accidentDate);
  const facts = withFacts(standingOf(claim, segment), { segment, eventDate: accidentDate });
  const refusal = whoRefuses(facts);
  const paid = refusal ? [] : benefits(claim);
  const answer = refusal ? decided(accidentDate, 'JKK', refusal) : calculation(accidentDate, paid);
  if (!HAS_EMPLOYER.includes(segment)) return answer;
  const owed = refusal ? owedInstead(claim, facts, refusal, benefits) : owedBeside(claim, paid, benefits);
  return withOwed(answer, owed);
}

/** @throws Rejection MISSING_FIELD without a phase, PMI_AMOUNT_UNKNOWN for accidents before Permenaker 4/2023 */
function requireMigrantFacts(claim: JkkClaim): void {
  phaseOf(claim);
  ofMigrants(PMI_TOTAL_PERMANENT, claim.accidentDate);
}

/** The last day of work, as far as it is known: of a BPU the end of the last paid month. */
function employmentEnd(claim: JkkClaim, segment: Segment) {
  if (claim.diagnosisDate === undefined) return undefined;
  if (claim.employmentEndedOn !== undefined || segment !== 'BPU') return claim.employmentEndedOn;
  return claim.lastPaidPeriod && lastDayOf(claim.lastPaidPeriod);
}

/**
 * The claim with the cover that counts. A disease that arises after the work has ended needs no membership on the day of its
 * diagnosis (Perpres 7/2019 Art. 2).
 */
function standingOf<Claim extends JkkClaim>(claim: Claim, segment: Segment): Claim {
  const { accidentDate, diagnosisDate } = claim;
  const status = coverageStatusOf(withFacts(claim, { segment, eventDate: accidentDate }));
  const endedOn = employmentEnd(claim, segment);
  const left = diagnosisDate !== undefined && endedOn !== undefined && endedOn < diagnosisDate;
  if (left && (status === 'INACTIVE' || (status === 'PENDING_ARREARS' && claim.employmentEndedOn))) {
    return withFacts(claim, { coverage: 'ACTIVE' as const, employmentEndedOn: endedOn });
  }
  return claim;
}

/** The first objection. Who pays instead of BPJS is asked only of a benefit that is due. */
function whoRefuses(facts: JkkFacts): BenefitRefusal | undefined {
  const refusal = refusalOf(JKK_POLICIES, facts);
  return refusal?.code === 'EMPLOYER_PAYS_FIRST' ? (refusalOf(ABOUT_THE_EVENT, facts) ?? refusal) : refusal;
}

/** Whether there is anything to pay for, whoever pays it. */
const ABOUT_THE_EVENT = [eventIsWorkAccident, claimIsInTime, diseaseAroseInTime];

/** What the employer owes in place of BPJS. What cannot be computed, because a fact is missing, is not listed. */
function owedInstead<Claim extends JkkClaim>(
  claim: Claim,
  facts: JkkFacts,
  refusal: BenefitRefusal,
  benefits: (claim: Claim) => readonly BenefitComponent[],
) {
  const { accidentDate } = claim;
  if (refusal.code === 'REJECTED_NOT_REGISTERED') {
    if (facts.segment !== 'PU' || refusalOf(ABOUT_THE_EVENT, facts)) return [];
    const earned = withFacts(claim, {
      get monthlyWage() {
        return claim.actualMonthlyWage ?? claim.monthlyWage;
      },
    });
    return owedInFull(
      unlessUnknown(() => benefits(earned), []),
      neverRegistered(accidentDate),
    );
  }
  const liability = paysFirst(refusal, accidentDate);
  if (!liability) return [];
  const due = unlessUnknown(() => benefits(claim), []);
  return [...owedInFull(due, liability), ...owedBeside(claim, due, benefits)];
}

function paysFirst({ rule, provision }: BenefitRefusal, on: LocalDate): Liability | undefined {
  if (rule === employerIsNotInArrears.name) return inArrears(on, provision);
  if (rule !== stageOneWasInTime.name) return undefined;
  return {
    ground: 'LATE_STAGE_ONE',
    reimbursable: true,
    provision,
    words: {
      id: 'Terutang oleh pemberi kerja karena laporan tahap I terlambat; penggantian dapat diminta setelah melapor',
      en: 'Owed by the employer, which reported stage I late; it may be paid back once it has reported',
    },
  };
}

const WAGES = ['monthlyWage', 'actualMonthlyWage'] satisfies readonly (keyof JkkClaim)[];

/** What is missing of the benefit because the wage was reported too low. */
function owedBeside<Claim extends JkkClaim>(
  claim: Claim,
  paid: readonly BenefitComponent[],
  benefits: (claim: Claim) => readonly BenefitComponent[],
) {
  const isTold = inPassing(() => claim.actualMonthlyWage !== undefined);
  if (!isTold || !paid.some((benefit) => restsOn(benefit, WAGES))) return [];
  const { accidentDate, actualMonthlyWage, monthlyWage } = claim;
  if (actualMonthlyWage === undefined || monthlyWage === undefined || actualMonthlyWage <= monthlyWage)
    return [];
  const due = benefits(withFacts(claim, { monthlyWage: actualMonthlyWage }));
  return shortfall(paid, due, wageShortfall(accidentDate));
}
