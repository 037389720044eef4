import { addDays, addMonths, firstDayOf, type LocalDate, periodOf, type Rupiah } from '#kernel';
import { type JhtAccount, savings } from '../jht/jht.js';
import { wageShortfall } from '../employer/liabilities.js';
import { type Calculation, calculation, decided } from '../kernel/calculation.js';
import { type BenefitComponent, component } from '../kernel/component.js';
import {
  amountOf,
  atLeast,
  atMost,
  count,
  type Expression,
  inYears,
  money,
  product,
  rate,
  ratio,
} from '../kernel/expression.js';
import { invalid } from '../kernel/input-error.js';
import { NEWEST_LAW } from '../kernel/laws.js';
import { shortfall, withOwed } from '../kernel/owed.js';
import { leastSure, type Provision } from '../kernel/provision.js';
import { refusalOf } from '../kernel/refusal.js';
import { inForce, type Rule } from '../kernel/rule.js';
import { withFacts } from '../kernel/watching.js';
import { type TaxFacts, withTaxMemo } from '../tax/tax-memo.js';
import { JP_DISABILITY_COUNTS_FULL, JP_LIMITS_KNOWN } from './jp.conventions.js';
import { chosenStart, JP_POLICIES, type JpFacts, retirementAgeReachedOn } from './jp.policies.js';
import {
  JP_ACCRUAL,
  JP_DISABILITY_CONDITION,
  JP_FULL_MONTHS,
  JP_LIMITS,
  JP_LUMP_SUM,
  JP_LUMP_SUM_DAY,
  JP_SHARES,
  JP_SURVIVOR_CONDITION,
  type JpDensity,
} from './jp.rules.js';

export interface JpMonthlyInput extends JhtAccount, TaxFacts, Omit<JpFacts, 'claimDate'> {
  readonly contributionMonths: number;
  /** Weighted mean of the annual wages, indexed, divided by 12; rupiah a month. Needed for a monthly pension. */
  readonly weightedAvgMonthlyWage?: Rupiah;
  /** The weighted mean of the wages that were really earned, rupiah a month, where less was reported. */
  readonly actualMonthlyWage?: Rupiah;
  /** Months from registration to the event; with it the payment density follows. */
  readonly membershipMonths?: number;
  /** Paid months in percent of membership months. */
  readonly paymentDensityPct?: number;
  /** Rupiah a month; those of the day the pension starts unless given. */
  readonly floor?: Rupiah;
  readonly ceiling?: Rupiah;
  /** The day the pension starts, unless payment on leaving was chosen; the newest law known unless given. */
  readonly claimDate?: LocalDate;
  /** The day the papers were complete; of a lump sum the day of payment follows from it. */
  readonly completeOn?: LocalDate;
}

const MONTHS_PER_YEAR = 12;

/**
 * Jaminan Pensiun: 1 % × contribution years × mean wage, times the share of who draws it, between the floor and the ceiling
 * of the day it starts. Under 15 contribution years an old-age pension becomes a lump sum; survivors and the disabled count as
 * 15 years when membership and payment density suffice (Permenaker 29/2015 Art. 26, PP 45/2015 Art. 20(3)).
 * The retirement age is tested on the day it was reached, which the memo tells.
 * @throws Rejection MISSING_FIELD when what decides between pension and lump sum is not told
 */
export function calculateJpMonthly(input: JpMonthlyInput): Calculation {
  const { claimDate = NEWEST_LAW } = input;
  const facts = withFacts(input, { claimDate });
  const refusal = refusalOf(JP_POLICIES, facts);
  const memo = ofOldAge(facts);
  if (refusal) return { ...decided(claimDate, 'JP', refusal), ...(memo && { memo }) };
  const on = memo?.pensionStartsOn ?? claimDate;
  const answer = pensionOrLumpSum(input, on, memo?.retirementAgeReachedOn);
  return memo || answer.memo ? { ...answer, memo: { ...memo, ...answer.memo } } : answer;
}

