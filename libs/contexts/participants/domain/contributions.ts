import { type LocalDate, periodsFrom, stream } from '#kernel';
import { type Coverage, type PaidPeriod, type Segment, coverageOn } from '#law';
import type { ContributionEvent } from './participant.events.js';

/** The months a participant has paid for, and when. */
export interface ContributionsState {
  /** In the order they were paid; no month twice. */
  readonly paid: readonly PaidPeriod[];
}

/** Folds a `contribution-<participantId>` stream. */
export const contributions = stream<ContributionsState, ContributionEvent>('contribution', {
  initial: { paid: [] },
  evolve: ({ paid }, { data: { period, months, paidOn } }) => ({
    paid: [...paid, ...periodsFrom(period, months).map((month) => ({ period: month, paidOn }))],
  }),
});

/** Whether BPJS stands for an event on a day, from what was paid by then. */
export function coverageFrom({ paid }: ContributionsState, segment: Segment, on: LocalDate): Coverage {
  return coverageOn(on, paid, segment);
}
