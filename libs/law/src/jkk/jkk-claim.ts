import type { LocalDate } from '#kernel';
import type { MembershipFacts } from '../coverage/coverage.policies.js';
import { type BenefitComponent, type Calculation, calculation, decided } from '../kernel/calculation.js';
import { refusalOf } from '../kernel/refusal.js';
import { inForce } from '../kernel/rule.js';
import type { Segment } from '../kernel/segment.js';
import { refuseMigrantWorker } from '../pmi/migrant-worker.js';
import type { WageFacts } from '../wage/wage-basis.js';
import { type Conclusion, JKK_POLICIES } from './jkk.policies.js';
import { JKK_MEDICAL } from './jkk.rules.js';

/** What every JKK calculator asks for. Amounts are whole rupiah. */
export interface JkkClaim extends MembershipFacts, WageFacts {
  /** PU unless given. */
  readonly segment?: Segment;
  /** The accident; for an occupational disease (PAK) the day of diagnosis. It chooses the law. */
  readonly accidentDate: LocalDate;
  readonly claimDate?: LocalDate;
  readonly conclusion?: Conclusion;
}

/** Asks the JKK policies, then adds up what the benefit is made of. */
export function jkkCalculation<Claim extends JkkClaim>(
  claim: Claim,
  benefits: (claim: Claim) => readonly BenefitComponent[],
): Calculation {
  const { accidentDate, segment = 'PU' } = claim;
  refuseMigrantWorker(segment);
  inForce(JKK_MEDICAL, accidentDate);
  const refusal = refusalOf(JKK_POLICIES, { ...claim, segment, eventDate: accidentDate });
  if (refusal) return decided(accidentDate, 'JKK', refusal);
  return calculation(accidentDate, benefits(claim));
}
