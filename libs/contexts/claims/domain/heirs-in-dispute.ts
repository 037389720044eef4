import { type BankAccount, type LocalDate, opened, view } from '#kernel';
import type { PaidHeir } from './claim-state.js';
import type { ClaimEvent } from './claim.events.js';
import { paidHeirs } from './claim-after.js';
import { claims } from './claim.js';
import type { WhoDied } from './heirs.events.js';
import { type OverOfHeirs, foldOfHeirs, isAskedNoMore, isOfOneShare, isShareOver } from './heirs-over.js';
import { inTheirPlace } from './in-their-place.js';
import { heirsUntil } from './terms.js';

/** Whether heirs are paid what was approved for them, or for the participant. */
export interface HeirsInDispute {
  readonly participantId?: string;
  /** Where the participant is paid, as long as that was said; undefined once they were erased. */
  readonly ofParticipant?: BankAccount;
  /** A dispute is open: until when they may agree or sue. */
  readonly until?: LocalDate;
  /** It ended otherwise than was approved, or an heir has died, and nobody has recorded who inherits. */
  readonly areOpen?: true;
  /** Whoever was to be paid has died, and nobody has recorded who inherits: until when heirs may come. */
  readonly wanted?: Wanted;
  /** Nobody has come in that time: what was not paid is given up. */
  readonly nobody?: true;
  /** Whose heirs had been looked for then; absent where a dispute had ended otherwise. */
  readonly nobodyOf?: WhoDied;
  /** Heirs who died and whose place nobody has, each until when heirs of theirs may come: what is theirs waits, the others are paid. */
  readonly waiting?: Readonly<Record<string, { readonly until: LocalDate }>>;
  /** The same, in whose place nobody has come in time: that share is given up. */
  readonly givenUp?: readonly string[];
  /** Who is paid as it stands recorded, whatever has been ordered for whom. */
  readonly recorded?: Recorded;
  /**
   * The same, where it was approved before: a dispute ended otherwise, an heir died, or the participant for whom it was approved, or others
   * were named than who came first. What had been ordered for others has to be paid to them.
   */
  readonly since?: Recorded & {
    /** It is about what was approved for the participant alone. */
    readonly isOfParticipant?: true;
  };
  /** Heirs were recorded in place of a participant, whatever became of them: to a participant who lives after all everything goes back. */
  readonly inPlaceOfParticipant?: true;
  /** The same, also once the participant was found to live: what heirs were to be paid is not theirs. */
  readonly wereInPlace?: true;
  /** Something may have been approved for heirs beside that: it is not the participant's, whoever lives. */
  readonly claimedByHeir?: true;
  /** It was approved: whoever is recorded since is paid what was ordered for others. */
  readonly isApproved?: true;
  /** Who took the place of each heir who died. */
  readonly places?: Readonly<Record<string, Recorded>>;
}

/** Whose heirs are looked for, and until when. */
interface Wanted {
  readonly whoDied: WhoDied;
  readonly until: LocalDate;
  /** Those of the participant were looked for before an heir was reported dead, until a day, or in vain. */
  readonly ofParticipant?: { readonly until?: LocalDate };
}

/** Those who inherit, and who recorded them: of those who share only what an heir had, more than one may have. */
export interface Recorded {
  readonly heirs: readonly PaidHeir[];
  readonly establisherIds: readonly string[];
}

/** What is over is known no more. */
function over(state: HeirsInDispute, ends: OverOfHeirs): HeirsInDispute {
  const { until, wanted, areOpen, nobody, nobodyOf, waiting = {}, givenUp = [], ...known } = state;
  const shares = Object.entries(waiting).filter(([id]) => !isShareOver(ends, id));
  const gone = givenUp.filter((id) => !isShareOver(ends, id));
  const isOfParticipant = (wanted?.whoDied ?? nobodyOf) === 'PARTICIPANT';
  return {
    ...(ends.heirs ? withoutHeirs(known) : known),
    ...(until && !ends.dispute && { until }),
    ...(!isAskedNoMore(ends, isOfParticipant) && {
      ...(wanted && { wanted }),
      ...(areOpen && { areOpen }),
      ...(nobody && { nobody }),
      ...(nobodyOf && { nobodyOf }),
    }),
    ...(shares.length > 0 && { waiting: Object.fromEntries(shares) }),
    ...(gone.length > 0 && { givenUp: gone }),
  };
}

/** What is paid goes to the participant again. */
const withoutHeirs = ({
  since: _paid,
  recorded: _named,
  places: _taken,
  inPlaceOfParticipant: _lives,
  ...state
}: HeirsInDispute): HeirsInDispute => state;

