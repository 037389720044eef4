import { type LocalDate, view } from '#kernel';
import type { ClaimEvent } from './claim.events.js';
import { claims } from './claim.js';

/** When heirs have disagreed about what was approved, or were looked for, the open one last: nobody was to be paid then (reference 4.3). */
export interface InDispute {
  readonly from: LocalDate;
  /** Absent while it is open. */
  readonly to?: LocalDate;
}

/** With these nobody may be paid: heirs disagree, or whoever was to be paid has died. */
const BEGINS: readonly ClaimEvent['type'][] = ['DisputeReported', 'HeirsWanted'];

const ENDS: readonly ClaimEvent['type'][] = [
  'DisputeEnded',
  'HeirsEstablished',
  'HeirsWantedNoMore',
  'NobodyInherits',
];

/** The same streams as `claims`, for whoever asks how long heirs were not to be paid. */
export const disputesOfHeirs = view<readonly InDispute[], ClaimEvent>(claims, {
  initial: [],
  evolve(disputes, { type, data }) {
    if (BEGINS.includes(type)) return [...disputes, { from: data.effectiveOn }];
    if (!ENDS.includes(type)) return disputes;
    return disputes.map((one) => ({ ...one, to: one.to ?? data.effectiveOn }));
  },
});
