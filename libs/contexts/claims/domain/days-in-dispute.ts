import { type Handlers, type LocalDate, passingOverOthers, view } from '#kernel';
import type { ClaimEvent } from './claim.events.js';
import { claims } from './claim.js';

/**
 * When nobody was to be paid what was approved (reference 4.3): heirs disagreed, nobody had recorded who inherits, or the claim waited for
 * an answer before which nothing is paid.
 */
export interface Standstill {
  readonly from: LocalDate;
  /** Absent while it is open. */
  readonly to?: LocalDate;
}

/** The times, the open one last, and what keeps it open. */
export interface DisputesOfHeirs {
  readonly times: readonly Standstill[];
  /** Heirs disagree. */
  readonly isDisputed?: true;
  /** A dispute ended otherwise than was approved, or whoever was to be paid has died, and nobody has recorded who inherits. */
  readonly heirsAreOpen?: true;
}

const isOpen = ({ isDisputed, heirsAreOpen }: DisputesOfHeirs): boolean =>
  isDisputed === true || heirsAreOpen === true;

/** A time begins with the first reason why nobody may be paid, and ends with the last. */
function timed(before: DisputesOfHeirs, after: DisputesOfHeirs, day: LocalDate): DisputesOfHeirs {
  const { times } = before;
  if (!isOpen(before) && isOpen(after)) return { ...after, times: [...times, { from: day }] };
  if (!isOpen(before) || isOpen(after)) return after;
  return { ...after, times: times.map((one) => ({ ...one, to: one.to ?? day })) };
}

const heirsAreKnown = (state: DisputesOfHeirs, { effectiveOn }: { readonly effectiveOn: LocalDate }) => {
  const { heirsAreOpen: _over, ...known } = state;
  return timed(state, known, effectiveOn);
};

const ON: Handlers<DisputesOfHeirs, ClaimEvent> = {
  DisputeReported: (state, { effectiveOn }) => timed(state, { ...state, isDisputed: true }, effectiveOn),
  DisputeEnded(state, { outcome, effectiveOn }) {
    const { isDisputed: _over, ...known } = state;
    return timed(state, outcome === 'OTHERWISE' ? { ...known, heirsAreOpen: true } : known, effectiveOn);
  },
  HeirsWanted: (state, { effectiveOn }) => timed(state, { ...state, heirsAreOpen: true }, effectiveOn),
  HeirsEstablished: heirsAreKnown,
  // Where nobody came for it there is nobody to be paid, and no delay, until who inherits is recorded late.
  HeirsWantedNoMore: heirsAreKnown,
  HeirDeathRevoked: heirsAreKnown,
};

/** The same streams as `claims`, for whoever asks how long heirs were not to be paid. */
export const disputesOfHeirs = view<DisputesOfHeirs, ClaimEvent>(claims, {
  initial: { times: [] },
  evolve: passingOverOthers(ON),
});
