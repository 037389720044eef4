import { addMonths, type LocalDate } from '#kernel';
import {
  employerIsNotInArrears,
  memberIsRegistered,
  type MembershipFacts,
} from '../coverage/coverage.policies.js';
import { inArrears, neverRegistered } from '../employer/liabilities.js';
import {
  type Calculation,
  calculation,
  decided,
  ignoring,
  type OwedComponent,
} from '../kernel/calculation.js';
import { type BenefitComponent, component } from '../kernel/component.js';
import { count, type Expression, money, product } from '../kernel/expression.js';
import { invalid, unlessUnknown } from '../kernel/input-error.js';
import { type Liability, owedInFull, withOwed } from '../kernel/owed.js';
import { leastSure, type Provision } from '../kernel/provision.js';
import { type BenefitRefusal, refusalOf } from '../kernel/refusal.js';
import { inForce, type Rule, versionOn } from '../kernel/rule.js';
import type { Segment } from '../kernel/segment.js';
import { migrantDeath } from '../pmi/migrant-death.js';
import type { PmiPhase } from '../pmi/pmi.rules.js';
import { projectedScholarships, type ScholarshipFacts } from '../scholarship/scholarship-projection.js';
import { JKM_LIMITED_IS_WHOLE, UNDER_3M_COUNTS } from './jkm.conventions.js';
import { type JkmFacts, JKM_POLICIES } from './jkm.policies.js';
import {
  JKM_DEATH,
  JKM_FUNERAL,
  JKM_LIMITED,
  JKM_LIMITED_BELOW_MONTHS,
  JKM_PERIODIC,
  JKM_SCHOLARSHIP_MONTHS,
  JKM_SEVERAL_EMPLOYERS,
} from './jkm.rules.js';

export interface JkmInput extends MembershipFacts, ScholarshipFacts {
  readonly segment: Segment;
  readonly deathDate: LocalDate;
  /** BPU: since when the present uninterrupted membership lasts. It decides about the three months (Q-2b). */
  readonly membershipStart?: LocalDate;
  /** Paid months without a gap up to the death; of BPU where no start is told, but 0 means nobody was a member. */
  readonly consecutivePaidMonths?: number;
  /** All paid months ever; needed when there are children. */
  readonly totalPaidMonths?: number;
  /** PU: with how many employers the member was registered and active on the day of death; 1 unless given (Q-7). */
  readonly employers?: number;
  /** PMI: where the migrant worker stood, which decides what is paid. */
  readonly pmiPhase?: PmiPhase;
  /** The death came from a work accident, which is for JKK to pay. */
  readonly workAccident?: boolean;
}

/** What decides between the full and the limited benefit, and about scholarships. */
type PaidMonths = Pick<
  JkmInput,
  'segment' | 'deathDate' | 'membershipStart' | 'consecutivePaidMonths' | 'totalPaidMonths'
>;

/**
 * Jaminan Kematian: the benefits for a death that is no work accident, in rupiah (PP 44/2015 Art. 34; Permenaker 1/2025
 * Art. 97A, 101; of migrant workers Permenaker 4/2023).
 * Scholarships are a projected maximum and marked so; the mode PAYABLE_NOW leaves them out.
 * @throws Rejection MISSING_FIELD, CONTRADICTION, DATES_OUT_OF_ORDER, PMI_AMOUNT_UNKNOWN, DATE_BEFORE_FIRST_LAW
 */
export function calculateJkm(input: JkmInput): Calculation {
  const { deathDate, segment } = input;
  requirePossible(input);
  inForce(JKM_DEATH, deathDate);
  const ofMigrant = segment === 'PMI' ? migrantDeath(input) : undefined;
  const refusal = refusalOf(JKM_POLICIES, factsOf(input, ofMigrant !== undefined));
  const answer = refusal
    ? decided(deathDate, 'JKM', refusal)
    : calculation(deathDate, [...(ofMigrant ?? benefits(input)), ...scholarships(input)]);
  const told = ignoring(answer, input, withoutPart(input, ofMigrant !== undefined));
  return segment === 'PU' ? withOwed(told, owedInstead(input, refusal)) : told;
}

/** What the policies look at, written out: a copy of whatever else was told costs as much as the sum. */
function factsOf(input: JkmInput, abroad: boolean): Complete<JkmFacts> {
  const { segment, deathDate, coverage, active, lastPaidPeriod } = input;
  const { employerArrearsMonths, consecutivePaidMonths, workAccident } = input;
  return {
    segment,
    eventDate: deathDate,
    coverage,
    active,
    lastPaidPeriod,
    employerArrearsMonths,
    consecutivePaidMonths,
    // Abroad a death is paid whatever its cause.
    workAccident: abroad ? undefined : workAccident,
  };
}

/** Every fact, told or not, so that a new one is not forgotten. */
type Complete<Facts> = { readonly [Name in keyof Required<Facts>]: Facts[Name] };

/** What the employer of a wage earner owes in place of BPJS, because it never registered the worker or is in arrears. */
function owedInstead(input: JkmInput, refusal: BenefitRefusal | undefined): readonly OwedComponent[] {
  const liability = refusal && liabilityOf(refusal, input.deathDate);
  if (!liability) return [];
  return owedInFull([...benefits(input), ...unlessUnknown(() => scholarships(input), [])], liability);
}

