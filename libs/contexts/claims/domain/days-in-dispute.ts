import { type EventOf, type LocalDate, view } from '#kernel';
import type { ClaimEvent } from './claim.events.js';
import { claims } from './claim.js';
import {
  ENDING_HEIRS,
  type OverOfHeirs,
  foldOfHeirs,
  isAskedNoMore,
  isOfOneShare,
  isShareOver,
} from './heirs-over.js';

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

/** Where nobody came for it there is nobody to be paid, and no delay, until who inherits is recorded late. */
function over(state: DisputesOfHeirs, ends: OverOfHeirs, day: LocalDate): DisputesOfHeirs {
  const { isDisputed, heirsAreOpen, ofHeirs, ...known } = state;
  return {
    ...known,
    ...(isDisputed && !ends.dispute && { isDisputed }),
    ...(heirsAreOpen && !isAskedNoMore(ends, false) && { heirsAreOpen }),
    ...(ofHeirs && { ofHeirs: sharesOver(ofHeirs, ends, day) }),
  };
}

type TimesOfHeirs = NonNullable<DisputesOfHeirs['ofHeirs']>;

const sharesOver = (ofHeirs: TimesOfHeirs, ends: OverOfHeirs, day: LocalDate): TimesOfHeirs =>
  Object.fromEntries(
    Object.entries(ofHeirs).map(([id, times]) => [id, isShareOver(ends, id) ? ended(times, day) : times]),
  );

const folded = foldOfHeirs<DisputesOfHeirs>(over, {
  DisputeReported: (known) => ({ ...known, isDisputed: true }),
  // Who inherits is asked of all then, those included who have died.
  DisputeEnded: (known, { outcome }) => (outcome === 'OTHERWISE' ? { ...known, heirsAreOpen: true } : known),
  HeirsWanted(known, data) {
    // What is paid to a participant who has died stands still by itself; what was approved for heirs goes on.
    if (data.whoDied === 'PARTICIPANT') return known;
    if (!isOfOneShare(data)) return { ...known, heirsAreOpen: true };
    const { heirId, effectiveOn: from } = data;
    const times = [...(known.ofHeirs?.[heirId] ?? []), { from }];
    return { ...known, ofHeirs: { ...known.ofHeirs, [heirId]: times } };
  },
});

/** With these a time begins or ends. */
export const OF_HEIRS: readonly ClaimEvent['type'][] = ['DisputeReported', ...ENDING_HEIRS];

type Bound = EventOf<ClaimEvent, 'DisputeReported' | (typeof ENDING_HEIRS)[number]>;

const isBound = (event: ClaimEvent): event is Bound => OF_HEIRS.includes(event.type);

/** The same streams as `claims`, for whoever asks how long heirs were not to be paid. */
export const disputesOfHeirs = view<DisputesOfHeirs, ClaimEvent>(claims, {
  initial: { times: [] },
  evolve: (before, event) =>
    isBound(event) ? timed(before, folded(before, event), event.data.effectiveOn) : before,
});

/** When what one heir gets was not to be paid; of others than heirs, when nothing was. */
export const timesOf = (
  { times, ofHeirs = {} }: DisputesOfHeirs,
  heirId: string | undefined,
): readonly Standstill[] => (heirId === undefined ? times : [...times, ...(ofHeirs[heirId] ?? [])]);
