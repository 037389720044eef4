import {
  type BankAccount,
  type EventOf,
  type Refusal,
  Rejection,
  assertNever,
  inSituation,
  opened,
  stream,
} from '#kernel';
import { afterDoubt } from './after-doubt.js';
import { ARREARS_NOT_SETTLED } from './arrears.js';
import { decidedByPeople } from './claim-by-people.js';
import {
  type ClaimIn,
  type ClaimSituation,
  type ClaimState,
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
import { inTheirPlace } from './in-their-place.js';
import { CLAIM_UPCASTERS } from './claim.upcasters.js';
import type { ClaimEvent } from './claim.events.js';
import type { EstablishedHeir, HeirPerson } from './heirs.events.js';
import { NO_HANDS, handsAfter } from './hands-on-claim.js';
import { afterInterim, withoutFound } from './interim.js';
import { leftToPeople } from './left-to-people.js';
import { claimRefusals } from './refusals.js';

export { claimantOf } from './claim-state.js';
export type {
  Assessment,
  ClaimIn,
  ClaimSituation,
  ClaimState,
  KnownClaim,
  KnownDocument,
} from './claim-state.js';

/** What was handed in and decided of one claim: `claim-<id>`. */
export const claims = stream<ClaimState, ClaimEvent>('claim', {
  initial: { situation: 'UNKNOWN' },
  upcasters: CLAIM_UPCASTERS,
  // What is computed for a claim holds without the inputs that nobody can read any more.
  provenByHealth: ['BenefitCalculated', 'BenefitReassessed'],
  evolve(state, event) {
    if (event.type === 'ClaimSubmitted') return submitted(event);
    if (state.situation === 'UNKNOWN') throw new Error(`${event.type} before ClaimSubmitted`);
    return { ...moved(state, event), hands: handsAfter(state.hands, event) };
  },
});

/** Where a claim stands after an event. */
function moved(state: KnownClaim, event: Exclude<ClaimEvent, { type: 'ClaimSubmitted' }>): KnownClaim {
  switch (event.type) {
    case 'ClaimTakenOver': {
      const { claimant, person } = event.data;
      return {
        ...state,
        // Another is paid now, who has consented to nothing.
        ...('setOffOn' in state && { setOffOn: undefined }),
        ...NOTHING_SAID,
        // What is about to be paid would go to somebody else now.
        ...(state.interim && { interim: withoutFound(state.interim) }),
        account: opened(person)?.account,
        // Whoever lives after all has no heirs.
        ...(claimant === 'PARTICIPANT' && { heirs: undefined }),
        ...claimedBy(claimant, state.accidentId),
      };
    }
    case 'DocumentsRequested':
      return incomplete(state, event.data.missing);
    case 'DocumentsReceived': {
      const { documents, person } = event.data;
      // The first shape of this event was not sealed; the submission tells that the person was erased.
      const references = state.account && opened(person);
      const all = [...state.documents, ...withReferences(documents, references)];
      return { ...state, ...NOTHING_SAID, documents: all };
    }
    case 'ClaimCompleted':
      return { ...state, situation: 'COMPLETE', payBy: event.data.payBy };
    case 'BenefitCalculated':
      return {
        ...complete(state),
        eventDate: event.data.eventDate ?? state.eventDate,
        situation: 'CALCULATED',
        assessment: event.data,
      };
    case 'ClaimHeld': {
      const { settleBy, heldSince } = event.data;
      return { ...complete(state), situation: 'HELD', settleBy, heldSince };
    }
    case 'ClaimResumed':
      return {
        ...complete(state.situation === 'DENIED' ? oneMoreOpening(state) : state),
        situation: 'COMPLETE',
        payBy: event.data.payBy,
      };
    case 'SetOffConsented': {
      const { documents, person, effectiveOn } = event.data;
      return {
        ...state,
        ...('payBy' in state && { setOffOn: effectiveOn }),
        ...NOTHING_SAID,
        documents: [...state.documents, ...withReferences(documents, opened(person))],
      };
    }
    case 'ClaimApproved':
      return { ...complete(state), situation: 'APPROVED' };
    case 'ClaimDenied':
      return askedNoMore({
        ...('payBy' in state ? complete(state) : handedIn(state)),
        situation: 'DENIED',
        forArrears: event.data.decision === ARREARS_NOT_SETTLED ? true : undefined,
        heldSince: state.situation === 'HELD' ? state.heldSince : undefined,
      });
    case 'ClaimCancelled':
      return askedNoMore({ ...handedIn(state), situation: 'CANCELLED' });
    case 'ClaimWithdrawn':
    case 'FurtherDocumentsAsked':
    case 'DocumentRefused':
    case 'DocumentWaived':
    case 'DenialProposed':
    case 'ClaimSentBack':
    case 'ClaimReopened':
    case 'ClaimNoted':
    case 'InterestDeclared':
      return decidedByPeople(state, event);
    case 'WaitBegun':
    case 'WaitEnded':
    case 'PaymentsStopped':
    case 'PaymentsResumed':
    case 'BenefitDetermined':
      return leftToPeople(state, event);
    case 'DoubtRaised':
    case 'DoubtSettled':
      return afterDoubt(state, event);
    case 'HeirsEstablished':
      return heirsEstablished(state, event);
    case 'InterimCalculated':
    case 'InterimApproved':
    case 'InterimDropped':
    case 'InterimPaidTooMuch':
      return afterInterim(state, event);
    case 'BenefitReassessed':
      return { ...state, eventDate: event.data.eventDate ?? state.eventDate };
    case 'ApprovalEndorsed':
    case 'ReassessmentOpened':
    case 'DifferenceApproved':
    case 'ReassessmentDropped':
    case 'InvoiceCameLate':
    case 'ApprovedAccidentNamed':
    case 'ObjectionRaised':
    case 'ObjectionAnswered':
    case 'DisputeReported':
      return state;
    case 'HeirsWanted':
    case 'HeirDeathRevoked':
    case 'NobodyInherits':
      return { ...state, ...deadHeirsAfter(state, event) };
    case 'HeirsWantedNoMore':
      return { ...state, heirs: undefined, ...deadHeirsAfter(state, event) };
    case 'DisputeEnded':
      return event.data.outcome === 'OTHERWISE'
        ? { ...state, heirsAreOpen: true, heirDeath: undefined, heirDeaths: undefined }
        : state;
    default:
      return assertNever(event, 'claim event');
  }
}

/** Whoever proposed to deny it has not seen what was handed in since. */
const NOTHING_SAID = { proposal: undefined };

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
  return {
    ...state,
    ...NOTHING_SAID,
    heirs: inPlaceOfId && state.heirs ? inTheirPlace(state.heirs, inPlaceOfId, paid) : paid,
    ...deadHeirsAfter(state, event),
  };
}

