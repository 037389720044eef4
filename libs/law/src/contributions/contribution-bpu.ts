import type { LocalDate, Period, Rupiah } from '#kernel';
import { type Calculation, calculation } from '../kernel/calculation.js';
import { type BenefitComponent, component, type ComponentDraft } from '../kernel/component.js';
import { amountOf, type Expression, money, product, rate } from '../kernel/expression.js';
import { invalid } from '../kernel/input-error.js';
import { inForce, lawDayOf, type Rule, versionOn } from '../kernel/rule.js';
import { holds, inPassing } from '../kernel/watching.js';
import { baseOf } from '../wage/wage-basis.js';
import { BPU_MONTHS_AT_ONCE, JHT_BPU_RATE, JKK_BPU_RATE, JKM_BPU_AMOUNT } from './contribution.rules.js';
import { type BpuSector, PP_49_2020_RELIEF, PP_50_2025_RELIEF, type Relief } from './relief.rules.js';
import {
  overMonths,
  reliefStretches,
  type ReliefProgram,
  relieved,
  type SteadyMonths,
  steadyMonths,
} from './relief.js';

/** The programmes a BPU can be in: neither JP nor JKP. */
export const BPU_PROGRAMS = ['JKK', 'JKM', 'JHT'] as const;
export type BpuProgram = (typeof BPU_PROGRAMS)[number];

export interface BpuContributionInput {
  /** Rupiah a month; the base is that of the income band. */
  readonly declaredIncome: Rupiah;
  /** JKK and JKM unless given. */
  readonly programs?: readonly BpuProgram[];
  /** First contribution month. */
  readonly period: Period;
  /** 1, 2, 3, 6 or 12 months at once; 1 unless given. */
  readonly months?: number;
  /** OTHER unless given. */
  readonly sector?: BpuSector;
  /** Paid from APBN or APBD (village, local government): the relief of PP 50/2025 does not apply. */
  readonly governmentPaid?: boolean;
}

/**
 * What a BPU owes (PP 44/2015 Annex II): JKK 1 % of the income base, JKM Rp6,800, JHT 2 % of the base, a month,
 * with the reliefs of PP 49/2020 and PP 50/2025 month by month.
 * @throws Rejection MONTHS_NOT_OFFERED
 */
export function calculateBpuContribution(input: BpuContributionInput): Calculation {
  const { declaredIncome, period: first, months = 1, programs = ['JKK', 'JKM'] } = input;
  const eventDate = lawDayOf(first);
  const offered = inForce(BPU_MONTHS_AT_ONCE, eventDate).value;
  if (!offered.includes(months)) {
    throw invalid('MONTHS_NOT_OFFERED', `A BPU pays ${offered.join(', ')} months at once, not ${months}`);
  }
  const incomeBase = baseOf(declaredIncome, 'declaredIncome', eventDate);
  const base = amountOf(incomeBase);
  const sector = inPassing(() => input.sector ?? 'OTHER');
  const governmentPaid = inPassing(() => input.governmentPaid ?? false);
  const facts = { declaredIncome, base, period: first, months, sector, governmentPaid };
  const paid = steadyMonths(first, months, EVERY_RELIEF);
  let reliefs: readonly Rule<Relief>[] | undefined;
  const reliefsOnce = () => (reliefs ??= reliefsFor(input, paid));
  const components = BPU_PROGRAMS.filter((program) => holds(programs, program)).map((program) => {
    const { rule, monthly } = monthlyContribution(program, incomeBase, eventDate);
    return contribution(program, { rule, monthly, on: eventDate, months, paid, reliefs: reliefsOnce }, facts);
  });
  return calculation(eventDate, components);
}

function monthlyContribution(
  program: BpuProgram,
  base: Expression,
  on: LocalDate,
): { rule: Rule<unknown>; monthly: Expression } {
  if (program === 'JKM') {
    const amount = inForce(JKM_BPU_AMOUNT, on);
    return { rule: JKM_BPU_AMOUNT, monthly: money(amount.value, amount) };
  }
  const rule = program === 'JKK' ? JKK_BPU_RATE : JHT_BPU_RATE;
  const version = inForce(rule, on);
  return { rule, monthly: product(rate(version.value, version), base) };
}

/** What is billed of a programme in each of some months. */
interface Bill {
  readonly rule: Rule<unknown>;
  readonly monthly: Expression;
  /** The law day of the first month. */
  readonly on: LocalDate;
  readonly months: number;
  readonly paid: readonly SteadyMonths[];
  /** Of JKK and JKM. */
  readonly reliefs: () => readonly Rule<Relief>[];
}

function contribution(
  program: BpuProgram,
  { rule, monthly, on, months, paid, reliefs }: Bill,
  facts: ComponentDraft['inputs'],
): BenefitComponent {
  const stretches =
    program === 'JHT'
      ? [{ relief: undefined, months }]
      : reliefStretches(paid, program satisfies ReliefProgram, reliefs());
  const { expression, reliefs: applied } = overMonths(monthly, months, stretches);
  const version = inForce(rule, on);
  return component(rule, relieved(version, applied), {
    code: `CONTRIB_${program}`,
    expression,
    inputs: facts,
  });
}

const OF_PP_50_2025 = Object.values(PP_50_2025_RELIEF);
const EVERY_RELIEF = [PP_49_2020_RELIEF, ...OF_PP_50_2025];

/** The reliefs that may hold. Who pays and in which trade is asked where a month has a relief that depends on it. */
function reliefsFor(input: BpuContributionInput, paid: readonly SteadyMonths[]): readonly Rule<Relief>[] {
  const holds = paid.some(({ on }) => OF_PP_50_2025.some((rule) => versionOn(rule, on)));
  if (!holds || input.governmentPaid) return [PP_49_2020_RELIEF];
  return [PP_49_2020_RELIEF, PP_50_2025_RELIEF[input.sector ?? 'OTHER']];
}
