import { type EventOf, type OnEach, evolveBy, opened, unchanged } from '#kernel';
import { afterDoubt } from './after-doubt.js';
import { ARREARS_NOT_SETTLED } from './arrears.js';
import { DECIDED_BY_PEOPLE } from './claim-by-people.js';
import type { ClaimEvent } from './claim.events.js';
import {
  type KnownClaim,
  type PaidHeir,
  askedNoMore,
  claimedBy,
  complete,
  handedIn,
  incomplete,
  oneMoreOpening,
  withReferences,
} from './claim-state.js';
import { deadHeirsAfter } from './heir-deaths.js';
import { overWith } from './heirs-over.js';
import type { EstablishedHeir, HeirPerson } from './heirs.events.js';
import { inTheirPlace } from './in-their-place.js';
import { afterInterim, withoutFound } from './interim.js';
import { LEFT_TO_PEOPLE } from './left-to-people.js';

type MovingEvent = Exclude<ClaimEvent, { type: 'ClaimSubmitted' }>;

const MOVES: OnEach<KnownClaim, MovingEvent> = {
  ClaimTakenOver: takenOver,
  DocumentsRequested: (state, { data }) => incomplete(state, data.missing),
  DocumentsReceived: documentsReceived,
  ClaimCompleted: (state, { data: { payBy } }) => ({ ...state, situation: 'COMPLETE', payBy }),
  BenefitCalculated: calculated,
  ClaimHeld: (state, { data: { settleBy, heldSince } }) => ({
    ...complete(state),
    situation: 'HELD',
    settleBy,
    heldSince,
  }),
  ClaimResumed: resumed,
  SetOffConsented: setOffConsented,
  ClaimApproved: (state) => ({ ...complete(state), situation: 'APPROVED' }),
  ClaimDenied: denied,
  ClaimCancelled: (state) => askedNoMore({ ...handedIn(state), situation: 'CANCELLED' }),
  ...DECIDED_BY_PEOPLE,
  ...LEFT_TO_PEOPLE,
  DoubtRaised: afterDoubt,
  DoubtSettled: afterDoubt,
  HeirsEstablished: heirsEstablished,
  HeirsWanted: withDeadHeirs,
  HeirDeathRevoked: withDeadHeirs,
  NobodyInherits: withDeadHeirs,
  HeirsWantedNoMore: withDeadHeirs,
  DisputeEnded: withDeadHeirs,
  InterimCalculated: afterInterim,
  InterimApproved: afterInterim,
  InterimDropped: afterInterim,
  InterimPaidTooMuch: afterInterim,
  BenefitReassessed: (state, { data }) => ({ ...state, eventDate: data.eventDate ?? state.eventDate }),
  ApprovalEndorsed: unchanged,
  ReassessmentOpened: unchanged,
  DifferenceApproved: unchanged,
  ReassessmentDropped: unchanged,
  InvoiceCameLate: unchanged,
  ApprovedAccidentNamed: unchanged,
  ObjectionRaised: unchanged,
  ObjectionAnswered: unchanged,
  DisputeReported: unchanged,
};

/** Where a claim stands after an event that follows its submission. */
export const claimAfter = evolveBy(MOVES, 'claim event');

/** Whoever proposed to deny it has not seen what was handed in since. */
const NOTHING_SAID = { proposal: undefined };

function takenOver(state: KnownClaim, event: EventOf<ClaimEvent, 'ClaimTakenOver'>): KnownClaim {
  const { claimant, person } = event.data;
  return {
    ...withDeadHeirs(state, event),
    // Another is paid now, who has consented to nothing.
    ...('setOffOn' in state && { setOffOn: undefined }),
    ...NOTHING_SAID,
    // What is about to be paid would go to somebody else now.
    ...(state.interim && { interim: withoutFound(state.interim) }),
    account: opened(person)?.account,
    ...claimedBy(claimant, state.accidentId),
  };
}

function documentsReceived(
  state: KnownClaim,
  { data: { documents, person } }: EventOf<ClaimEvent, 'DocumentsReceived'>,
): KnownClaim {
  // The first shape of this event was not sealed; the submission tells that the person was erased.
  const references = state.account && opened(person);
  const all = [...state.documents, ...withReferences(documents, references)];
  return { ...state, ...NOTHING_SAID, documents: all };
}

function calculated(
  state: KnownClaim,
  { data: assessment }: EventOf<ClaimEvent, 'BenefitCalculated'>,
): KnownClaim {
  const eventDate = assessment.eventDate ?? state.eventDate;
  return { ...complete(state), eventDate, situation: 'CALCULATED', assessment };
}

function resumed(state: KnownClaim, { data: { payBy } }: EventOf<ClaimEvent, 'ClaimResumed'>): KnownClaim {
  const open = complete(state.situation === 'DENIED' ? oneMoreOpening(state) : state);
  return { ...open, situation: 'COMPLETE', payBy };
}

function setOffConsented(
  state: KnownClaim,
  { data: { documents, person, effectiveOn } }: EventOf<ClaimEvent, 'SetOffConsented'>,
): KnownClaim {
  return {
    ...state,
    ...('payBy' in state && { setOffOn: effectiveOn }),
    ...NOTHING_SAID,
    documents: [...state.documents, ...withReferences(documents, opened(person))],
  };
}

function denied(state: KnownClaim, { data }: EventOf<ClaimEvent, 'ClaimDenied'>): KnownClaim {
  return askedNoMore({
    ...('payBy' in state ? complete(state) : handedIn(state)),
    situation: 'DENIED',
    forArrears: data.decision === ARREARS_NOT_SETTLED ? true : undefined,
    heldSince: state.situation === 'HELD' ? state.heldSince : undefined,
  });
}

/** The heirs who are paid, each with what the person's key opens of them, in the same order. */
export const paidHeirs = (
  heirs: readonly EstablishedHeir[],
  persons: readonly HeirPerson[] | undefined,
): readonly PaidHeir[] =>
  heirs.flatMap(({ heirId, standing, parts = 1, throughGuardian }, place): PaidHeir[] =>
    standing === 'PAID'
      ? [
          {
            heirId,
            payee: throughGuardian ? 'GUARDIAN' : 'HEIR',
            parts,
            account: persons?.[place]?.account,
          },
        ]
      : [],
  );

/** Who is paid, and how much of it. Whoever says so has given their accounts. */
function heirsEstablished(state: KnownClaim, event: EventOf<ClaimEvent, 'HeirsEstablished'>): KnownClaim {
  const { heirs, person, inPlaceOfId } = event.data;
  const paid = paidHeirs(heirs, opened(person)?.heirs);
  const named = inPlaceOfId && state.heirs ? inTheirPlace(state.heirs, inPlaceOfId, paid) : paid;
  return withDeadHeirs({ ...state, ...NOTHING_SAID, heirs: named }, event);
}

function withDeadHeirs(state: KnownClaim, event: MovingEvent): KnownClaim {
  const { heirs: areNone } = overWith(event);
  return { ...state, ...(areNone && { heirs: undefined }), ...deadHeirsAfter(state, event) };
}
