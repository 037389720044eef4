import { addMonths, type LocalDate } from '#kernel';
import {
  employerIsNotInArrears,
  memberIsRegistered,
  type MembershipFacts,
} from '../coverage/coverage.policies.js';
import { inArrears, neverRegistered } from '../employer/liabilities.js';
import { type Calculation, calculation, decided, type OwedComponent } from '../kernel/calculation.js';
import { type BenefitComponent, component } from '../kernel/component.js';
import { count, type Expression, money, product } from '../kernel/expression.js';
import { invalid, unlessUnknown } from '../kernel/input-error.js';
import { type Liability, owedInFull, withOwed } from '../kernel/owed.js';
import { leastSure, type Provision } from '../kernel/provision.js';
import { type BenefitRefusal, refusalOf } from '../kernel/refusal.js';
import { inForce, type Rule, versionOn } from '../kernel/rule.js';
import type { Segment } from '../kernel/segment.js';
import { migrantDeath } from '../pmi/migrant-death.js';
import { inPassing } from '../kernel/watching.js';
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
  const refusal = refusalOf(JKM_POLICIES, new FactsOfDeath(input, ofMigrant !== undefined));
  const answer = refusal
    ? decided(deathDate, 'JKM', refusal)
    : calculation(deathDate, [...(ofMigrant ?? benefits(input)), ...scholarships(input)]);
  return segment === 'PU' ? withOwed(answer, owedInstead(input, refusal)) : answer;
}

/** What the policies look at, read when they do: a copy of whatever was told costs as much as the sum. */
class FactsOfDeath implements Complete<JkmFacts> {
  readonly #input: JkmInput;
  readonly #abroad: boolean;

  constructor(input: JkmInput, abroad: boolean) {
    this.#input = input;
    this.#abroad = abroad;
  }

  get segment() {
    return this.#input.segment;
  }

  get eventDate() {
    return this.#input.deathDate;
  }

  get coverage() {
    return this.#input.coverage;
  }

  get active() {
    return this.#input.active;
  }

  get lastPaidPeriod() {
    return this.#input.lastPaidPeriod;
  }

  get employerArrearsMonths() {
    return this.#input.employerArrearsMonths;
  }

  get consecutivePaidMonths() {
    return this.#input.consecutivePaidMonths;
  }

  /** Abroad a death is paid whatever its cause. */
  get workAccident() {
    return this.#abroad ? undefined : this.#input.workAccident;
  }
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
  const { consecutivePaidMonths, deathDate, segment } = input;
  if (consecutivePaidMonths !== undefined && consecutivePaidMonths > (input.totalPaidMonths ?? Infinity)) {
    throw invalid('CONTRADICTION', 'consecutivePaidMonths cannot be more than totalPaidMonths');
  }
  const { membershipStart, employers = 1 } = inPassing(() => ({
    membershipStart: input.membershipStart,
    employers: input.employers,
  }));
  if (membershipStart !== undefined && membershipStart > deathDate) {
    throw invalid('DATES_OUT_OF_ORDER', 'membershipStart is after deathDate');
  }
  if (employers > 1 && segment !== 'PU') {
    throw invalid('CONTRADICTION', `employers counts registrations as PU (Q-7b), and segment is ${segment}`);
  }
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
  if (UNDER_3M_COUNTS.value === 'MEMBERSHIP' && facts.membershipStart !== undefined)
    return facts.deathDate < addMonths(facts.membershipStart, threshold.value);
  const months = needed(facts.consecutivePaidMonths, 'membershipStart or consecutivePaidMonths');
  return months < threshold.value;
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

function deathBenefits(input: JkmInput): BenefitComponent[] {
  const { deathDate, segment } = input;
  const employers = segment === 'PU' ? (input.employers ?? 1) : 1;
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
  if (isLimited(input) && JKM_LIMITED_IS_WHOLE.value) return [];
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
