import { type LocalDate, type Period, rupiah, view } from '#kernel';
import { type SinceClosing, sinceWith, yearToClose } from '#law';
import type { ClosedBill, DuesEvent, DuesYear, DuesYearClosed } from './dues.events.js';
import { type Bill, type DuesState, dues } from './dues.js';

/** The dues of an employer, and what a closing needs to know beside. */
export interface DuesYears extends DuesState {
  readonly since: SinceClosing;
}

/** The same streams as `dues`. */
export const duesYears = view<DuesYears, DuesEvent>(dues, {
  initial: { ...dues.initial, since: { events: 0 } },
  summary: dues.summary,
  evolve({ since, ...state }, event) {
    const known = dues.evolve(state, event);
    const isClosed = event.type === 'DuesYearClosed';
    return { ...known, since: isClosed ? { events: 0 } : sinceWith(since, aboutOf(event)) };
  },
});

/** The day of a payment, and the month of whatever has one. */
function aboutOf({ type, data }: DuesEvent): LocalDate | Period | undefined {
  if (type === 'DuesPaid') return data.effectiveOn;
  return 'period' in data ? data.period : undefined;
}

/** Sums up the years that are over, as contributions are: whoever bills or records a payment has this recorded before it. */
export function closingOfDues(
  employerId: string,
  { since, ...state }: DuesYears,
  today: LocalDate,
): readonly DuesYearClosed[] {
  const year = yearToClose(since, today);
  return year === undefined ? [] : [closingOf(employerId, state, { year, today })];
}

/** Everything that is known of the dues of an employer, in one event. */
function closingOf(
  employerId: string,
  { bills, creditIdr, bankReferences, settledOn, paidFirstOn, backDatedBy }: DuesState,
  { year, today }: { readonly year: number; readonly today: LocalDate },
): DuesYearClosed {
  const all = (Object.entries(bills) as [Period, Bill][]).sort(([one], [other]) => (one < other ? -1 : 1));
  return {
    type: 'DuesYearClosed',
    data: {
      employerId,
      year,
      totals: totalsOf(all),
      bills: all.map(([period, { open: openReportIds, ...bill }]): ClosedBill => ({
        period,
        ...bill,
        openReportIds,
      })),
      settled: byDay(settledOn),
      creditIdr,
      payments: bankReferences.map((bankReference) => ({ bankReference })),
      ...(paidFirstOn !== undefined && { paidFirstOn }),
      backDatedBy,
      effectiveOn: today,
    },
  };
}

function totalsOf(bills: readonly (readonly [Period, Bill])[]): readonly DuesYear[] {
  const totals = new Map<number, DuesYear>();
  for (const [period, { billedIdr, paidIdr }] of bills) {
    const year = Number(period.slice(0, 4));
    const before = totals.get(year) ?? { months: 0, billedIdr: 0, paidIdr: 0 };
    totals.set(year, {
      year,
      months: before.months + 1,
      billedIdr: rupiah(before.billedIdr + billedIdr),
      paidIdr: rupiah(before.paidIdr + paidIdr),
    });
  }
  return [...totals.values()];
}

/** In the order in which they were first settled. */
function byDay(settledOn: DuesState['settledOn']): DuesYearClosed['data']['settled'] {
  const days = new Map<LocalDate, string[]>();
  for (const [reportId, on] of Object.entries(settledOn)) {
    days.set(on, [...(days.get(on) ?? []), reportId]);
  }
  return [...days].map(([on, reportIds]) => ({ on, reportIds }));
}