/** The days of an old-age pension: when the age was reached and, paid on leaving, when it starts; none without a birth date. */
type DaysOfOldAge = {
  readonly retirementAgeReachedOn: LocalDate;
  readonly pensionStartsOn?: LocalDate;
  readonly latestStart?: LocalDate;
};

function ofOldAge(facts: JpFacts): DaysOfOldAge | undefined {
  if (facts.kind !== 'OLD_AGE' || facts.birthDate === undefined) return undefined;
  const reachedOn = retirementAgeReachedOn(facts.birthDate, facts.claimDate);
  if (!facts.paidOnLeaving) return { retirementAgeReachedOn: reachedOn };
  const { startsOn, latestStart } = chosenStart(facts);
  return { retirementAgeReachedOn: reachedOn, pensionStartsOn: startsOn, latestStart };
}

function pensionOrLumpSum(input: JpMonthlyInput, on: LocalDate, reachedOn?: LocalDate): Calculation {
  const months = pensionMonths(input, on);
  if (months === undefined) return calculateJpLumpSum(input, reachedOn);
  const { weightedAvgMonthlyWage } = input;
  if (weightedAvgMonthlyWage === undefined) {
    throw invalid('MISSING_FIELD', 'weightedAvgMonthlyWage is needed for a monthly pension');
  }
  const paid = [pension(input, months, money(weightedAvgMonthlyWage, 'weightedAvgMonthlyWage'), on)];
  const answer = calculation(on, paid);
  const { amountIdr } = paid[0]!;
  if (amountIdr >= limitsOf(input, on).ceiling) return answer;
  const { actualMonthlyWage } = input;
  if (actualMonthlyWage === undefined) return answer;
  const due = [pension(input, months, money(actualMonthlyWage, 'actualMonthlyWage'), on)];
  return withOwed(answer, shortfall(paid, due, wageShortfall(on)));
}

function pension(input: JpMonthlyInput, months: number, wage: Expression, on: LocalDate): BenefitComponent {
  const { kind, contributionMonths } = input;
  const version = inForce(JP_ACCRUAL, on);
  const shareOfFormula = inForce(JP_SHARES, on);
  const share = shareOfFormula.value[kind];
  const formula = product(
    ...(share === '100' ? [] : [rate(share, shareOfFormula, kind)]),
    rate(version.value, version),
    ratio(months, MONTHS_PER_YEAR, () => inYears(monthsCounted(input, months, on))),
    wage,
  );
  const { floor, ceiling } = limitsOf(input, on);
  const known = inForce(JP_LIMITS, on);
  const from = (limit: 'floor' | 'ceiling') => (input[limit] === undefined ? known : limit);
  const floored = atLeast(floor, formula, from('floor'), 'floor');
  const expression = atMost(ceiling, floored, from('ceiling'), 'ceiling');
  const provision = share === '100' ? version : shareOfFormula;
  const limit = expression === formula ? undefined : expression === floored ? 'floor' : 'ceiling';
  return component(JP_ACCRUAL, limit === undefined ? provision : limitedBy(input, on, provision, limit), {
    expression,
    inputs: { kind, contributionMonths, weightedAvgMonthlyWage: amountOf(wage), floor, ceiling },
    payee: kind === 'OLD_AGE' || kind === 'DISABILITY' ? 'PARTICIPANT' : 'HEIR',
  });
}

export interface JpLumpSumInput extends JhtAccount, TaxFacts {
  readonly claimDate?: LocalDate;
  /** The day the papers were complete: the day of payment follows from it. */
  readonly completeOn?: LocalDate;
}

/**
 * JP contributions and their development, at once. The tax on it is a memo beside it; so is the day of payment, where it is
 * told when the papers were complete.
 */
