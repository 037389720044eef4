import { type LocalDate, percent, type Period, type Rupiah, rupiah, share } from '#kernel';
import { type Calculation, calculation } from '../kernel/calculation.js';
import { type BenefitComponent, component, type InputValue } from '../kernel/component.js';
import {
  amountOf,
  count,
  type Expression,
  limitedTo,
  lookUp,
  money,
  product,
  rate,
} from '../kernel/expression.js';
import { invalid } from '../kernel/input-error.js';
import { inForce, lawDayOf, type Rule, type VersionInForce, versionOn } from '../kernel/rule.js';
import {
  JHT_EMPLOYER_RATE,
  JHT_WORKER_RATE,
  JKK_RISK_RATES,
  JKM_PU_RATE,
  JKP_FUNDING,
  JP_EMPLOYER_RATE,
  JP_WAGE_CAP,
  JP_WORKER_RATE,
  type RiskClass,
} from './contribution.rules.js';
import { PP_49_2020_RELIEF, PP_7_2025_RELIEF, type Relief, RELIEF_SURPLUS_BEFORE } from './relief.rules.js';
import { labourIntensive, type LabourIntensiveFacts, WITHOUT_RELIEF } from './labour-intensive.js';
import { holds, inPassing } from '../kernel/watching.js';
import { reliefOn, relieved } from './relief.js';

/** The programmes that somebody is billed for. */
const BILLED_PROGRAMS = ['JKK', 'JKM', 'JHT', 'JP'] as const;
type BilledProgram = (typeof BILLED_PROGRAMS)[number];

export const PU_PROGRAMS = [...BILLED_PROGRAMS, 'JKP'] as const;
export type PuProgram = (typeof PU_PROGRAMS)[number];

export interface PuContributionInput extends LabourIntensiveFacts {
  /** Basic wage and fixed allowances, rupiah a month. */
  readonly monthlyWage: Rupiah;
  /** 1 very low to 5 very high, by the industry; needed for JKK. */
  readonly riskClass?: RiskClass;
  readonly period: Period;
  /** JKK and JKM unless given. Who is in JKK, JKM and JHT is in JKP, without a bill: to name it plays no part. */
  readonly programs?: readonly PuProgram[];
}

/**
 * What an employer and its worker owe for one month (section 2.1): JKK by risk class, JKM, JHT, and JP up to the
 * wage cap. The contribution month chooses rates, cap and relief. `memo` shows what funds JKP; nobody is billed for it.
 * @throws Rejection ZERO_WAGE, MISSING_FIELD for JKK without a risk class
 */
export function calculatePuContribution(input: PuContributionInput): Calculation {
  const { monthlyWage, programs = ['JKK', 'JKM'] } = input;
  if (monthlyWage === 0) throw invalid('ZERO_WAGE', 'monthlyWage must be more than zero');
  const on = lawDayOf(input.period);
  const components: BenefitComponent[] = [];
  for (const program of BILLED_PROGRAMS) {
    if (holds(programs, program)) components.push(...BY_PROGRAM[program](input, on));
  }
  const memo = { ...jkpFunding(input, on), ...surplusOf(input, programs, on) };
  return calculation(on, components, Object.keys(memo).length > 0 ? { memo } : undefined);
}

/** What was paid in full before the extension of the relief was known: the rest counts towards later months. */
function surplusOf(
  input: PuContributionInput,
  programs: readonly PuProgram[],
  on: LocalDate,
): Record<string, InputValue> | undefined {
  if (!holds(programs, 'JKK') || labourIntensive(input, on) !== 'GIVEN') return undefined;
  const { monthlyWage, paidOn } = input;
  if (paidOn === undefined) return undefined;
  const known = versionOn(RELIEF_SURPLUS_BEFORE, on)?.value;
  if (known === undefined || paidOn >= known) return undefined;
  const full = product(rate(inForce(JKK_RISK_RATES[riskClassOf(input)], on).value), money(monthlyWage));
  const due = product(rate(inForce(PP_7_2025_RELIEF, on).value.due), full);
  return { reliefSurplusForLaterMonthsIdr: amountOf(full) - amountOf(due) };
}

const BY_PROGRAM: Readonly<
  Record<BilledProgram, (input: PuContributionInput, on: LocalDate) => BenefitComponent[]>
