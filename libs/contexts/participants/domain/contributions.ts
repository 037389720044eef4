import { periodsFrom, stream } from '#kernel';
import type { PaidPeriod } from '#law';
import type { ContributionEvent } from './participant.events.js';

/** The months a participant has paid for, and when. */
export interface ContributionsState {
  /** In the order they were recorded. Of a BPU each counts for the oldest unpaid month. */
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
    const { period, months, paidOn, settlesEventOn } = data;
    const settles = settlesEventOn && ({ settlesArrears: true } as const);
    return {
      paid: [
        ...state.paid,
        ...periodsFrom(period, months).map((month) => ({ period: month, paidOn, ...settles })),
      ],
      backDatedBy: orNone(data.backDatedBy === undefined ? backDatedBy : [...backDatedBy, data.backDatedBy]),
    };
  },
});

const orNone = (people: readonly string[]): readonly string[] | undefined =>
  people.length > 0 ? people : undefined;