const folded = foldOfHeirs<HeirsInDispute>(over, {
  ClaimSubmitted: (_none, { participantId, claimant, person }) => ({
    participantId,
    ...(claimant === 'PARTICIPANT'
      ? { ofParticipant: opened(person)?.account }
      : { claimedByHeir: true as const }),
  }),
  ClaimTakenOver: (known, { claimant, person }) =>
    claimant === 'PARTICIPANT'
      ? { ...known, ofParticipant: opened(person)?.account }
      : { ...known, claimedByHeir: true },
  ClaimApproved: (known) => ({ ...known, isApproved: true }),
  DisputeReported: (known, { until }) => ({ ...known, until }),
  DisputeEnded(known, { outcome, effectiveOn }) {
    if (outcome === 'OTHERWISE') return { ...known, since: undefined, places: undefined, areOpen: true };
    // Nobody comes while heirs disagree: the time begins anew.
    return known.waiting ? { ...known, waiting: waitingSince(known.waiting, effectiveOn) } : known;
  },
  HeirsWanted(known, data, before) {
    const { whoDied, until } = data;
    if (isOfOneShare(data)) return { ...known, waiting: { ...known.waiting, [data.heirId]: { until } } };
    const wanted = { whoDied, until };
    const ofParticipant = askedOfParticipant(before);
    // Of an heir the others are known still.
    if (whoDied === 'HEIR')
      return { ...known, wanted: { ...wanted, ...(ofParticipant && { ofParticipant }) }, areOpen: true };
    if (before.wanted) return { ...known, wanted: { ...before.wanted, ofParticipant: { until } } };
    return { ...known, since: undefined, wanted };
  },
  HeirDeathRevoked(known, _data, { wanted }) {
    const { ofParticipant } = wanted ?? {};
    if (!ofParticipant || known.wanted) return known;
    const { until } = ofParticipant;
    return until
      ? { ...known, wanted: { whoDied: 'PARTICIPANT', until } }
      : { ...known, nobody: true, nobodyOf: 'PARTICIPANT' };
  },
  NobodyInherits(known, { heirId }) {
    if (heirId === undefined) {
      const nobodyOf = known.wanted?.whoDied;
      return { ...known, wanted: undefined, nobody: true, ...(nobodyOf && { nobodyOf }) };
    }
    const { waiting = {}, givenUp = [] } = known;
    const { [heirId]: _inVain, ...others } = waiting;
    return { ...known, waiting: others, givenUp: [...givenUp.filter((id) => id !== heirId), heirId] };
  },
  HeirsEstablished(known, { heirs, person, establisherId, inPlaceOfParticipant, inPlaceOfId }, { areOpen }) {
    const named = { heirs: paidHeirs(heirs, opened(person)?.heirs), establisherIds: [establisherId] };
    const recorded = withNamed(known.recorded, named, inPlaceOfId);
    if (inPlaceOfId) {
      const { isOfParticipant } = known.since ?? {};
      const since = { ...recorded, ...(isOfParticipant && { isOfParticipant }) };
      return { ...known, recorded, since, places: { ...known.places, [inPlaceOfId]: named } };
    }
    if (!areOpen && !inPlaceOfParticipant && !known.isApproved) return { ...known, recorded };
    const isOfParticipant = !areOpen && inPlaceOfParticipant;
    return {
      ...known,
      recorded,
      since: { ...recorded, ...(isOfParticipant && { isOfParticipant }) },
      places: undefined,
      ...(inPlaceOfParticipant && { inPlaceOfParticipant, wereInPlace: true as const }),
    };
  },
});

/** What is asked of the heirs of the participant: it is again once an heir who was reported dead lives after all. */
function askedOfParticipant({ wanted, nobodyOf }: HeirsInDispute): Wanted['ofParticipant'] {
  if (wanted?.whoDied === 'PARTICIPANT') return { until: wanted.until };
  return nobodyOf === 'PARTICIPANT' ? {} : undefined;
}

/** The same streams as `claims`, for whoever pays heirs. */
export const heirsInDispute = view<HeirsInDispute, ClaimEvent>(claims, { initial: {}, evolve: folded });

/** All who are paid: those who take the place of one share what that one had, and the others keep theirs. */
function withNamed(before: Recorded | undefined, named: Recorded, inPlaceOfId: string | undefined): Recorded {
  if (!before || inPlaceOfId === undefined) return named;
  return {
    heirs: inTheirPlace(before.heirs, inPlaceOfId, named.heirs),
    establisherIds: [...before.establisherIds, ...named.establisherIds],
  };
}

/** Whether the share of an heir goes to nobody now: they have died, and nobody has their place. */
export const isWithoutHeir = ({ waiting, givenUp }: HeirsInDispute, heirId: string | undefined): boolean =>
  heirId !== undefined && (waiting?.[heirId] !== undefined || givenUp?.includes(heirId) === true);

const waitingSince = (waiting: NonNullable<HeirsInDispute['waiting']>, day: LocalDate) =>
  Object.fromEntries(Object.keys(waiting).map((heirId) => [heirId, { until: heirsUntil(day) }]));
