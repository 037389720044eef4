import { type Handlers, type LocalDate, passingOverOthers, view } from '#kernel';
import type { ClaimEvent } from './claim.events.js';
import { claims } from './claim.js';
import { isOfOneShare } from './heir-deaths.js';

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
  /** The times in which the share of one heir alone was not to be paid, who has died, by their id. */
  readonly ofHeirs?: Readonly<Record<string, readonly Standstill[]>>;
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
  return { ...after, times: ended(times, day) };
}

const ended = (times: readonly Standstill[], day: LocalDate): readonly Standstill[] =>
  times.map((one) => ({ ...one, to: one.to ?? day }));

/** The share of an heir waits no more; where none is named, nor does any other. */
function shareIsKnown(state: DisputesOfHeirs, heirId: string | undefined, day: LocalDate): DisputesOfHeirs {
  const { ofHeirs } = state;
  if (!ofHeirs) return state;
  const isMeant = (id: string) => heirId === undefined || id === heirId;
  const times = Object.entries(ofHeirs).map(([id, known]) => [id, isMeant(id) ? ended(known, day) : known]);
  return { ...state, ofHeirs: Object.fromEntries(times) as typeof ofHeirs };
}

const heirsAreKnown = (state: DisputesOfHeirs, { effectiveOn }: { readonly effectiveOn: LocalDate }) => {
  const { heirsAreOpen: _over, ...known } = state;
  return timed(state, known, effectiveOn);
};

const ON: Handlers<DisputesOfHeirs, ClaimEvent> = {
  DisputeReported: (state, { effectiveOn }) => timed(state, { ...state, isDisputed: true }, effectiveOn),
  DisputeEnded(state, { outcome, effectiveOn }) {
    const { isDisputed: _over, ...known } = state;
    if (outcome !== 'OTHERWISE') return timed(state, known, effectiveOn);
    // Who inherits is asked of all then, those included who have died.
    const asked = shareIsKnown({ ...known, heirsAreOpen: true }, undefined, effectiveOn);
    return timed(state, asked, effectiveOn);
  },
  HeirsWanted(state, data) {
    const { effectiveOn } = data;
    if (!isOfOneShare(data)) {
      const asked = shareIsKnown(state, undefined, effectiveOn);
      return timed(asked, { ...asked, heirsAreOpen: true }, effectiveOn);
    }
    const { heirId } = data;
    const times = [...(state.ofHeirs?.[heirId] ?? []), { from: effectiveOn }];
    return { ...state, ofHeirs: { ...state.ofHeirs, [heirId]: times } };
  },
  HeirsEstablished: (state, data) =>
    shareIsKnown(heirsAreKnown(state, data), data.inPlaceOfId, data.effectiveOn),
  // Where nobody came for it there is nobody to be paid, and no delay, until who inherits is recorded late.
  HeirsWantedNoMore: (state, data) => shareIsKnown(heirsAreKnown(state, data), undefined, data.effectiveOn),
  HeirDeathRevoked: (state, data) => shareIsKnown(heirsAreKnown(state, data), data.heirId, data.effectiveOn),
};

/** The same streams as `claims`, for whoever asks how long heirs were not to be paid. */
export const disputesOfHeirs = view<DisputesOfHeirs, ClaimEvent>(claims, {
  initial: { times: [] },
  evolve: passingOverOthers(ON),
});

/** When what one heir gets was not to be paid; of others than heirs, when nothing was. */
export const timesOf = (
  { times, ofHeirs = {} }: DisputesOfHeirs,
  heirId: string | undefined,
): readonly Standstill[] => (heirId === undefined ? times : [...times, ...(ofHeirs[heirId] ?? [])]);
