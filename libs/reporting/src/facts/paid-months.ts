import type { LocalDate, Period } from '#kernel';
import type { Row } from '#postgres';
import { pushTo } from './fact-rows.js';
import type { settledReports, wageMonths } from './work-tables.js';

/** A month of a membership of a wage earner that is paid. */
export interface PaidMonth {
  readonly membershipId: string;
  readonly period: Period;
  /** The day from which it counts as paid. */
  readonly paidOn: LocalDate;
}

type Settled = Row<typeof settledReports>;

/** The reports whose wages are paid for, as was told last of each. @param told in the order of the log */
export function paidReports(told: readonly Settled[]): ReadonlyMap<string, Settled> {
  const last = new Map(told.map((report) => [report.reportId, report]));
  return new Map([...last].filter(([, { isSettled }]) => isSettled));
}

/**
 * The months for which a wage stands that was paid for: since the first of the reports that told of it was settled, unless what was told last
 * is that there was none.
 * @param told of somebody, in the order of the log
 */
export function paidMonths(
  told: readonly Row<typeof wageMonths>[],
  paid: ReadonlyMap<string, Settled>,
): readonly PaidMonth[] {
  const months = new Map<string, Row<typeof wageMonths>[]>();
  for (const wage of told) pushTo(months, `${wage.membershipId} ${wage.period}`, wage);
  return [...months.values()].flatMap((wages) => {
    const { membershipId, period, isTakenBack } = wages.at(-1)!;
    const [paidOn] = wages.flatMap(({ reportId }) => paid.get(reportId)?.happenedOn ?? []).sort();
    return isTakenBack || paidOn === undefined ? [] : [{ membershipId, period, paidOn }];
  });
}
