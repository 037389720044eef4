import type { LocalDate, Rupiah } from '#kernel';
import { type JhtAccount, savings } from '../jht/jht.js';
import { type Calculation, calculation, component, decided } from '../kernel/calculation.js';
import { provisionOf } from '../kernel/convention.js';
import {
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
import type { Provision } from '../kernel/provision.js';
import { refusalOf } from '../kernel/refusal.js';
import { inForce, type Rule } from '../kernel/rule.js';
import { JP_LIMITS_KNOWN } from './jp.conventions.js';
import { JP_POLICIES, type JpFacts } from './jp.policies.js';
import {
  JP_ACCRUAL,
  JP_DISABILITY_CONDITION,
  JP_FULL_MONTHS,
  JP_LIMITS,
  JP_LUMP_SUM,
  JP_RETIREMENT_AGE,
  JP_SHARES,
  JP_SURVIVOR_CONDITION,
  type JpDensity,
  type JpLimits,
} from './jp.rules.js';

export interface JpMonthlyInput extends JhtAccount, Omit<JpFacts, 'claimDate'> {
  readonly contributionMonths: number;
  /** Weighted mean of the annual wages, indexed, divided by 12; rupiah a month. Needed for a monthly pension. */
  readonly weightedAvgMonthlyWage?: Rupiah;
  /** Months from registration to the event; with it the payment density follows. */
  readonly membershipMonths?: number;
  /** Paid months in percent of membership months. */
  readonly paymentDensityPct?: number;
  /** Rupiah a month; the values of 2015 unless given. */
  readonly floor?: Rupiah;
  readonly ceiling?: Rupiah;
  /** The day the pension is claimed; the newest law known unless given. */
  readonly claimDate?: LocalDate;
}

/** The retirement age of JP on a day (PP 45/2015 Art. 15). */
export const jpRetirementAge = (on: LocalDate): number => inForce(JP_RETIREMENT_AGE, on).value;

const MONTHS_PER_YEAR = 12;

/**
 * Jaminan Pensiun: 1 % × contribution years × mean wage, times the share of who draws it, between floor and
 * ceiling. Under 15 contribution years an old-age pension becomes a lump sum; survivors count as 15 years when
 * membership and payment density suffice (Permenaker 29/2015 Art. 26).
 * @throws Rejection MISSING_FIELD when what decides between pension and lump sum is not told
 */
export function calculateJpMonthly(input: JpMonthlyInput): Calculation {
  const { claimDate = NEWEST_LAW, kind, contributionMonths, weightedAvgMonthlyWage } = input;
  const refusal = refusalOf(JP_POLICIES, { ...input, claimDate });
  if (refusal) return decided(claimDate, 'JP', refusal);
  const months = pensionMonths(input, claimDate);
  if (months === undefined) return calculateJpLumpSum(input);
  if (weightedAvgMonthlyWage === undefined) {
    throw invalid('MISSING_FIELD', 'weightedAvgMonthlyWage is needed for a monthly pension');
  }
  const version = inForce(JP_ACCRUAL, claimDate);
  const shareOfFormula = inForce(JP_SHARES, claimDate);
  const share = shareOfFormula.value[kind];
  const formula = product(
    ...(share === '100' ? [] : [rate(share, shareOfFormula, kind)]),
    rate(version.value, version),
    ratio(months, MONTHS_PER_YEAR, () => inYears(monthsCounted(input, months, claimDate))),
    money(weightedAvgMonthlyWage, 'weightedAvgMonthlyWage'),
  );
  const { floor, ceiling } = limitsOf(input, claimDate);
  const known = inForce(JP_LIMITS, claimDate);
  const from = (limit: keyof JpLimits) => (input[limit] === undefined ? known : limit);
  const floored = atLeast(floor, formula, from('floor'), 'floor');
  const expression = atMost(ceiling, floored, from('ceiling'), 'ceiling');
  const provision = share === '100' ? version : shareOfFormula;
  return calculation(claimDate, [
    component(JP_ACCRUAL, expression === formula ? provision : limitedBy(input, claimDate, provision), {
      expression,
      inputs: { kind, contributionMonths, weightedAvgMonthlyWage, floor, ceiling },
      payee: kind === 'OLD_AGE' || kind === 'DISABILITY' ? 'PARTICIPANT' : 'HEIR',
    }),
  ]);
}

/** JP contributions and their development, at once. */
export function calculateJpLumpSum(input: JhtAccount & { readonly claimDate?: LocalDate }): Calculation {
  const { claimDate = NEWEST_LAW, contributionsPaid, developmentCredited, balance } = input;
  return calculation(claimDate, [
    component(JP_LUMP_SUM, inForce(JP_LUMP_SUM, claimDate), {
      expression: savings(input),
      inputs: { contributionsPaid, developmentCredited, balance },
    }),
  ]);
}

function limitsOf({ floor, ceiling }: JpMonthlyInput, on: LocalDate) {
  const known = inForce(JP_LIMITS, on).value;
  const limits = { floor: floor ?? known.floor, ceiling: ceiling ?? known.ceiling };
  if (limits.floor > limits.ceiling) throw invalid('CONTRADICTION', 'The floor is above the ceiling');
  return limits;
}

/** A pension held at the floor or ceiling of the table rests on an old value; one named in the request is the caller's. */
function limitedBy({ floor, ceiling }: JpMonthlyInput, on: LocalDate, provision: Provision): Provision {
  if (floor !== undefined && ceiling !== undefined) return provision;
  const { law, article } = inForce(JP_LIMITS, on);
  return { ...provisionOf(law, JP_LIMITS_KNOWN), article: `${article}; convention ${JP_LIMITS_KNOWN.id}` };
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
    return meets(JP_DISABILITY_CONDITION, input, on) ? contributionMonths : undefined;
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