export function calculateJpLumpSum(input: JpLumpSumInput, reachedOn?: LocalDate): Calculation {
  const { claimDate = NEWEST_LAW, contributionsPaid, developmentCredited, balance } = input;
  const paid = calculation(claimDate, [
    component(JP_LUMP_SUM, inForce(JP_LUMP_SUM, claimDate), {
      expression: savings(input),
      inputs: { contributionsPaid, developmentCredited, balance },
    }),
  ]);
  const { completeOn } = input;
  const payableOn =
    completeOn && dayOfPayment(reachedOn === undefined || reachedOn < completeOn ? completeOn : reachedOn);
  return withTaxMemo(payableOn ? { ...paid, memo: { payableOn } } : paid, claimDate, input);
}

/** The first of the month after the age was reached and the papers were complete. */
function dayOfPayment(ready: LocalDate): LocalDate {
  const day = inForce(JP_LUMP_SUM_DAY, ready).value;
  return addDays(addMonths(firstDayOf(periodOf(ready)), 1), day - 1);
}

function limitsOf({ floor, ceiling }: JpMonthlyInput, on: LocalDate) {
  const known = inForce(JP_LIMITS, on).value;
  const limits = { floor: floor ?? known.floor, ceiling: ceiling ?? known.ceiling };
  if (limits.floor > limits.ceiling) throw invalid('CONTRADICTION', 'The floor is above the ceiling');
  return limits;
}

/** A pension held at the floor or the ceiling is as sure as that value; one named in the request is the caller's. */
function limitedBy(
  input: JpMonthlyInput,
  on: LocalDate,
  provision: Provision,
  limit: 'floor' | 'ceiling',
): Provision {
  if (input[limit] !== undefined) return provision;
  const { law, article, sources, confidence, value } = inForce(JP_LIMITS, on);
  const sureness = limit === 'ceiling' ? (value.ceilingConfidence ?? confidence) : confidence;
  if (sureness === 'V') return { law, article, sources, confidence: leastSure('V', provision.confidence) };
  const convention = `${article}; convention ${JP_LIMITS_KNOWN.id}`;
  return { law, article: convention, sources, confidence: leastSure(sureness, provision.confidence) };
}

/** The months with where they come from: those paid, or the 15 years that survivors are given. */
function monthsCounted({ contributionMonths }: JpMonthlyInput, months: number, on: LocalDate): Expression {
  if (months === contributionMonths) return count(months, 'contributionMonths');
  const full = inForce(JP_FULL_MONTHS, on);
  return count(full.value, full);
}

/** The months the formula counts, or nothing when there is no monthly pension. */
function pensionMonths(input: JpMonthlyInput, on: LocalDate): number | undefined {
  const { kind, contributionMonths } = input;
  const full = inForce(JP_FULL_MONTHS, on).value;
  if (contributionMonths >= full) return contributionMonths;
  if (kind === 'OLD_AGE') return undefined;
  if (kind === 'DISABILITY') {
    const counted = JP_DISABILITY_COUNTS_FULL.value ? full : contributionMonths;
    return meets(JP_DISABILITY_CONDITION, input, on) ? counted : undefined;
  }
  return meets(JP_SURVIVOR_CONDITION, input, on) ? full : undefined;
}

function meets(condition: Rule<JpDensity>, input: JpMonthlyInput, on: LocalDate): boolean {
  const { contributionMonths, membershipMonths = contributionMonths } = input;
  const { memberMonths, densityPct } = inForce(condition, on).value;
  if (input.paymentDensityPct === undefined && input.membershipMonths === undefined) {
    throw invalid(
      'MISSING_FIELD',
      `Under 15 years a ${input.kind} pension needs membershipMonths or paymentDensityPct`,
    );
  }
  const dense =
    input.paymentDensityPct === undefined
      ? contributionMonths * 100 >= densityPct * membershipMonths
      : input.paymentDensityPct >= densityPct;
  return membershipMonths >= memberMonths && dense;
}
