import { type BankAccount, type Handlers, type LocalDate, opened, passingOverOthers, view } from '#kernel';
import type { PaidHeir } from './claim-state.js';
import type { ClaimEvent } from './claim.events.js';
import { claims, paidHeirs } from './claim.js';
import type { WhoDied } from './heirs.events.js';

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
  /**
   * Who inherits since, where a dispute ended otherwise, an heir died, or the participant for whom it was approved: what had been ordered
   * for others has to be paid to them.
   */
  readonly since?: {
    readonly heirs: readonly PaidHeir[];
    readonly establisherId: string;
    readonly inPlaceOfParticipant?: true;
    /** Whose payments stand: they share what another heir had no more than before. */
    readonly besideIds?: readonly string[];
  };
  /** Who took the place of each heir who died. */
  readonly places?: Readonly<Record<string, Successors>>;
}

/** Those who inherit of an heir, and who recorded them. */
export interface Successors {
  readonly heirs: readonly PaidHeir[];
  readonly establisherId: string;
}

const ON: Handlers<HeirsInDispute, ClaimEvent> = {
  ClaimSubmitted: (_none, { participantId, claimant, person }) => ({
    participantId,
    ...(claimant === 'PARTICIPANT' && { ofParticipant: opened(person)?.account }),
  }),
  ClaimTakenOver: (state, { claimant, person }) =>
    claimant === 'PARTICIPANT' ? { ...state, ofParticipant: opened(person)?.account } : state,
  DisputeReported: (state, { until }) => ({ ...state, until }),
  DisputeEnded: ({ until: _over, ...known }, { outcome }) =>
    outcome === 'OTHERWISE' ? { ...withoutHeirs(known), places: undefined, areOpen: true } : known,
  HeirsWanted: (state, { whoDied, until }) => ({
    ...withoutHeirs(state),
    wanted: { whoDied, until },
    ...(whoDied === 'HEIR' && { areOpen: true as const }),
  }),
  // What is paid goes to the participant again.
  HeirsWantedNoMore: (state) => withoutHeirs(state),
  NobodyInherits: ({ wanted: _over, ...known }) => ({ ...known, nobody: true }),
  HeirsEstablished(state, { heirs, person, establisherId, inPlaceOfParticipant, inPlaceOfId, besideIds }) {
    if (!state.areOpen && !inPlaceOfParticipant) return state;
    const paid = paidHeirs(heirs, opened(person)?.heirs);
    const inPlace = inPlaceOfParticipant && { inPlaceOfParticipant };
    const since = { heirs: paid, establisherId, ...inPlace, ...(besideIds && { besideIds }) };
    const places = inPlaceOfId && { ...state.places, [inPlaceOfId]: { heirs: paid, establisherId } };
    return { ...withoutHeirs(state), since, places: places || undefined };
  },
};

/** The same streams as `claims`, for whoever pays heirs. */
export const heirsInDispute = view<HeirsInDispute, ClaimEvent>(claims, {
  initial: {},
  evolve: passingOverOthers(ON),
});

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
