import type { Period, Rupiah } from '#kernel';
import { type Calculation, calculation } from '../kernel/calculation.js';
import { component } from '../kernel/component.js';
import { count, money, product, rate } from '../kernel/expression.js';
import { inForce, lawDayOf } from '../kernel/rule.js';
import { HAS_EMPLOYER, type Segment } from '../kernel/segment.js';
import type { ContributionDecision } from './contribution.decisions.js';
import { LATE_FINE } from './contribution.rules.js';
import { RELIEF_LATE_FINE } from './relief.rules.js';
import { labourIntensive, type LabourIntensiveFacts, WITHOUT_RELIEF } from './labour-intensive.js';

export interface LateFineInput extends LabourIntensiveFacts {
  /** The contribution that was due, rupiah. */
  readonly contributionDue: Rupiah;
  readonly monthsLate: number;
  /** The contribution month; it chooses the rate. */
  readonly period: Period;
  /** PU unless given; only employers are fined. */
  readonly segment?: Segment;
}

/**
 * The employer's fine: 2 % of what was due for each month late; 0.5 % for the periods of PP 49/2020 and, in labour-intensive
 * industry, for those of PP 7/2025 and PP 36/2025 that are paid while the reduced tariff holds. BPU and PMI pay none.
 */
export function calculateLateFine(input: LateFineInput): Calculation {
  const { contributionDue, monthsLate, period, segment = 'PU' } = input;
  const on = lawDayOf(period);
  if (!HAS_EMPLOYER.includes(segment))
    return calculation(on, [], { decision: 'NO_FINE' satisfies ContributionDecision });
  const standing = labourIntensive(input, on);
  const rule = standing === 'GIVEN' ? RELIEF_LATE_FINE : LATE_FINE;
  const version = inForce(rule, on);
  const fine = component(rule, version, {
    code: LATE_FINE.id,
    expression: product(
      rate(version.value, version),
      money(contributionDue, 'contributionDue'),
      count(monthsLate, 'monthsLate'),
    ),
    inputs: { contributionDue, monthsLate, period },
    note: WITHOUT_RELIEF[standing],
  });
  return calculation(on, [fine]);
}
