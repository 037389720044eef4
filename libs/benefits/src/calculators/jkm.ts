import { type LocalDate } from '#kernel';
import { invalid } from '../input/input-error.js';
import { type BenefitComponent, calculation, type Calculation, component, decided } from '../calculation.js';
import { JKM_LIMITED_IS_WHOLE } from '../conventions.js';
import { count, money, product } from '../expression.js';
import type { MembershipFacts } from '../policies/coverage.policies.js';
import { JKM_POLICIES } from '../policies/jkm.policies.js';
import { refusalOf } from '../policies/refusal.js';
import {
  JKM_DEATH,
  JKM_FUNERAL,
  JKM_LIMITED,
  JKM_LIMITED_BELOW_MONTHS,
  JKM_PERIODIC,
  JKM_SCHOLARSHIP_MONTHS,
} from '../rules/jkm.rules.js';
import { inForce, versionOn } from '../rules/rule.js';
import type { Segment } from '../segment.js';
import { refuseMigrantWorker } from './migrant-worker.js';
import { projectedScholarships, type ScholarshipFacts } from './scholarship-projection.js';

export interface JkmInput extends MembershipFacts, ScholarshipFacts {
  readonly segment: Segment;
  readonly deathDate: LocalDate;
  /** Paid months without a gap up to the death. Of weight for BPU only, but 0 means nobody was a member. */
  readonly consecutivePaidMonths: number;
  /** The death came from a work accident, which is for JKK to pay. */
  readonly workAccident?: boolean;
  /** All paid months ever. */
  readonly totalPaidMonths: number;
}

/**
 * Jaminan Kematian: the benefits for a death that is no work accident, in rupiah (PP 44/2015 Art. 34).
 * Scholarships are a projected maximum and marked so; the mode PAYABLE_NOW leaves them out.
 * @throws Rejection CONTRADICTION, PMI_NOT_IMPLEMENTED, DATE_BEFORE_FIRST_LAW
 */
export function calculateJkm(input: JkmInput): Calculation {
  const { deathDate, segment, consecutivePaidMonths, totalPaidMonths } = input;
  refuseMigrantWorker(segment);
  if (consecutivePaidMonths > totalPaidMonths) {
    throw invalid('CONTRADICTION', 'consecutivePaidMonths cannot be more than totalPaidMonths');
  }
  inForce(JKM_DEATH, deathDate);
  const refusal = refusalOf(JKM_POLICIES, { ...input, eventDate: deathDate });
  if (refusal) return decided(deathDate, 'JKM', refusal);
  const limited = limitedBenefit(input);
  if (limited) {
    const further = JKM_LIMITED_IS_WHOLE.value ? [] : scholarships(input);
    return calculation(deathDate, [limited, ...further]);
  }
  return calculation(deathDate, [...deathBenefits(input), ...scholarships(input)]);
}

function limitedBenefit({
  segment,
  deathDate,
  consecutivePaidMonths,
}: JkmInput): BenefitComponent | undefined {
  const threshold = versionOn(JKM_LIMITED_BELOW_MONTHS, deathDate);
  if (segment !== 'BPU' || !threshold || consecutivePaidMonths >= threshold.value) return undefined;
  const provision = inForce(JKM_LIMITED, deathDate);
  return component(JKM_LIMITED, provision, {
    expression: money(provision.value),
    inputs: { segment, deathDate, consecutivePaidMonths },
    payee: 'HEIR',
  });
}

function deathBenefits({ deathDate, segment }: JkmInput): BenefitComponent[] {
  const inputs = { deathDate, segment };
  const lumpSum = inForce(JKM_DEATH, deathDate);
  const periodic = inForce(JKM_PERIODIC, deathDate);
  const funeral = inForce(JKM_FUNERAL, deathDate);
  const { months, monthly } = periodic.value;
  return [
    component(JKM_DEATH, lumpSum, { expression: money(lumpSum.value), inputs, payee: 'HEIR' }),
    component(JKM_PERIODIC, periodic, {
      expression: product(count(months), money(monthly)),
      inputs,
      payee: 'HEIR',
    }),
    component(JKM_FUNERAL, funeral, { expression: money(funeral.value), inputs, payee: 'HEIR' }),
  ];
}

function scholarships(input: JkmInput): BenefitComponent[] {
  const { deathDate, totalPaidMonths } = input;
  return jkmEntitlesToScholarship(deathDate, totalPaidMonths) ? projectedScholarships(deathDate, input) : [];
}

/** Whether a death that is no work accident entitles the children to a scholarship: enough months were paid (Art. 34). */
export function jkmEntitlesToScholarship(deathDate: LocalDate, totalPaidMonths: number): boolean {
  return totalPaidMonths >= inForce(JKM_SCHOLARSHIP_MONTHS, deathDate).value;
}
