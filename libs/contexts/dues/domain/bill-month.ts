import type { CommandContext, Period, Rupiah } from '#kernel';
import { contributionDueDate } from '#law';
import type { DuesEvent } from './dues.events.js';
import { dues, settlements } from './dues.js';
import { type DuesYears, closingOfDues } from './dues-years.js';

export interface BillMonthInput {
  readonly employerId: string;
  readonly reportId: string;
  readonly period: Period;
  readonly components: readonly { readonly code: string; readonly amountIdr: Rupiah }[];
  readonly changeIdr: Rupiah;
  /** What changes in the relief of labour-intensive industry; absent where nothing does. */
  readonly reliefIdr?: Rupiah;
}

/** Bills a report of a month, once, and before it the closing of the years that are over; credit that is there pays at once. */
export function billMonth(
  input: BillMonthInput,
  state: DuesYears,
  { today }: CommandContext,
): readonly DuesEvent[] {
  const { employerId, reportId, period } = input;
  const isBilled = reportId in state.settledOn || state.bills[period]?.open.includes(reportId);
  if (isBilled) return [];
  const billed: DuesEvent = {
    type: 'MonthBilled',
    data: { ...input, dueOn: contributionDueDate(period, 'PU'), effectiveOn: today },
  };
  return [
    ...closingOfDues(employerId, state, today),
    billed,
    ...settlements(employerId, dues.evolve(state, billed), today),
  ];
}
