import { type LocalDate, type Period, type Rupiah, stream, view } from '#kernel';
import type { WageReported, WagesEvent, WagesInARow } from './wages.events.js';

/** What one report said of a member's wage in a month. */
export type ReportedWage = Pick<
  WageReported['data'],
  'reportId' | 'wageIdr' | 'backPayIdr' | 'components' | 'contributionIdr' | 'reliefIdr' | 'programmes'
>;

/** The wages of a member, month by month; the last report of a month counts. */
export interface WagesState {
  readonly months: Readonly<Record<Period, readonly ReportedWage[]>>;
}

/** What was reported of one member: `wages-<membershipId>`. */
export const wages = stream<WagesState, WagesEvent>('wages', {
  initial: { months: {} },
  summary: 'WageYearClosed',
  evolve: (state, event) =>
    event.type === 'WageYearClosed'
      ? eachOf(event.data.wages).reduce(withReport, { months: {} })
      : withReport(state, event.data),
});

function withReport({ months }: WagesState, { period, ...told }: Omit<Told, 'reportedOn'>): WagesState {
  const reported = reportedOf(told);
  return { months: { ...months, [period]: [...(months[period] ?? []), reported] } };
}

/** What a report said of a wage, without what else stands there. */
export const reportedOf = ({
  reportId,
  wageIdr,
  backPayIdr,
  components,
  contributionIdr,
  reliefIdr,
  programmes,
}: ReportedWage): ReportedWage => ({
  reportId,
  wageIdr,
  backPayIdr,
  components,
  contributionIdr,
  ...(reliefIdr !== undefined && { reliefIdr }),
  programmes,
});

/** What one report said, of which month and when. */
export interface Told extends ReportedWage {
  readonly period: Period;
  readonly reportedOn: LocalDate;
}

/** Report by report, in the order in which they were recorded. */
export const eachOf = (inRows: readonly WagesInARow[]): readonly Told[] =>
  inRows.flatMap(({ reports, ...wage }) => reports.map((report) => ({ ...wage, ...report })));

/** What a report changed: its own wage of the month, and the one before it. */
export function changeBy(
  { months }: WagesState,
  period: Period,
  reportId: string,
): { readonly now?: ReportedWage; readonly before?: ReportedWage } {
  const reported = months[period] ?? [];
  const at = reported.findIndex((one) => one.reportId === reportId);
  return at < 0 ? {} : { now: reported[at], before: reported[at - 1] };
}

/** The wage of a month that counts; undefined where none was reported, or it was taken back. */
export function wageOf({ months }: WagesState, period: Period): Rupiah | undefined {
  const wage = months[period]?.at(-1)?.wageIdr;
  return wage ? wage : undefined;
}

/** The same with the day of each report, for whoever looks back to a day. */
export interface WagesOnDay {
  readonly months: Readonly<
    Record<
      Period,
      readonly { readonly reportId: string; readonly wageIdr: Rupiah; readonly reportedOn: LocalDate }[]
    >
  >;
}

export const wagesByDay = view<WagesOnDay, WagesEvent>(wages, {
  initial: { months: {} },
  summary: wages.summary,
  evolve: (state, event) =>
    event.type === 'WageYearClosed'
      ? eachOf(event.data.wages).reduce(onItsDay, { months: {} })
      : onItsDay(state, { ...event.data, reportedOn: event.data.effectiveOn }),
});

const onItsDay = (
  { months }: WagesOnDay,
  { period, reportId, wageIdr, reportedOn }: Pick<Told, 'period' | 'reportId' | 'wageIdr' | 'reportedOn'>,
): WagesOnDay => ({
  months: { ...months, [period]: [...(months[period] ?? []), { reportId, wageIdr, reportedOn }] },
});
