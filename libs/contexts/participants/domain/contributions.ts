import { type LocalDate, periodsFrom, stream } from '#kernel';
import {
  type ArrearsOfEvent,
  type Coverage,
  type PaidPeriod,
  type Segment,
  arrearsOfEvent,
  coverageForEvent,
  coverageOn,
} from '#law';
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

/** Whether BPJS stands for an event on a day, from what was paid by then. */
export function coverageFrom({ paid }: ContributionsState, segment: Segment, on: LocalDate): Coverage {
  return coverageOn(on, paid, segment);
}

/** The months that a claim for an event on a day waits for, and which of them are unpaid now. */
export const arrearsFrom = (
  { paid }: ContributionsState,
  segment: Segment,
  eventDay: LocalDate,
): ArrearsOfEvent => arrearsOfEvent(eventDay, paid, segment);

/** Whether BPJS stands for an event: arrears of that day that were all settled since count as paid. */
export const coverageOfEvent = (
  { paid }: ContributionsState,
  segment: Segment,
  eventDay: LocalDate,
): Coverage => coverageForEvent(eventDay, paid, segment);
