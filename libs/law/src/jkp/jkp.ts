import { type Rupiah, rupiah } from '#kernel';
import { type Calculation, calculation, component, decided } from '../kernel/calculation.js';
import { count, money, product, rate } from '../kernel/expression.js';
import { invalid } from '../kernel/input-error.js';
import type { Bilingual } from '../kernel/provision.js';
import { refusalOf } from '../kernel/refusal.js';
import { inForce } from '../kernel/rule.js';
import { JKP_POLICIES, type JkpFacts } from './jkp.policies.js';
import { JKP_CASH, JKP_WAGE_CAP, type JkpStage } from './jkp.rules.js';

export interface JkpInput extends JkpFacts {
  /** The last wage reported to BPJS, rupiah a month. */
  readonly lastReportedWage: Rupiah;
  /** Months of benefit, 1 to 6; 6 unless given. */
  readonly months?: number;
}

/**
 * Jaminan Kehilangan Pekerjaan, in cash: for terminations from 2025-02-07 60 % of the wage for up to 6 months,
 * before that 45 % for 3 months and 25 % for 3 more; the wage counts up to Rp5,000,000.
 * @throws Rejection ZERO_WAGE, OUT_OF_RANGE, DATES_OUT_OF_ORDER
 */
export function calculateJkp(input: JkpInput): Calculation {
  const { terminationDate, lastReportedWage, months } = input;
  if (lastReportedWage === 0) throw invalid('ZERO_WAGE', 'lastReportedWage must be more than zero');
  const refusal = refusalOf(JKP_POLICIES, input);
  if (refusal) return decided(terminationDate, 'JKP', refusal);
  const version = inForce(JKP_CASH, terminationDate);
  const most = version.value.reduce((total, stage) => total + stage.months, 0);
  const paidMonths = months ?? most;
  if (paidMonths > most) throw invalid('OUT_OF_RANGE', `JKP is paid for ${most} months at most`);
  const wage = rupiah(Math.min(lastReportedWage, inForce(JKP_WAGE_CAP, terminationDate).value));
  return calculation(
    terminationDate,
    stagesOf(version.value, paidMonths).map(({ code, from, months: stageMonths, share }) =>
      component({ id: code, title: titleOf(from, from + stageMonths - 1) }, version, {
        expression: product(count(stageMonths), rate(share), money(wage)),
        inputs: { terminationDate, lastReportedWage, wage, months: stageMonths },
        payee: 'PARTICIPANT',
      }),
    ),
  );
}

const titleOf = (from: number, to: number): Bilingual => ({
  id: `${JKP_CASH.title.id}, bulan ${from}-${to}`,
  en: `${JKP_CASH.title.en}, months ${from}-${to}`,
});

/** The stages that the months reach, each with its first month, the last one cut. */
function stagesOf(stages: readonly JkpStage[], months: number): (JkpStage & { readonly from: number })[] {
  let passed = 0;
  return stages.flatMap((stage) => {
    const from = passed + 1;
    const reached = Math.min(months - passed, stage.months);
    passed += reached;
    return reached > 0 ? [{ ...stage, from, months: reached }] : [];
  });
}
