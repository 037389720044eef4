import type { Period, Rupiah } from '#kernel';
import { type Calculation, calculation, component } from '../kernel/calculation.js';
import { count, money, product, rate } from '../kernel/expression.js';
import { inForce, lawDayOf } from '../kernel/rule.js';
import { HAS_EMPLOYER, type Segment } from '../kernel/segment.js';
import type { ContributionDecision } from './contribution.decisions.js';
import { LATE_FINE } from './contribution.rules.js';

export interface LateFineInput {
  /** The contribution that was due, rupiah. */
  readonly contributionDue: Rupiah;
  readonly monthsLate: number;
  /** The contribution month; it chooses the rate. */
  readonly period: Period;
  /** PU unless given; only employers are fined. */
  readonly segment?: Segment;
}

/** The employer's fine: 2 % of what was due for each month late, 0.5 % for the periods of PP 49/2020. BPU and PMI pay none. */
export function calculateLateFine(input: LateFineInput): Calculation {
  const { contributionDue, monthsLate, period, segment = 'PU' } = input;
  const on = lawDayOf(period);
  if (!HAS_EMPLOYER.includes(segment))
    return calculation(on, [], { decision: 'NO_FINE' satisfies ContributionDecision });
  const version = inForce(LATE_FINE, on);
  return calculation(on, [
    component(LATE_FINE, version, {
      expression: product(rate(version.value), money(contributionDue), count(monthsLate)),
      inputs: { contributionDue, monthsLate, period },
    }),
  ]);
}