> = {
  JKK: (input, on) => [relievable('JKK', JKK_RISK_RATES[riskClassOf(input)], input, on)],
  JKM: (input, on) => [relievable('JKM', JKM_PU_RATE, input, on)],
  JHT: (input, on) => [
    contribution(JHT_EMPLOYER_RATE, wageOf(input), input, on),
    contribution(JHT_WORKER_RATE, wageOf(input), input, on),
  ],
  JP: (input, on) => {
    const pensionable = money(pensionableWage(input.monthlyWage, on), () => upToCap(input.monthlyWage, on));
    return [
      contribution(JP_EMPLOYER_RATE, pensionable, input, on),
      contribution(JP_WORKER_RATE, pensionable, input, on),
    ];
  },
};

function riskClassOf({ riskClass }: PuContributionInput): RiskClass {
  if (riskClass === undefined) throw invalid('MISSING_FIELD', 'riskClass is needed for JKK');
  return riskClass;
}

/** The wage up to the JP cap of that day. */
function pensionableWage(wage: Rupiah, on: LocalDate): Rupiah {
  return rupiah(Math.min(wage, inForce(JP_WAGE_CAP, on).value));
}

const wageOf = ({ monthlyWage }: PuContributionInput) => money(monthlyWage, 'monthlyWage');

function upToCap(wage: Rupiah, on: LocalDate): Expression {
  const cap = inForce(JP_WAGE_CAP, on);
  return limitedTo(money(cap.value, cap), money(wage, 'monthlyWage'));
}

function contribution(
  rule: Rule<string>,
  base: Expression,
  input: PuContributionInput,
  on: LocalDate,
): BenefitComponent {
  const version = inForce(rule, on);
  const { monthlyWage, period } = input;
  return component(rule, version, {
    expression: product(rate(version.value, version), base),
    inputs: { monthlyWage, base: amountOf(base), period },
  });
}

function relievable(
  program: 'JKK' | 'JKM',
  rule: Rule<string>,
  input: PuContributionInput,
  on: LocalDate,
): BenefitComponent {
  const { period: month, monthlyWage } = input;
  const relief = reliefOf(program, input, on);
  const version = inForce(rule, on);
  const due: Expression[] = relief ? [rate(relief.value.due, relief, 'due')] : [];
  const note = program === 'JKK' ? WITHOUT_RELIEF[labourIntensive(input, on)] : undefined;
  return component(rule, relieved(version, relief ? [relief] : []), {
    code: `CONTRIB_${program}`,
    expression: product(...due, tariffOf(program, version, input), wageOf(input)),
    inputs: { monthlyWage, period: month, ...(program === 'JKK' && ofJkk(input)) },
    note,
  });
}

/** The tariff of a programme; that of JKK is the one of the class of risk. */
function tariffOf(
  program: 'JKK' | 'JKM',
  version: VersionInForce<string>,
  input: PuContributionInput,
): Expression {
  if (program === 'JKM') return rate(version.value, version);
  const riskClass = riskClassOf(input);
  return rate(version.value, () => lookUp(rate(version.value, version), count(riskClass, 'riskClass')));
}

/** What JKK alone rests on. */
const ofJkk = (input: PuContributionInput) => ({
  riskClass: input.riskClass,
  labourIntensiveRelief: inPassing(() => input.labourIntensiveRelief ?? false),
});

/** The relief of a programme: that for everybody, or that of the labour-intensive industry where it is asked for. */
function reliefOf(
  program: 'JKK' | 'JKM',
  input: PuContributionInput,
  on: LocalDate,
): VersionInForce<Relief> | undefined {
  const forEverybody = reliefOn(on, program, [PP_49_2020_RELIEF]);
  if (forEverybody) return forEverybody;
  const relief = reliefOn(on, program, [PP_7_2025_RELIEF]);
  return relief && labourIntensive(input, on) === 'GIVEN' ? relief : undefined;
}

/** Who is in all of these is in JKP; what it gets is carved out of them and added by the State. */
const JKP_NEEDS: readonly PuProgram[] = ['JKK', 'JKM', 'JHT'];

function jkpFunding(input: PuContributionInput, on: LocalDate): Record<string, InputValue> | undefined {
  const funding = versionOn(JKP_FUNDING, on)?.value;
  const { monthlyWage, programs = [] } = input;
  const member = JKP_NEEDS.every((program) => holds(programs, program));
  // How a relief of JKK and the share of JKP in it go together was not found, so nothing is said then.
  if (!funding || !member || reliefOf('JKK', input, on)) return undefined;
  return {
    jkpRecompositionInsideJkkIdr: share(percent(funding.fromJkk), monthlyWage),
    ...(funding.fromJkm && { jkpRecompositionInsideJkmIdr: share(percent(funding.fromJkm), monthlyWage) }),
    jkpStateShareIdr: share(percent(funding.state), monthlyWage),
  };
}
