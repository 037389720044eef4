import { type Calculation, calculation, decided } from '../kernel/calculation.js';
import { refusalOf } from '../kernel/refusal.js';
import type { JkkDecision } from './jkk.decisions.js';
import { WORK_ACCIDENT_POLICIES, type WorkAccidentFacts } from './work-accident.policies.js';

/** Whether an event is a work accident (kecelakaan kerja, section 3.1), as far as the facts tell. */
export function calculateWorkAccident(facts: WorkAccidentFacts): Calculation {
  const refusal = refusalOf(WORK_ACCIDENT_POLICIES, facts);
  if (refusal) return decided(facts.accidentDate, 'JKK', refusal);
  return calculation(facts.accidentDate, [], { decision: 'WORK_ACCIDENT' satisfies JkkDecision });
}
