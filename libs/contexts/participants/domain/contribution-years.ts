import { type LocalDate, addPeriods, rupiah, view } from '#kernel';
import { type SinceClosing, sinceWith, yearToClose } from '#law';
import type { ContributionYearClosed, ReceivedMonths, YearTotal } from './closing.events.js';
import { type ContributionsState, type ReceivedMonth, contributions } from './contributions.js';
import type { ContributionEvent } from './contribution.events.js';

/** Contributions as `contributions` folds them, and what a closing needs to know beside. */
export interface ContributionYears extends ContributionsState {
  /** Oldest first. */
  readonly totals: readonly YearTotal[];
  /** What was recorded since the last closing. */
  readonly since: SinceClosing;
}

const NOTHING_SINCE: SinceClosing = { events: 0 };

/** The same streams as `contributions`. */
export const contributionYears = view<ContributionYears, ContributionEvent>(contributions, {
  initial: { ...contributions.initial, totals: [], since: NOTHING_SINCE },
  summary: contributions.summary,
  evolve(state, event) {
    const known = contributions.evolve(state, event);
    if (event.type === 'ContributionYearClosed')
      return { ...known, totals: event.data.totals, since: NOTHING_SINCE };
    const since = sinceWith(state.since, event.type === 'ContributionPaid' ? event.data.paidOn : undefined);
    return { ...known, totals: totalsWith(state.totals, event), since };
  },
});

function totalsWith(totals: readonly YearTotal[], event: ContributionEvent): readonly YearTotal[] {
  if (event.type !== 'ContributionPaid' && event.type !== 'ContributionReversed') return totals;
  const { paidOn, months, amountIdr } = event.data;
  const times = event.type === 'ContributionPaid' ? 1 : -1;
  const year = yearOf(paidOn);
  const before = totals.find((one) => one.year === year) ?? { months: 0, amountIdr: 0 };
  const total = {
    year,
    months: before.months + times * months,
    amountIdr: rupiah(before.amountIdr + times * amountIdr),
  };
  const others = totals.filter((one) => one.year !== year);
  const all = total.months > 0 ? [...others, total] : others;
  return all.sort((one, other) => one.year - other.year);
}

/**
 * Sums up the years that are over, where something of them was recorded since the last closing and it is worth it. A stream is
 * closed as it grows: whoever records a payment there has this recorded before it.
 */
export function closingOfYears(
  participantId: string,
  state: ContributionYears,
  today: LocalDate,
): readonly ContributionYearClosed[] {
  const year = yearToClose(state.since, today);
  return year === undefined ? [] : [closingOf(participantId, state, { year, today })];
}

/** Everything that is known of what was paid, in one event. */
export function closingOf(
  participantId: string,
  { paid, backDatedBy = [], totals }: ContributionYears,
  { year, today }: { readonly year: number; readonly today: LocalDate },
): ContributionYearClosed {
  const data = { participantId, year, totals, paid: inRuns(paid), backDatedBy, effectiveOn: today };
  return { type: 'ContributionYearClosed', data };
}

/** Months on end that came in one way as one entry: twelve that were paid at once are no longer than one. */
function inRuns(paid: readonly ReceivedMonth[]): readonly ReceivedMonths[] {
  const runs: ReceivedMonths[] = [];
  for (const { period, ...way } of paid) {
    const last = runs.at(-1);
    if (last && addPeriods(last.period, last.months) === period && isSameWay(last, way))
      runs.splice(-1, 1, { ...last, months: last.months + 1 });
    else runs.push({ period, months: 1, ...way });
  }
  return runs;
}

const yearOf = (day: string): number => Number(day.slice(0, 4));

type Way = Omit<ReceivedMonth, 'period'>;

const isSameWay = (one: Way, other: Way): boolean =>
  one.paidOn === other.paidOn &&
  one.settlesArrears === other.settlesArrears &&
  one.setOffClaimId === other.setOffClaimId;
