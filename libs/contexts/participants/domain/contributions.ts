import { type LocalDate, periodsFrom, stream } from '#kernel';
import { type Coverage, type PaidPeriod, type Segment, coverageOn } from '#law';
import type { ContributionEvent } from './participant.events.js';

/** The months a participant has paid for, and when. */
export interface ContributionsState {
  /** In the order they were paid; no month twice. */
  readonly paid: readonly PaidPeriod[];
  /** Who entered payments late that nobody else has confirmed; absent where there are none. */
  readonly backDatedBy?: readonly string[];
}

/** Folds a `contribution-<participantId>` stream. */
export const contributions = stream<ContributionsState, ContributionEvent>('contribution', {
  initial: { paid: [] },
  evolve(state, { type, data }) {
    const { backDatedBy = [] } = state;
    if (type === 'BackDatedContributionsConfirmed') {
      return { ...state, backDatedBy: orNone(backDatedBy.filter((one) => one === data.confirmerId)) };
    }
    const { period, months, paidOn } = data;
    return {
      paid: [...state.paid, ...periodsFrom(period, months).map((month) => ({ period: month, paidOn }))],
      backDatedBy: orNone(data.backDatedBy === undefined ? backDatedBy : [...backDatedBy, data.backDatedBy]),
    };
  },
});

const orNone = (people: readonly string[]): readonly string[] | undefined =>
  people.length > 0 ? people : undefined;

/** Whether BPJS stands for an event on a day, from what was paid by then. */
export function coverageFrom({ paid }: ContributionsState, segment: Segment, on: LocalDate): Coverage {
  return coverageOn(on, paid, segment);
}
