import { type BankAccount, type Handlers, type LocalDate, opened, passingOverOthers, view } from '#kernel';
import type { PaidHeir } from './claim-state.js';
import type { ClaimEvent } from './claim.events.js';
import { paidHeirs } from './claim-after.js';
import { claims } from './claim.js';
import type { WhoDied } from './heirs.events.js';
import { isOfOneShare } from './heir-deaths.js';
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
  readonly wanted?: { readonly whoDied: WhoDied; readonly until: LocalDate };
  /** Nobody has come in that time: what was not paid is given up. */
  readonly nobody?: true;
  /** Heirs who died and whose place nobody has, each until when heirs of theirs may come: what is theirs waits, the others are paid. */
  readonly waiting?: Readonly<Record<string, { readonly until: LocalDate }>>;
  /** The same, in whose place nobody has come in time: that share is given up. */
  readonly givenUp?: readonly string[];
  /** Who is paid as it stands recorded, whatever has been ordered for whom. */
  readonly recorded?: Recorded;
  /**
   * The same, where a dispute ended otherwise, an heir died, or the participant for whom it was approved: what had been ordered for others
   * has to be paid to them.
   */
  readonly since?: Recorded;
  /** Heirs were recorded in place of a participant, whatever became of them: to a participant who lives after all everything goes back. */
  readonly inPlaceOfParticipant?: true;
  /** The same, also once the participant was found to live: what heirs were to be paid is not theirs. */
  readonly wereInPlace?: true;
  /** Something may have been approved for heirs beside that: it is not the participant's, whoever lives. */
  readonly claimedByHeir?: true;
  /** Who took the place of each heir who died. */
  readonly places?: Readonly<Record<string, Recorded>>;
}

/** Those who inherit, and who recorded them: of those who share only what an heir had, more than one may have. */
export interface Recorded {
  readonly heirs: readonly PaidHeir[];
  readonly establisherIds: readonly string[];
}

const ON: Handlers<HeirsInDispute, ClaimEvent> = {
  ClaimSubmitted: (_none, { participantId, claimant, person }) => ({
    participantId,
    ...(claimant === 'PARTICIPANT'
      ? { ofParticipant: opened(person)?.account }
      : { claimedByHeir: true as const }),
  }),
  ClaimTakenOver: (state, { claimant, person }) =>
    claimant === 'PARTICIPANT'
      ? { ...state, ofParticipant: opened(person)?.account }
      : { ...state, claimedByHeir: true },
  DisputeReported: (state, { until }) => ({ ...state, until }),
  DisputeEnded({ until: _over, ...known }, { outcome, effectiveOn }) {
    if (outcome === 'OTHERWISE') return { ...asked(known), places: undefined, areOpen: true };
    // Nobody comes while heirs disagree: the time begins anew.
    return known.waiting ? { ...known, waiting: waitingSince(known.waiting, effectiveOn) } : known;
  },
  HeirsWanted(state, data) {
    const { whoDied, until } = data;
    if (isOfOneShare(data)) {
      const { heirId } = data;
      return { ...withoutShare(state, heirId), waiting: { ...state.waiting, [heirId]: { until } } };
    }
    const wanted = { whoDied, until };
    // Of an heir the others are known still; it is asked of all, those included whose share waited by itself.
    if (whoDied === 'HEIR') return { ...withoutShares(state), nobody: undefined, wanted, areOpen: true };
    return { ...asked(state), wanted, areOpen: state.areOpen };
  },
  // What is paid goes to the participant again.
  HeirsWantedNoMore: (state) => ({
    ...asked(state),
    recorded: undefined,
    inPlaceOfParticipant: undefined,
  }),
  // Those who were to be paid before are known still.
  HeirDeathRevoked: ({ wanted: _over, areOpen: _paid, nobody: _lives, ...known }, { heirId }) =>
    heirId === undefined ? known : withoutShare(known, heirId),
  NobodyInherits(state, { heirId }) {
    if (heirId !== undefined)
      return { ...withoutShare(state, heirId), givenUp: [...(state.givenUp ?? []), heirId] };
    const { wanted: _over, ...known } = state;
    return { ...known, nobody: true };
  },
  HeirsEstablished(state, { heirs, person, establisherId, inPlaceOfParticipant, inPlaceOfId }) {
    const named = { heirs: paidHeirs(heirs, opened(person)?.heirs), establisherIds: [establisherId] };
    const recorded = withNamed(state.recorded, named, inPlaceOfId);
    if (inPlaceOfId) {
      const places = { ...state.places, [inPlaceOfId]: named };
      return { ...withoutHeirs(withoutShare(state, inPlaceOfId)), recorded, since: recorded, places };
    }
    if (!state.areOpen && !inPlaceOfParticipant) return { ...state, recorded };
    return {
      ...asked(state),
      recorded,
      since: recorded,
      places: undefined,
      ...(inPlaceOfParticipant && { inPlaceOfParticipant, wereInPlace: true as const }),
    };
  },
};

/** The same streams as `claims`, for whoever pays heirs. */
export const heirsInDispute = view<HeirsInDispute, ClaimEvent>(claims, {
  initial: {},
  evolve: passingOverOthers(ON),
});

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

/** The share of an heir waits no more, nor is it given up. */
function withoutShare(
  { waiting = {}, givenUp = [], ...state }: HeirsInDispute,
  heirId: string,
): HeirsInDispute {
  const { [heirId]: _over, ...others } = waiting;
  const gone = givenUp.filter((id) => id !== heirId);
  return {
    ...state,
    ...(Object.keys(others).length > 0 && { waiting: others }),
    ...(gone.length > 0 && { givenUp: gone }),
  };
}

const waitingSince = (waiting: NonNullable<HeirsInDispute['waiting']>, day: LocalDate) =>
  Object.fromEntries(Object.keys(waiting).map((heirId) => [heirId, { until: heirsUntil(day) }]));

/** Who inherits is asked anew of all, those included who have died. */
const asked = (state: HeirsInDispute): HeirsInDispute => withoutHeirs(withoutShares(state));

/** No share waits by itself any more, nor is it given up. */
function withoutShares({ waiting: _shares, givenUp: _gone, ...state }: HeirsInDispute): HeirsInDispute {
  return state;
}

/** Who inherits is asked anew. */
function withoutHeirs({
  since: _asked,
  wanted: _anew,
  nobody: _come,
  areOpen: _open,
  ...state
}: HeirsInDispute): HeirsInDispute {
  return state;
}
