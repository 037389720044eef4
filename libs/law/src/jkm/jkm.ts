import type { LocalDate } from '#kernel';
import type { MembershipFacts } from '../coverage/coverage.policies.js';
import {
  type BenefitComponent,
  type Calculation,
  calculation,
  component,
  decided,
} from '../kernel/calculation.js';
import { count, money, product } from '../kernel/expression.js';
import { invalid } from '../kernel/input-error.js';
import { refusalOf } from '../kernel/refusal.js';
import { inForce, versionOn } from '../kernel/rule.js';
import type { Segment } from '../kernel/segment.js';
import { refuseMigrantWorker } from '../pmi/migrant-worker.js';
import { projectedScholarships, type ScholarshipFacts } from '../scholarship/scholarship-projection.js';
import { JKM_LIMITED_IS_WHOLE } from './jkm.conventions.js';
import { JKM_POLICIES } from './jkm.policies.js';
import {
  JKM_DEATH,
  JKM_FUNERAL,
  JKM_LIMITED,
  JKM_LIMITED_BELOW_MONTHS,
  JKM_PERIODIC,
  JKM_SCHOLARSHIP_MONTHS,
} from './jkm.rules.js';

export interface JkmInput extends MembershipFacts, ScholarshipFacts {
  readonly segment: Segment;
  readonly deathDate: LocalDate;
  /** Paid months without a gap up to the death; needed of BPU only, but 0 means nobody was a member. */
  readonly consecutivePaidMonths?: number;
  /** All paid months ever; needed when there are children. */
  readonly totalPaidMonths?: number;
  /** The death came from a work accident, which is for JKK to pay. */
  readonly workAccident?: boolean;
}

/** What decides between the full and the limited benefit, and about scholarships. */
type PaidMonths = Pick<JkmInput, 'segment' | 'deathDate' | 'consecutivePaidMonths' | 'totalPaidMonths'>;

/**
 * Jaminan Kematian: the benefits for a death that is no work accident, in rupiah (PP 44/2015 Art. 34).
 * Scholarships are a projected maximum and marked so; the mode PAYABLE_NOW leaves them out.
 * @throws Rejection MISSING_FIELD, CONTRADICTION, PMI_NOT_IMPLEMENTED, DATE_BEFORE_FIRST_LAW
 */
export function calculateJkm(input: JkmInput): Calculation {
  const { deathDate, segment, consecutivePaidMonths, totalPaidMonths } = input;
  refuseMigrantWorker(segment);
  if ((consecutivePaidMonths ?? 0) > (totalPaidMonths ?? Infinity)) {
    throw invalid('CONTRADICTION', 'consecutivePaidMonths cannot be more than totalPaidMonths');
  }
  inForce(JKM_DEATH, deathDate);
  const refusal = refusalOf(JKM_POLICIES, { ...input, eventDate: deathDate });
  if (refusal) return decided(deathDate, 'JKM', refusal);
  const benefits = isLimited(input) ? [limitedBenefit(input)] : deathBenefits(input);
  return calculation(deathDate, [...benefits, ...scholarships(input)]);
}

/** Whether a BPU died with too few months of membership for the full benefit. */
function isLimited({ segment, deathDate, consecutivePaidMonths }: PaidMonths): boolean {
  const threshold = versionOn(JKM_LIMITED_BELOW_MONTHS, deathDate);
  if (segment !== 'BPU' || !threshold) return false;
  return needed(consecutivePaidMonths, 'consecutivePaidMonths') < threshold.value;
}

function needed(months: number | undefined, name: string): number {
  if (months === undefined) throw invalid('MISSING_FIELD', `${name} is needed`);
  return months;
}

function limitedBenefit({ segment, deathDate, consecutivePaidMonths }: JkmInput): BenefitComponent {
  const provision = inForce(JKM_LIMITED, deathDate);
  return component(JKM_LIMITED, provision, {
    expression: money(provision.value, provision),
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
    component(JKM_DEATH, lumpSum, { expression: money(lumpSum.value, lumpSum), inputs, payee: 'HEIR' }),
    component(JKM_PERIODIC, periodic, {
      expression: product(count(months, periodic, 'months'), money(monthly, periodic, 'monthly')),
      inputs,
      payee: 'HEIR',
    }),
    component(JKM_FUNERAL, funeral, { expression: money(funeral.value, funeral), inputs, payee: 'HEIR' }),
  ];
}

function scholarships(input: JkmInput): BenefitComponent[] {
  const { deathDate, eligibleChildren = [] } = input;
  if (eligibleChildren.length === 0 || !jkmEntitlesToScholarship(input)) return [];
  return projectedScholarships(deathDate, input);
}

/**
 * Whether a death that is no work accident entitles the children to a scholarship: enough months were paid (Art. 34),
 * and the benefit is not the limited one, beside which there is nothing (E-1).
 */
export function jkmEntitlesToScholarship(facts: PaidMonths): boolean {
  if (isLimited(facts) && JKM_LIMITED_IS_WHOLE.value) return false;
  const paid = needed(facts.totalPaidMonths, 'totalPaidMonths');
  return paid >= inForce(JKM_SCHOLARSHIP_MONTHS, facts.deathDate).value;
}
