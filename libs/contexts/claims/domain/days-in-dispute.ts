import { type LocalDate, view } from '#kernel';
import type { ClaimEvent } from './claim.events.js';
import { claims } from './claim.js';

/** When heirs have disagreed about what was approved, the open one last: nobody was to be paid then (reference 4.3). */
export interface InDispute {
  readonly from: LocalDate;
  /** Absent while it is open. */
  readonly to?: LocalDate;
}

/** The same streams as `claims`, for whoever asks how long heirs were not to be paid. */
export const disputesOfHeirs = view<readonly InDispute[], ClaimEvent>(claims, {
  initial: [],
  evolve(disputes, { type, data }) {
    if (type === 'DisputeReported') return [...disputes, { from: data.effectiveOn }];
    if (type !== 'DisputeEnded') return disputes;
    return disputes.map((one) => ({ ...one, to: one.to ?? data.effectiveOn }));
  },
});
