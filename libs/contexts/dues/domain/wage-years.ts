import { type LocalDate, type Period, rupiah, view } from '#kernel';
import { type SinceClosing, sinceWith, yearToClose } from '#law';
import type { WageYear, WageYearClosed, WagesEvent, WagesInARow } from './wages.events.js';
import { type ReportedWage, type Told, type WagesState, eachOf, reportedOf, wages } from './wages.js';

/** The wages of a member, and what a closing needs to know beside. */
export interface WageYears extends WagesState {
  /** In the order in which they were recorded. */
  readonly told: readonly Told[];
  readonly since: SinceClosing;
}

/** The same streams as `wages`. */
export const wageYears = view<WageYears, WagesEvent>(wages, {
  initial: { ...wages.initial, told: [], since: { events: 0 } },
  summary: wages.summary,
  evolve({ told, since, ...state }, event) {
    const known = wages.evolve(state, event);
    if (event.type === 'WageYearClosed')
      return { ...known, told: eachOf(event.data.wages), since: { events: 0 } };
    const { period } = event.data;
    const wage = reportedOf(event.data);
    return {
      ...known,
      told: [...told, { ...wage, period, reportedOn: event.data.effectiveOn }],
      since: sinceWith(since, period),
    };
  },
});

/** Whose wages they are. */
export type WagesOf = Pick<WageYearClosed['data'], 'membershipId' | 'participantId' | 'employerId'>;

/** Sums up the years that are over, as contributions are: whoever records a wage has this recorded before it. */
export function closingOfWages(
  { membershipId, participantId, employerId }: WagesOf,
  { months, told, since }: WageYears,
  today: LocalDate,
): readonly WageYearClosed[] {
  const year = yearToClose(since, today);
  if (year === undefined) return [];
  const whose = { membershipId, participantId, employerId };
  const data = { ...whose, year, totals: totalsOf(months), wages: inRows(told), effectiveOn: today };
  return [{ type: 'WageYearClosed', data }];
}

/** What was reported last of each month; one that was taken back is none. */
function totalsOf(months: WagesState['months']): readonly WageYear[] {
  const totals = new Map<number, WageYear>();
  for (const [period, reports] of Object.entries(months) as [Period, readonly ReportedWage[]][]) {
    const last = reports.at(-1);
    if (!last || last.wageIdr === 0) continue;
    const year = Number(period.slice(0, 4));
    const before = totals.get(year) ?? { months: 0, wagesIdr: 0, contributionIdr: 0 };
    totals.set(year, {
      year,
      months: before.months + 1,
      wagesIdr: rupiah(before.wagesIdr + last.wageIdr + last.backPayIdr),
      contributionIdr: rupiah(before.contributionIdr + last.contributionIdr),
    });
  }
  return [...totals.values()].sort((one, other) => one.year - other.year);
}

/** A wage that stays the same is said once. */
function inRows(told: readonly Told[]): readonly WagesInARow[] {
  const rows: { readonly wage: string; readonly row: WagesInARow }[] = [];
  for (const { period, reportId, reportedOn, ...wage } of told) {
    const report = { period, reportId, reportedOn };
    const { wageIdr, backPayIdr, programmes, components, contributionIdr, reliefIdr } = wage;
    const same = {
      wageIdr,
      backPayIdr,
      programmes,
      components,
      contributionIdr,
      ...(reliefIdr !== undefined && { reliefIdr }),
    };
    const text = JSON.stringify(same);
    const last = rows.at(-1);
    if (last?.wage === text) {
      const reports = [...last.row.reports, report];
      rows.splice(-1, 1, { wage: text, row: { ...last.row, reports } });
    } else rows.push({ wage: text, row: { ...same, reports: [report] } });
  }
  return rows.map(({ row }) => row);
}
