import {
  type BankAccount,
  type EventOf,
  type LocalDate,
  type Refusal,
  Rejection,
  type Rupiah,
  assertNever,
  inSituation,
  opened,
  stream,
} from '#kernel';
import { ARREARS_NOT_SETTLED } from './arrears.js';
import { CLAIM_UPCASTERS } from './claim.upcasters.js';
import type {
  Claimant,
  ClaimComponent,
  ClaimDocument,
  ClaimEvent,
  Deduction,
  DocumentKind,
  DocumentReferences,
  EntitledChild,
  OwedByEmployer,
} from './claim.events.js';
import { claimRefusals } from './refusals.js';

/** A document of the claim; its reference is gone once the person was erased. */
export interface KnownDocument extends ClaimDocument {
  readonly reference?: string;
}

/** What every claim knows from its first day on. */
interface Submitted {
  readonly claimId: string;
  /** Code of its programme. */
  readonly programme: string;
  readonly participantId: string;
  readonly accidentId?: string;
  /** The construction project that a claim for a death rests on, if on one. */
  readonly projectId?: string;
  readonly eventDate: LocalDate;
  readonly submittedOn: LocalDate;
  readonly documents: readonly KnownDocument[];
  /** Where the claimant is paid; undefined once the person was erased. */
  readonly account: BankAccount | undefined;
  /** Subjects of the tokens of those who handed it in or gave the account that is paid. */
  readonly handedInBy?: readonly string[];
  /** The same of those who have calculated it before the last calculation. */
  readonly assessedBefore?: readonly string[];
  /** The PLKK that handed it in, if one did. */
  readonly facilityId?: string;
  /** Set only where the claimant is not whom such claims are usually for. Ask `claimantOf`. */
  readonly claimedByHeir?: true;
  readonly claimedByParticipant?: true;
}

/** The documents are there and the service clock runs. */
interface Complete extends Submitted {
  readonly payBy: LocalDate;
  /** Whoever claims consented to have the arrears deducted from the benefit, on this day. */
  readonly setOffOn?: LocalDate;
}

/** What the assessor computed. */
export interface Assessment {
  readonly assessorId: string;
  readonly components: readonly ClaimComponent[];
  readonly totalIdr: Rupiah;
  readonly refusal?: EventOf<ClaimEvent, 'BenefitCalculated'>['data']['refusal'];
  readonly entitledChildren: readonly EntitledChild[];
  readonly deduction?: Deduction;
  readonly owedByEmployer?: readonly OwedByEmployer[];
}

interface Held {
  /** Until when its arrears are asked for; absent where an earlier release held it and set no day. */
  readonly settleBy?: LocalDate;
  /** Since when the service clock stands still; absent where an earlier release held it. */
  readonly heldSince?: LocalDate;
}

interface Denied {
  /** Only where nothing but unpaid arrears stood against it: paying them reopens it. */
  readonly forArrears?: true;
  /** Since when it had been held before. */
  readonly heldSince?: LocalDate;
}

export type ClaimState =
  | { readonly situation: 'UNKNOWN' }
  | ({ readonly situation: 'INCOMPLETE'; readonly missing: readonly DocumentKind[] } & Submitted)
  | ({ readonly situation: 'COMPLETE' } & Complete)
  | ({ readonly situation: 'HELD' } & Held & Complete)
  | ({ readonly situation: 'CALCULATED'; readonly assessment: Assessment } & Complete)
  | ({ readonly situation: 'APPROVED' } & Complete)
  | ({ readonly situation: 'DENIED' } & Denied & Complete)
  | ({ readonly situation: 'CANCELLED' } & Submitted);

export type ClaimSituation = ClaimState['situation'];

/** A claim in a certain situation: what a decision about it may rely on. */
export type ClaimIn<Situation extends ClaimSituation> = Extract<ClaimState, { situation: Situation }>;

/** A claim that somebody has handed in. */
export type KnownClaim = Exclude<ClaimState, { situation: 'UNKNOWN' }>;

type ClaimantFlags = Pick<Submitted, 'accidentId' | 'claimedByHeir' | 'claimedByParticipant'>;

/** Who claims at present. */
export function claimantOf({ accidentId, claimedByHeir, claimedByParticipant }: ClaimantFlags): Claimant {
  if (claimedByHeir) return 'HEIR';
  return claimedByParticipant ? 'PARTICIPANT' : usualClaimant(accidentId);
}

/** Whom a claim is usually for: after an accident the participant, after a death the heir. */
const usualClaimant = (accidentId: string | undefined): Claimant =>
  accidentId === undefined ? 'HEIR' : 'PARTICIPANT';

function claimedBy(claimant: Claimant, accidentId: string | undefined): ClaimantFlags {
  const isUnusual = claimant !== usualClaimant(accidentId);
  return {
    claimedByHeir: isUnusual && claimant === 'HEIR' ? true : undefined,
    claimedByParticipant: isUnusual && claimant === 'PARTICIPANT' ? true : undefined,
  };
}

