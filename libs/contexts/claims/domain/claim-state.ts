import type { BankAccount, EventOf, LocalDate, Rupiah } from '#kernel';
import type { DenialReason, DocumentFault, OpenedAgainBy } from './claim-by-people.events.js';
import type { AlikeClaim } from './doubt.events.js';
import type { HandsOnClaim } from './hands-on-claim.js';
import { type Interim, withoutFound } from './interim.js';
import type { SaidScholarship, StopReason, WaitReason } from './left-to-people.events.js';
import type { Deduction } from './arrears.events.js';
import type { ClaimComponent, ClaimEvent, EntitledChild, OwedByEmployer } from './claim.events.js';
import type { Claimant, ClaimDocument, DocumentKind, DocumentReferences } from './handed-in.events.js';

/** A document of the claim; its reference is gone once the person was erased. */
export interface KnownDocument extends ClaimDocument {
  readonly reference?: string;
  /** Why it does not count, where it was refused. */
  readonly fault?: DocumentFault;
}

/** What every claim knows from its first day on. */
export interface Submitted {
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
  /** Who has had a hand in it, and does not decide it therefore. */
  readonly hands: HandsOnClaim;
  /** The PLKK that handed it in, if one did. */
  readonly facilityId?: string;
  /** The heirs who are paid, where they were established. */
  readonly heirs?: readonly PaidHeir[];
  /** A dispute ended otherwise than was approved, or whoever was to be paid has died: who inherits is still to be recorded. */
  readonly heirsAreOpen?: true;
  /** An heir has died, and all wait for it; where the report says which one, who inherits of them alone is to be recorded. */
  readonly heirDeath?: HeirDeath;
  /** Heirs who have died and whose place nobody has: the share of each waits by itself, and the others are paid. */
  readonly heirDeaths?: readonly HeirDeath[];
  /** Asked for beside what the programme asks of everybody. */
  readonly asked?: readonly DocumentKind[];
  /** Not asked for any more. */
  readonly waived?: readonly DocumentKind[];
  /** How often it was opened again after it was closed. */
  readonly reopened?: number;
  /** What was paid before the end of the treatment, or is about to be. */
  readonly interim?: Interim;
  /** Nothing of it is paid before somebody answers, whatever else it waits for. */
  readonly stop?: PaymentsStop;
  /** A person found a reason to deny it; a second one has not decided yet. */
  readonly proposal?: DenialProposal;
  /** What was found that concerns it, and whether somebody has answered that. */
  readonly doubts?: readonly Doubt[];
  /** Set only where the claimant is not whom such claims are usually for. Ask `claimantOf`. */
  readonly claimedByHeir?: true;
  readonly claimedByParticipant?: true;
}

/** Something was found that concerns a claim. */
export interface Doubt {
  readonly findingId: string;
  readonly isOpen: boolean;
  /** What another claim names as well, where no rule found it. */
  readonly alike?: AlikeClaim;
  /** What is found of one matter is answered together. */
  readonly matterId?: string;
  /** What people have said of it, where no rule found it. */
  readonly ground?: OpenedAgainBy;
}

/** That an heir has died, as somebody has reported it. */
export interface HeirDeath {
  readonly heirId?: string;
  readonly reporterId?: string;
}

/** An heir who is paid, or whose guardian is. */
export interface PaidHeir {
  readonly heirId: string;
  readonly payee: 'HEIR' | 'GUARDIAN';
  readonly parts: number;
  /** Undefined once the person was erased. */
  readonly account?: BankAccount;
}

/** A reason to deny that a person found, whatever the law was found to give. */
export interface DenialProposal {
  readonly reason: DenialReason;
  readonly proposerId: string;
}

/** The documents are there and the service clock runs. */
export interface Complete extends Submitted {
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
  /** What a person said is due and was paid before the end: it is no part of the components. */
  readonly lessInterimIdr?: Rupiah;
  /** Whether children get a scholarship by what a person said; absent where an earlier release recorded it. */
  readonly scholarship?: SaidScholarship;
  /** Where a person said what is due: what had been calculated, which must still hold. */
  readonly insteadOf?: Assessment;
}

