import type { LocalDate, Period } from '#kernel';
import { type Calculation, calculation, decided, ignoring } from '../kernel/calculation.js';
import { invalid } from '../kernel/input-error.js';
import { refusalOf } from '../kernel/refusal.js';
import type { Segment } from '../kernel/segment.js';
import type { CoverageDecision } from './coverage.decisions.js';
import { standingOn } from './coverage.js';
import { COVERAGE_POLICIES } from './coverage.policies.js';

export interface CoverageInput {
  readonly segment: Segment;
  readonly lastPaidPeriod: Period;
  /** The event; an accident is a matter of JKK, a death of JKM. */
  readonly accidentDate?: LocalDate;
  readonly deathDate?: LocalDate;
  /** Consecutive months that the employer of a wage earner (PU) is in arrears with. */
  readonly employerArrearsMonths?: number;
}

/** Whether BPJS stands for an event, from the last paid contribution month (section 1.5, Q-1). */
export function calculateCoverage(input: CoverageInput): Calculation {
  const { segment, lastPaidPeriod, accidentDate, deathDate, employerArrearsMonths } = input;
  const eventDate = accidentDate ?? deathDate;
  if (!eventDate) throw invalid('MISSING_FIELD', 'accidentDate or deathDate is needed');
  const facts = { segment, eventDate, lastPaidPeriod, employerArrearsMonths };
  const withoutPart: readonly (keyof CoverageInput)[] = segment === 'PU' ? [] : ['employerArrearsMonths'];
  const refusal = refusalOf(COVERAGE_POLICIES, facts);
  if (refusal) return ignoring(decided(eventDate, accidentDate ? 'JKK' : 'JKM', refusal), input, withoutPart);
  const { arrearsMonths } = standingOn(eventDate, lastPaidPeriod, segment);
  const active = calculation(eventDate, [], {
    decision: 'ACTIVE' satisfies CoverageDecision,
    memo: { arrearsMonths },
  });
  return ignoring(active, input, withoutPart);
}
