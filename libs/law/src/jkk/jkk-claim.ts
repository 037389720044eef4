import type { LocalDate } from '#kernel';
import type { MembershipFacts } from '../coverage/coverage.policies.js';
import {
  type BenefitComponent,
  type Calculation,
  calculation,
  decided,
  ignoring,
} from '../kernel/calculation.js';
import { refusalOf } from '../kernel/refusal.js';
import { inForce } from '../kernel/rule.js';
import type { Segment } from '../kernel/segment.js';
import { refuseMigrantWorker } from '../pmi/migrant-worker.js';
import type { WageFacts } from '../wage/wage-basis.js';
import { type Conclusion, JKK_POLICIES, type JkkFacts, lateReportHasEffect } from './jkk.policies.js';
import { JKK_MEDICAL } from './jkk.rules.js';

/** What every JKK calculator asks for. Amounts are whole rupiah. */
export interface JkkClaim extends MembershipFacts, WageFacts {
  /** PU unless given. */
  readonly segment?: Segment;
  /** The accident; for an occupational disease (PAK) the day of diagnosis. It chooses the law. */
  readonly accidentDate: LocalDate;
  readonly claimDate?: LocalDate;
  readonly conclusion?: Conclusion;
  /** The employer reported stage I after its time: from Permenaker 1/2025 on it pays first. */
  readonly stageOneLate?: boolean;
}

/** Asks the JKK policies, then adds up what the benefit is made of. */
export function jkkCalculation<Claim extends JkkClaim>(
  claim: Claim,
  benefits: (claim: Claim) => readonly BenefitComponent[],
): Calculation {
  const { accidentDate, segment = 'PU' } = claim;
  refuseMigrantWorker(segment);
  inForce(JKK_MEDICAL, accidentDate);
  const facts = { ...claim, segment, eventDate: accidentDate };
  const refusal = refusalOf(JKK_POLICIES, facts);
  const answer = refusal ? decided(accidentDate, 'JKK', refusal) : calculation(accidentDate, benefits(claim));
  return ignoring<JkkClaim>(answer, claim, withoutPart(facts));
}

/** What was told of the employer and changes nothing. */
const withoutPart = (facts: Pick<JkkFacts, 'segment' | 'eventDate'>): readonly (keyof JkkClaim)[] => [
  ...(lateReportHasEffect(facts) ? [] : (['stageOneLate'] as const)),
  ...(facts.segment === 'PU' ? [] : (['employerArrearsMonths'] as const)),
];