function liabilityOf({ rule, provision }: BenefitRefusal, on: LocalDate): Liability | undefined {
  if (rule === employerIsNotInArrears.name) return inArrears(on, provision);
  return rule === memberIsRegistered.name ? neverRegistered(on, 'H') : undefined;
}

/** @throws Rejection CONTRADICTION, DATES_OUT_OF_ORDER */
function requirePossible(input: JkmInput): void {
  const {
    deathDate,
    segment,
    membershipStart,
    consecutivePaidMonths,
    totalPaidMonths,
    employers = 1,
  } = input;
  if ((consecutivePaidMonths ?? 0) > (totalPaidMonths ?? Infinity)) {
    throw invalid('CONTRADICTION', 'consecutivePaidMonths cannot be more than totalPaidMonths');
  }
  if (membershipStart !== undefined && membershipStart > deathDate) {
    throw invalid('DATES_OUT_OF_ORDER', 'membershipStart is after deathDate');
  }
  if (employers > 1 && segment !== 'PU') {
    throw invalid('CONTRADICTION', `employers counts registrations as PU (Q-7b), and segment is ${segment}`);
  }
}

/** What was given and decides nothing. */
function withoutPart(input: JkmInput, abroad: boolean): readonly (keyof JkmInput)[] {
  const { segment } = input;
  const names: (keyof JkmInput)[] = [];
  if (segment !== 'PU') names.push('employers', 'employerArrearsMonths');
  if (segment !== 'PMI') names.push('pmiPhase');
  if (!thresholdFor(input) || UNDER_3M_COUNTS.value !== 'MEMBERSHIP') names.push('membershipStart');
  if (abroad) names.push('workAccident');
  return names;
}

const benefits = (input: JkmInput): BenefitComponent[] =>
  isLimited(input) ? [limitedBenefit(input)] : deathBenefits(input);

/** The months under which a BPU gets less; nothing where there is no such rule. */
const thresholdFor = ({ segment, deathDate }: PaidMonths) =>
  segment === 'BPU' ? versionOn(JKM_LIMITED_BELOW_MONTHS, deathDate) : undefined;

/** Whether a BPU died with too few months of membership for the full benefit (Q-2, Q-2b). */
function isLimited(facts: PaidMonths): boolean {
  const threshold = thresholdFor(facts);
  if (!threshold) return false;
  const { deathDate, membershipStart, consecutivePaidMonths } = facts;
  if (UNDER_3M_COUNTS.value === 'MEMBERSHIP' && membershipStart !== undefined)
    return deathDate < addMonths(membershipStart, threshold.value);
  return needed(consecutivePaidMonths, 'membershipStart or consecutivePaidMonths') < threshold.value;
}

function needed(months: number | undefined, name: string): number {
  if (months === undefined) throw invalid('MISSING_FIELD', `${name} is needed`);
  return months;
}

function limitedBenefit(input: JkmInput): BenefitComponent {
  const { segment, deathDate, membershipStart, consecutivePaidMonths } = input;
  const provision = inForce(JKM_LIMITED, deathDate);
  return component(JKM_LIMITED, provision, {
    expression: money(provision.value, provision),
    inputs: { segment, deathDate, membershipStart, consecutivePaidMonths },
    payee: 'HEIR',
  });
}

function deathBenefits({ deathDate, segment, employers = 1 }: JkmInput): BenefitComponent[] {
  const lumpSum = inForce(JKM_DEATH, deathDate);
  const periodic = inForce(JKM_PERIODIC, deathDate);
  const funeral = inForce(JKM_FUNERAL, deathDate);
  const { months, monthly } = periodic.value;
  const each = inForce(JKM_SEVERAL_EMPLOYERS, deathDate);
  const paid = (rule: Rule<unknown>, provision: Provision, once: Expression) => {
    const times = each.value.includes(rule.id) ? employers : 1;
    return component(rule, employers > 1 ? together(provision, each) : provision, {
      expression: times > 1 ? product(count(times, 'employers'), once) : once,
      inputs: { deathDate, segment, ...(employers > 1 && { employers }) },
      payee: 'HEIR',
    });
  };
  return [
    paid(JKM_DEATH, lumpSum, money(lumpSum.value, lumpSum)),
    paid(
      JKM_PERIODIC,
      periodic,
      product(count(months, periodic, 'months'), money(monthly, periodic, 'monthly')),
    ),
    paid(JKM_FUNERAL, funeral, money(funeral.value, funeral)),
  ];
}

/** The provision of a benefit with that about several employers. */
function together(benefit: Provision, several: Provision): Provision {
  const isOfOtherLaw = !benefit.law.startsWith(several.law);
  return {
    law: isOfOtherLaw ? `${benefit.law}; ${several.law}` : benefit.law,
    article: `${benefit.article}; ${isOfOtherLaw ? `${several.law} ` : ''}${several.article}`,
    sources: [...benefit.sources, ...several.sources],
    confidence: leastSure(benefit.confidence, several.confidence),
  };
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
