import { type LocalDate, opened, view } from '#kernel';
import type { PaidHeir } from './claim-state.js';
import type { ClaimEvent } from './claim.events.js';
import { claims, paidHeirs } from './claim.js';

/** Whether heirs are paid what was approved for them. */
export interface HeirsInDispute {
  /** A dispute is open: until when they may agree or sue. */
  readonly until?: LocalDate;
  /** It ended otherwise than was approved, and nobody has recorded who inherits. */
  readonly areOpen?: true;
  /**
   * Who inherits since, where a dispute ended otherwise, or the participant died for whom it was approved: what had been ordered for
   * others has to be paid to them.
   */
  readonly since?: { readonly heirs: readonly PaidHeir[]; readonly establisherId: string };
}

/** The same streams as `claims`, for whoever pays heirs. */
export const heirsInDispute = view<HeirsInDispute, ClaimEvent>(claims, {
  initial: {},
  evolve(state, { type, data }) {
    if (type === 'DisputeReported') return { ...state, until: data.until };
    if (type === 'DisputeEnded') {
      const { until: _over, ...known } = state;
      return data.outcome === 'OTHERWISE' ? { areOpen: true } : known;
    }
    if (type !== 'HeirsEstablished') return state;
    if (!state.areOpen && !data.inPlaceOfParticipant) return state;
    const { areOpen: _established, ...known } = state;
    const heirs = paidHeirs(data.heirs, opened(data.person)?.heirs);
    return { ...known, since: { heirs, establisherId: data.establisherId } };
  },
});