interface Held {
  /** Until when its arrears are asked for; absent where an earlier release held it and set no day. */
  readonly settleBy?: LocalDate;
  /** Since when the service clock stands still; absent where an earlier release held it. */
  readonly heldSince?: LocalDate;
}

/** Somebody else has to say something first. */
export interface Awaited {
  readonly reason: WaitReason;
  readonly since: LocalDate;
  readonly until: LocalDate;
}

/** The same, while documents are missing or somebody else is waited for: until then nothing is paid. */
export interface PaymentsStop extends Awaited {
  readonly reason: StopReason;
  /** What is asked; undefined once the person was erased. */
  readonly question?: string;
  /** Subject of the token of whoever asks it: another person has them paid again. */
  readonly askerId: string;
}

interface Denied extends Partial<Pick<Complete, 'payBy' | 'setOffOn'>> {
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
  | ({ readonly situation: 'WAITING'; readonly awaited: Awaited } & Complete)
  | ({ readonly situation: 'CALCULATED'; readonly assessment: Assessment } & Complete)
  | ({ readonly situation: 'APPROVED' } & Complete)
  | ({ readonly situation: 'DENIED' } & Denied & Submitted)
  | ({ readonly situation: 'WITHDRAWN' } & Submitted)
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

/** How a state tells who claims. */
export function claimedBy(claimant: Claimant, accidentId: string | undefined): ClaimantFlags {
  const isUnusual = claimant !== usualClaimant(accidentId);
  return {
    claimedByHeir: isUnusual && claimant === 'HEIR' ? true : undefined,
    claimedByParticipant: isUnusual && claimant === 'PARTICIPANT' ? true : undefined,
  };
}

/** Documents as they were handed in, with what the person's key opens of them. */
export function withReferences(
  documents: readonly ClaimDocument[],
  person: DocumentReferences | undefined,
): KnownDocument[] {
  return documents.map(({ kind, paperId }, index) => ({
    kind,
    reference: person?.references[index],
    ...(paperId && { paperId }),
  }));
}

/** A claim whose service clock has started. */
export function complete(state: KnownClaim): Complete {
  if (!('payBy' in state) || state.payBy === undefined)
    throw new Error('A claim was decided before its documents were complete');
  return { ...handedIn(state), payBy: state.payBy, setOffOn: state.setOffOn };
}

/** What is left of a claim whatever becomes of it. */
export function handedIn(state: KnownClaim): Submitted {
  const { claimId, programme, participantId, accidentId, projectId, eventDate, submittedOn, documents } =
    state;
  const { account, hands, facilityId, claimedByHeir, claimedByParticipant } = state;
  const { asked, waived, reopened, heirs, heirsAreOpen, heirDeath, heirDeaths, doubts, stop } = state;
  const interim = withoutFound(state.interim);
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
    hands,
    facilityId,
    claimedByHeir,
    claimedByParticipant,
    asked,
    waived,
    reopened,
    heirs,
    // An heir may die who has the place of a participant, of whose claim something else is still decided.
    ...(heirDeath && { heirsAreOpen, heirDeath }),
    ...(heirDeaths && { heirDeaths }),
    ...(doubts && { doubts }),
    ...(stop && { stop }),
    ...(interim && { interim }),
  };
}

/** Documents are missing: nothing can be calculated, and the service clock stands still. */
export function incomplete(state: KnownClaim, missing: readonly DocumentKind[]): ClaimIn<'INCOMPLETE'> {
  const setOffOn = 'setOffOn' in state ? state.setOffOn : undefined;
  return {
    ...handedIn(state),
    situation: 'INCOMPLETE',
    missing,
    // A consent to a set-off holds until whoever gave it claims no more.
    ...(setOffOn && { setOffOn }),
  };
}

/** It is closed: nobody answers any more. */
export function askedNoMore<State extends KnownClaim>(state: State): State {
  const { stop: _noMore, ...closed } = state;
  return closed as State;
}

/** One that was closed and is open again. */
export const oneMoreOpening = <State extends KnownClaim>(state: State): State => ({
  ...state,
  reopened: (state.reopened ?? 0) + 1,
});
