import type { LocalDate } from '#kernel';
import { type Calculation, calculation, decided } from '../kernel/calculation.js';
import { invalid } from '../kernel/input-error.js';
import { refusalOf } from '../kernel/refusal.js';
import type { JkkDecision } from './jkk.decisions.js';
import { claimIsInTime, jkkExpiry } from './jkk.policies.js';

export interface ExpiryInput {
  readonly accidentDate?: LocalDate;
  /** Of an occupational disease (PAK): the right runs from the diagnosis. */
  readonly diagnosisDate?: LocalDate;
  readonly claimDate: LocalDate;
}

/** Whether the right to JKK had lapsed on the day of the claim (kedaluwarsa, section 3.9). */
export function calculateExpiry({ accidentDate, diagnosisDate, claimDate }: ExpiryInput): Calculation {
  const eventDate = diagnosisDate ?? accidentDate;
  if (!eventDate) throw invalid('MISSING_FIELD', 'accidentDate or diagnosisDate is needed');
  const memo = { lastDayToClaim: jkkExpiry(eventDate).lastDay };
  const refusal = refusalOf([claimIsInTime], { segment: 'PU', eventDate, claimDate });
  if (refusal) return decided(eventDate, 'JKK', refusal, { memo });
  return calculation(eventDate, [], { decision: 'NOT_EXPIRED' satisfies JkkDecision, memo });
}
