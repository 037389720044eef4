import { type LocalDate, type Rupiah, rupiah } from '#kernel';
import { inArrears, neverRegistered, wageShortfall } from '../employer/liabilities.js';
import { type Calculation, calculation, decided, type OwedComponent } from '../kernel/calculation.js';
import { type BenefitComponent, component } from '../kernel/component.js';
import {
  amountOf,
  count,
  type Expression,
  limitedTo,
  money,
  product,
  rate,
  within,
} from '../kernel/expression.js';
import { invalid } from '../kernel/input-error.js';
import { type Liability, owedInFull, shortfall, withOwed } from '../kernel/owed.js';
import type { Bilingual } from '../kernel/provision.js';
import { type BenefitRefusal, refusalOf } from '../kernel/refusal.js';
import { inForce, type VersionInForce } from '../kernel/rule.js';
import { JKP_NEVER_REGISTERED } from './jkp.conventions.js';
import {
  employerArrearsAreTolerable,
  JKP_POLICIES,
  type JkpFacts,
  terminatedWorkerWasRegistered,
  openEmployerIsNotInArrears,
} from './jkp.policies.js';
import { JKP_CASH, JKP_WAGE_CAP, type JkpStage } from './jkp.rules.js';

export interface JkpInput extends JkpFacts {
  /** The last wage reported to BPJS, rupiah a month. */
  readonly lastReportedWage: Rupiah;
  /** The last wage that was really earned, rupiah a month, where less was reported. */
  readonly actualMonthlyWage?: Rupiah;
  /** Months of benefit, 1 to 6; 6 unless given. */
  readonly months?: number;
}

/**
 * Jaminan Kehilangan Pekerjaan, in cash: for terminations from 2025-02-07 60 % of the wage for up to 6 months,
 * before that 45 % for 3 months and 25 % for 3 more; the wage counts up to Rp5,000,000.
 * What an employer in arrears pays first, or too low a reported wage makes less of it, the employer owes.
 * @throws Rejection ZERO_WAGE, OUT_OF_RANGE, DATES_OUT_OF_ORDER
 */
export function calculateJkp(input: JkpInput): Calculation {
  const { terminationDate, lastReportedWage } = input;
  if (lastReportedWage === 0) throw invalid('ZERO_WAGE', 'lastReportedWage must be more than zero');
  const refusal = refusalOf(JKP_POLICIES, input);
  const liability = refusal && owedInstead(refusal, terminationDate);
  const isUnregistered = refusal?.rule === terminatedWorkerWasRegistered.name;
  const due = refusal && !liability ? [] : jkpCash(input, isUnregistered ? wageEarned(input) : undefined);
  const answer = refusal ? decided(terminationDate, 'JKP', refusal) : calculation(terminationDate, due);
  const missing = isUnregistered ? [] : missingOf(input, due);
  const owed = [...(liability ? owedInFull(due, liability) : []), ...missing];
  return withOwed(answer, owed);
}

/** Whether the employer owes what BPJS refuses: only its arrears make it so, and they are asked last. */
function owedInstead({ rule, provision }: BenefitRefusal, on: LocalDate): Liability | undefined {
  if (rule === terminatedWorkerWasRegistered.name)
    return JKP_NEVER_REGISTERED.value ? neverRegistered(on, JKP_NEVER_REGISTERED.confidence) : undefined;
  const ofArrears = [employerArrearsAreTolerable, openEmployerIsNotInArrears];
  return ofArrears.some(({ name }) => name === rule) ? inArrears(on, provision) : undefined;
}

/** The wage of a worker of whom none was reported. */
const wageEarned = (input: JkpInput): Expression =>
  input.actualMonthlyWage === undefined
    ? money(input.lastReportedWage, 'lastReportedWage')
    : money(input.actualMonthlyWage, 'actualMonthlyWage');

/** What is missing of what is due, because less was reported than earned. */
function missingOf(input: JkpInput, due: readonly BenefitComponent[]): readonly OwedComponent[] {
  const { terminationDate, lastReportedWage } = input;
  if (due.length === 0 || lastReportedWage >= inForce(JKP_WAGE_CAP, terminationDate).value) return [];
  const { actualMonthlyWage = lastReportedWage } = input;
  if (actualMonthlyWage <= lastReportedWage) return [];
  const earned = jkpCash(input, money(actualMonthlyWage, 'actualMonthlyWage'));
  return shortfall(due, earned, wageShortfall(terminationDate));
}

/** The cash itself, whoever has to pay it, at the wage reported or another. @throws Rejection OUT_OF_RANGE */
function jkpCash(
  input: JkpInput,
  stated: Expression = money(input.lastReportedWage, 'lastReportedWage'),
): BenefitComponent[] {
  const { terminationDate, lastReportedWage, months } = input;
  const version = inForce(JKP_CASH, terminationDate);
  const most = version.value.reduce((total, stage) => total + stage.months, 0);
  const paidMonths = months ?? most;
  if (paidMonths > most) throw invalid('OUT_OF_RANGE', `JKP is paid for ${most} months at most`);
  const cap = inForce(JKP_WAGE_CAP, terminationDate);
  const wage = rupiah(Math.min(amountOf(stated), cap.value));
  const counting = money(wage, () => limitedTo(money(cap.value, cap), stated));
  return stagesOf(version.value, paidMonths).map(({ code, from, months: stageMonths, share, at }) =>
    component({ id: code, title: titleOf(from, from + stageMonths - 1) }, version, {
      expression: product(
        monthsOf(stageMonths, version, at, input),
        rate(share, version, `${at}.share`),
        counting,
      ),
      inputs: { terminationDate, lastReportedWage, wage, months: stageMonths },
      payee: 'PARTICIPANT',
    }),
  );
}

const titleOf = (from: number, to: number): Bilingual => ({
  id: `${JKP_CASH.title.id}, bulan ${from}-${to}`,
  en: `${JKP_CASH.title.en}, months ${from}-${to}`,
});

/** The months of a stage: those of the law, or as many as are claimed. */
function monthsOf(
  months: number,
  version: VersionInForce<readonly JkpStage[]>,
  at: number,
  { months: claimed }: JkpInput,
): Expression {
  const inLaw = (stage: number) => count(version.value[stage]!.months, version, `${stage}.months`);
  if (claimed === undefined) return inLaw(at);
  const before = () => version.value.slice(0, at).map((_, earlier) => inLaw(earlier));
  return count(months, () => within(count(claimed, 'months'), before(), inLaw(at)));
}

/** A stage that the months reach: where it stands in the rule and the first of its months. */
interface ReachedStage extends JkpStage {
  readonly from: number;
  readonly at: number;
}

/** The stages that the months reach, each with its first month, the last one cut. */
function stagesOf(stages: readonly JkpStage[], months: number): ReachedStage[] {
  let passed = 0;
  return stages.flatMap((stage, at) => {
    const from = passed + 1;
    const reached = Math.min(months - passed, stage.months);
    passed += reached;
    return reached > 0 ? [{ ...stage, from, at, months: reached }] : [];
  });
}