/** What was handed in and decided of one claim: `claim-<id>`. */
export const claims = stream<ClaimState, ClaimEvent>('claim', {
  initial: { situation: 'UNKNOWN' },
  upcasters: CLAIM_UPCASTERS,
  // What is computed for a claim holds without the inputs that nobody can read any more.
  provenByHealth: ['BenefitCalculated', 'BenefitReassessed'],
  evolve(state, event) {
    if (event.type === 'ClaimSubmitted') return submitted(event);
    if (state.situation === 'UNKNOWN') throw new Error(`${event.type} before ClaimSubmitted`);
    switch (event.type) {
      case 'ClaimTakenOver': {
        const { claimant, person, takerId } = event.data;
        return {
          ...state,
          // Another is paid now, who has consented to nothing.
          ...('setOffOn' in state && { setOffOn: undefined }),
          account: opened(person)?.account,
          handedInBy: people(...(state.handedInBy ?? []), takerId),
          ...claimedBy(claimant, state.accidentId),
        };
      }
      case 'DocumentsRequested':
        return { ...state, situation: 'INCOMPLETE', missing: event.data.missing };
      case 'DocumentsReceived': {
        const { documents, person } = event.data;
        // The first shape of this event was not sealed; the submission tells that the person was erased.
        const references = state.account && opened(person);
        return { ...state, documents: [...state.documents, ...withReferences(documents, references)] };
      }
      case 'ClaimCompleted':
        return { ...state, situation: 'COMPLETE', payBy: event.data.payBy };
      case 'BenefitCalculated':
        return {
          ...complete(state),
          eventDate: event.data.eventDate ?? state.eventDate,
          assessedBefore: assessorsOf(state),
          situation: 'CALCULATED',
          assessment: event.data,
        };
      case 'ClaimHeld': {
        const { assessorId, settleBy, heldSince } = event.data;
        // Who held it in an earlier release could decide it afterwards, and still can.
        const holder = settleBy === undefined ? undefined : assessorId;
        const assessedBefore = people(...(assessorsOf(state) ?? []), holder);
        return { ...complete(state), assessedBefore, situation: 'HELD', settleBy, heldSince };
      }
      case 'ClaimResumed':
        return { ...complete(state), situation: 'COMPLETE', payBy: event.data.payBy };
      case 'SetOffConsented': {
        const { documents, person, recorderId, effectiveOn } = event.data;
        return {
          ...state,
          ...('payBy' in state && { setOffOn: effectiveOn }),
          documents: [...state.documents, ...withReferences(documents, opened(person))],
          handedInBy: people(...(state.handedInBy ?? []), recorderId),
        };
      }
      case 'ClaimApproved':
        return { ...decided(state), situation: 'APPROVED' };
      case 'ClaimDenied':
        return {
          ...decided(state),
          situation: 'DENIED',
          forArrears: event.data.decision === ARREARS_NOT_SETTLED ? true : undefined,
          heldSince: state.situation === 'HELD' ? state.heldSince : undefined,
        };
      case 'ClaimCancelled':
        return { ...handedIn(state), situation: 'CANCELLED' };
      case 'ReassessmentOpened':
      case 'BenefitReassessed':
      case 'DifferenceApproved':
      case 'ReassessmentDropped':
      case 'InvoiceCameLate':
      case 'ApprovedAccidentNamed':
        return state;
      default:
        return assertNever(event, 'claim event');
    }
  },
});

/** Every submission is followed, in the same append, by what its documents amount to. */
function submitted({ data }: EventOf<ClaimEvent, 'ClaimSubmitted'>): ClaimIn<'INCOMPLETE'> {
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
    handedInBy: people(data.submitterId),
    facilityId: data.facilityId,
    ...claimedBy(data.claimant, accidentId),
  };
}

/** Everybody who has calculated a claim; undefined where nobody has. */
export function assessorsOf(state: KnownClaim): readonly string[] | undefined {
  const last = state.situation === 'CALCULATED' ? state.assessment.assessorId : undefined;
  return people(...(state.assessedBefore ?? []), last);
}

/** Undefined where nobody is known, as in streams that tell no one's subject. */
function people(...subjects: readonly (string | undefined)[]): readonly string[] | undefined {
  const known = [...new Set(subjects.filter((subject) => subject !== undefined))];
  return known.length > 0 ? known : undefined;
}

function withReferences(
  documents: readonly ClaimDocument[],
  person: DocumentReferences | undefined,
): KnownDocument[] {
  return documents.map(({ kind }, index) => ({ kind, reference: person?.references[index] }));
}

function complete(state: KnownClaim): Complete {
  if (!('payBy' in state)) throw new Error('A claim was decided before its documents were complete');
  return { ...handedIn(state), payBy: state.payBy, setOffOn: state.setOffOn };
}

/** Who had calculated it matters until then. */
const decided = (state: KnownClaim): Complete => ({ ...complete(state), assessedBefore: undefined });

/** What is left of a claim whatever becomes of it. */
function handedIn(state: KnownClaim): Submitted {
  const { claimId, programme, participantId, accidentId, projectId, eventDate, submittedOn, documents } =
    state;
  const { account, handedInBy, assessedBefore, facilityId, claimedByHeir, claimedByParticipant } = state;
  return {
    claimId,
    programme,
    participantId,
    accidentId,
    projectId,
    eventDate,
    submittedOn,
    documents,
    account,
    handedInBy,
    assessedBefore,
    facilityId,
    claimedByHeir,
    claimedByParticipant,
  };
}

/** Why nothing else can be done in each situation, with what can. */
const REFUSALS: Readonly<Record<ClaimSituation, () => Refusal>> = {
  UNKNOWN: claimRefusals.CLAIM_NOT_FOUND,
  INCOMPLETE: claimRefusals.CLAIM_INCOMPLETE,
  COMPLETE: claimRefusals.CLAIM_COMPLETE,
  HELD: claimRefusals.CLAIM_HELD,
  CALCULATED: claimRefusals.CLAIM_CALCULATED,
  APPROVED: claimRefusals.CLAIM_APPROVED,
  DENIED: claimRefusals.CLAIM_DENIED,
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

/** The claim, wherever it stands. @throws Rejection `CLAIM_NOT_FOUND` */
export const knownClaim = (state: ClaimState): KnownClaim =>
  claimIn(state, ['INCOMPLETE', 'COMPLETE', 'HELD', 'CALCULATED', 'APPROVED', 'DENIED', 'CANCELLED']);