/** Every submission is followed, in the same append, by what its documents amount to. */
function submitted(event: EventOf<ClaimEvent, 'ClaimSubmitted'>): ClaimIn<'INCOMPLETE'> {
  const { data } = event;
  const { claimId, programme, participantId, accidentId, projectId, eventDate, submittedOn, documents } =
    data;
  const person = opened(data.person);
  return {
    situation: 'INCOMPLETE',
    missing: [],
    claimId,
    programme,
    participantId,
    accidentId,
    projectId,
    eventDate,
    submittedOn,
    documents: withReferences(documents, person),
    account: person?.account,
    hands: handsAfter(NO_HANDS, event),
    facilityId: data.facilityId,
    ...claimedBy(data.claimant, accidentId),
  };
}

/** Why nothing else can be done in each situation, with what can. */
const REFUSALS: Readonly<Record<ClaimSituation, () => Refusal>> = {
  UNKNOWN: claimRefusals.CLAIM_NOT_FOUND,
  INCOMPLETE: claimRefusals.CLAIM_INCOMPLETE,
  COMPLETE: claimRefusals.CLAIM_COMPLETE,
  HELD: claimRefusals.CLAIM_HELD,
  WAITING: claimRefusals.CLAIM_WAITING,
  CALCULATED: claimRefusals.CLAIM_CALCULATED,
  APPROVED: claimRefusals.CLAIM_APPROVED,
  DENIED: claimRefusals.CLAIM_DENIED,
  WITHDRAWN: claimRefusals.CLAIM_WITHDRAWN,
  CANCELLED: claimRefusals.CLAIM_CANCELLED,
};

/**
 * The claim, if it is in one of these situations.
 * @throws Rejection `CLAIM_NOT_FOUND`, or `CLAIM_<SITUATION>` with what is allowed instead
 */
export const claimIn = <const Wanted extends ClaimSituation>(
  state: ClaimState,
  wanted: readonly Wanted[],
): ClaimIn<Wanted> => inSituation(state, wanted, ({ situation }) => REFUSALS[situation]());

/**
 * The same, or one that was denied for its arrears only, which can be reopened still.
 * @throws Rejection `CLAIM_NOT_FOUND`, or `CLAIM_<SITUATION>` with what is allowed instead
 */
export function openClaimIn<const Wanted extends ClaimSituation>(
  state: ClaimState,
  wanted: readonly Wanted[],
): ClaimIn<Wanted | 'DENIED'> {
  if (state.situation === 'DENIED' && !state.forArrears) throw new Rejection(claimRefusals.CLAIM_DENIED());
  return claimIn<Wanted | 'DENIED'>(state, [...wanted, 'DENIED']);
}

/**
 * The same claim, where its person is known: under one that was erased nothing can be handed in, sealed or paid.
 * @throws Rejection `PERSONAL_DATA_ERASED`
 */
export function ofSomebody<Claim extends KnownClaim>(
  claim: Claim,
): Claim & { readonly account: BankAccount } {
  const { account } = claim;
  if (!account) throw new Rejection(claimRefusals.PERSONAL_DATA_ERASED());
  return { ...claim, account };
}

/** The claim, wherever it stands. @throws Rejection `CLAIM_NOT_FOUND` */
export const knownClaim = (state: ClaimState): KnownClaim =>
  claimIn(state, [
    'INCOMPLETE',
    'COMPLETE',
    'HELD',
    'WAITING',
    'CALCULATED',
    'APPROVED',
    'DENIED',
    'WITHDRAWN',
    'CANCELLED',
  ]);
