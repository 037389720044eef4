import type { CommandContext, Period, Rupiah } from '#kernel';
import { contributionDueDate } from '#law';
import type { DuesEvent } from './dues.events.js';
import { type DuesState, dues, settlements } from './dues.js';

export interface BillMonthInput {
  readonly employerId: string;
  readonly reportId: string;
  readonly period: Period;
  readonly components: readonly { readonly code: string; readonly amountIdr: Rupiah }[];
  readonly changeIdr: Rupiah;
}

/** Bills a report of a month, once; credit that is there pays at once. */
export function billMonth(
  input: BillMonthInput,
  state: DuesState,
  { today }: CommandContext,
): readonly DuesEvent[] {
  const { employerId, reportId, period } = input;
  const isBilled = reportId in state.settledOn || state.bills[period]?.open.includes(reportId);
  if (isBilled) return [];
  const billed: DuesEvent = {
    type: 'MonthBilled',
    data: { ...input, dueOn: contributionDueDate(period, 'PU'), effectiveOn: today },
  };
  return [billed, ...settlements(employerId, dues.evolve(state, billed), today)];
}
