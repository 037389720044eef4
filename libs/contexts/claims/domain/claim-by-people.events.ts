import type { DelegationUsed, DomainEvent, LocalDate, Sealed } from '#kernel';
import type { DocumentKind } from './handed-in.events.js';

/** Why whoever claims does not want to any more. */
export const WITHDRAWAL_REASONS = ['WISH_OF_CLAIMANT', 'HANDED_IN_BY_MISTAKE', 'PAID_BY_OTHERS'] as const;

export type WithdrawalReason = (typeof WITHDRAWAL_REASONS)[number];

/** Whoever claims takes the claim back in writing (penarikan klaim). It can be reopened. */
export type ClaimWithdrawn = DomainEvent<
  'ClaimWithdrawn',
  {
    claimId: string;
    participantId: string;
    /** Subject of the token of whoever recorded it. */
    recorderId: string;
    reason: WithdrawalReason;
    effectiveOn: LocalDate;
    /** The letter of the claimant: its number, or where it lies in the archive. */
    person: Sealed<{ letter: string }>;
  }
>;

/** Documents are asked for that the programme does not ask of everybody (permintaan dokumen tambahan). */
export type FurtherDocumentsAsked = DomainEvent<
  'FurtherDocumentsAsked',
  {
    claimId: string;
    participantId: string;
    askerId: string;
    kinds: readonly DocumentKind[];
    effectiveOn: LocalDate;
  }
>;

/** What is wrong with a document. */
export const DOCUMENT_FAULTS = [
  'ILLEGIBLE',
  'EXPIRED',
  'OF_SOMEBODY_ELSE',
  'DOUBTFUL',
  'NOT_GENUINE',
] as const;

export type DocumentFault = (typeof DOCUMENT_FAULTS)[number];

/** A document does not count (penolakan dokumen): another of its kind has to be handed in, where one is needed. */
export type DocumentRefused = DomainEvent<
  'DocumentRefused',
  {
    claimId: string;
    participantId: string;
    refuserId: string;
    kind: DocumentKind;
    fault: DocumentFault;
    effectiveOn: LocalDate;
  }
>;

/** Why a claim goes on without a document. */
export const WAIVER_GROUNDS = ['CANNOT_BE_OBTAINED', 'SHOWN_BY_ANOTHER', 'SEEN_BY_OFFICE'] as const;

export type WaiverGround = (typeof WAIVER_GROUNDS)[number];

/** A document is not asked for any more (pembebasan dokumen). */
export type DocumentWaived = DomainEvent<
  'DocumentWaived',
  {
    claimId: string;
    participantId: string;
    waiverId: string;
    kind: DocumentKind;
    ground: WaiverGround;
    effectiveOn: LocalDate;
  }
>;

/**
 * Why a person denies a claim, whatever the law was found to give (reference 2.8). Their numbers are stable: letters carry them.
 */
export const DENIAL_REASONS = [
  'NOT_ENTITLED_PERSON',
  'PAPERS_MISSING',
  'PAPER_FALSE',
  'ALREADY_DECIDED',
  'OTHER_PROGRAMME_PAID',
  'CONDITION_NOT_MET',
  'USED_UP',
  'COST_NOT_PROVED',
  'CARE_NOT_RELATED',
  'OTHER_PAYER_COVERS',
  'HEIR_DISPUTE_OPEN',
  'FALSE_STATEMENT',
  'DETERMINATION_BINDS',
] as const;

export type DenialReason = (typeof DENIAL_REASONS)[number];

/** Somebody found a reason to deny a claim that only a person can find (usulan penolakan); a second person decides. */
export type DenialProposed = DomainEvent<
  'DenialProposed',
  {
    claimId: string;
    participantId: string;
    proposerId: string;
    reason: DenialReason;
    effectiveOn: LocalDate;
    /** Why, in words, and what shows it: its number, or where it lies in the archive. */
    person: Sealed<{ grounds: string; evidence: string }>;
  }
>;

/** What whoever calculated a claim should look at again. */
export const SENT_BACK_FOR = ['PAPERS', 'FACTS', 'PAYEE', 'ACCOUNT', 'CALCULATION'] as const;

export type SentBackFor = (typeof SENT_BACK_FOR)[number];

/** Whoever was to decide asks for it to be looked at again (pengembalian klaim). */
export type ClaimSentBack = DomainEvent<
  'ClaimSentBack',
  {
    claimId: string;
    participantId: string;
    deciderId: string;
    /** By which delegation they decide for another office; absent where it is their own, or below theirs. */
    delegation?: DelegationUsed;
    lookAt: SentBackFor;
    effectiveOn: LocalDate;
    person: Sealed<{ question: string }>;
  }
>;

/** Why a claim that was closed is looked at again (reference 2.10: ). */
export const REOPENING_GROUNDS = ['NEW_FACT', 'ERROR_OF_OFFICE'] as const;

export type ReopeningGround = (typeof REOPENING_GROUNDS)[number];

/**
 * The same, and what opens a claim without a supervisor's wish: an objection, an authority, a mediated agreement, and what
 * an approval left open.
 */
export const OPENED_AGAIN_BY = [
  ...REOPENING_GROUNDS,
  'APPEAL',
  'DETERMINATION',
  'AGREEMENT',
  'OPEN_PART',
] as const;

export type OpenedAgainBy = (typeof OPENED_AGAIN_BY)[number];

/** A claim that was denied or withdrawn is open again (pembukaan kembali klaim), and is decided anew. */
export type ClaimReopened = DomainEvent<
  'ClaimReopened',
  {
    claimId: string;
    participantId: string;
    reopenerId: string;
    /** By which delegation they decide for another office; absent where it is their own, or below theirs. */
    delegation?: DelegationUsed;
    ground: OpenedAgainBy;
    /** Subjects of those who had a hand in the decision that somebody objected to, with success: they do not decide it anew. */
    deciderIds?: readonly string[];
    effectiveOn: LocalDate;
    /** Absent where an authority or an agreement says why, and not the office. */
    person?: Sealed<{ reason: string }>;
  }
>;

/** A note for whoever works on the claim (catatan). It decides nothing. */
export type ClaimNoted = DomainEvent<
  'ClaimNoted',
  {
    claimId: string;
    participantId: string;
    authorId: string;
    effectiveOn: LocalDate;
    person: Sealed<{ text: string }>;
  }
>;

/** Whose the claim is, of those who work on claims (reference 6.2). */
export const INTERESTS = ['OWN', 'SPOUSE', 'RELATIVE', 'OTHER'] as const;

export type InterestKind = (typeof INTERESTS)[number];

/** Whoever works on claims has an interest in this one (benturan kepentingan): they act on it no more. */
export type InterestDeclared = DomainEvent<
  'InterestDeclared',
  {
    claimId: string;
    participantId: string;
    declarerId: string;
    interest: InterestKind;
    /** The accident that the claim is for, or that the death was traced to: they decide nothing of that either. Earlier releases did not say. */
    accidentId?: string;
    effectiveOn: LocalDate;
  }
>;

/** What people decide of a claim beside what the law says. */
export type ClaimEventOfPeople =
  | ClaimWithdrawn
  | FurtherDocumentsAsked
  | DocumentRefused
  | DocumentWaived
  | DenialProposed
  | ClaimSentBack
  | ClaimReopened
  | ClaimNoted
  | InterestDeclared;
