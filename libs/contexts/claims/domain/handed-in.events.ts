import type { BankAccount, DomainEvent, LocalDate, Sealed } from '#kernel';

/** Who can claim: the participant (peserta), or after a death the heir (ahli waris). */
export const CLAIMANTS = ['PARTICIPANT', 'HEIR'] as const;

export type Claimant = (typeof CLAIMANTS)[number];

/** Documents a claim may need (section "documents" of each programme). */
export const DOCUMENT_KINDS = [
  'KPJ_CARD',
  'E_KTP',
  'KK',
  'CHRONOLOGY',
  'ATTENDANCE_LIST',
  'KK1',
  'KK2',
  'KK3',
  'TRANSPORT_RECEIPTS',
  'CARE_RECEIPTS',
  'POLICE_LETTER',
  'WITNESS_STATEMENTS',
  'FORM_4',
  'DEATH_CERTIFICATE',
  'HEIR_CERTIFICATE',
  'HEIR_KTP',
  'ACCOUNT_BOOK',
  'SET_OFF_CONSENT',
] as const;

export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** Kinds that tell of somebody's health: their files are sealed with that key as well. */
export const HEALTH_DOCUMENTS: readonly DocumentKind[] = ['KK1', 'KK2', 'KK3', 'CARE_RECEIPTS'];

/** A document that was handed in. Its number may be a person's, so it stands in `person`, in the same order. */
export interface ClaimDocument {
  readonly kind: DocumentKind;
  /** The file of it, where one was handed in; logs of earlier releases name none. */
  readonly paperId?: string;
}

/** What only the person's key opens of documents. */
export interface DocumentReferences {
  /** Of each document its number, or where it lies in the archive. */
  readonly references: readonly string[];
}

/** Who claims, and where the claimant is paid. */
export interface ClaimantPerson {
  readonly claimantName: string;
  readonly account: BankAccount;
  /** Where whoever claims is told of letters. */
  readonly email?: string;
  readonly phone?: string;
}

/** A claim was handed in (pengajuan klaim). */
export type ClaimSubmitted = DomainEvent<
  'ClaimSubmitted',
  {
    claimId: string;
    /** Code of the programme: `JKK`, `JKM`. */
    programme: string;
    participantId: string;
    /** The accident of a claim that is for one. */
    accidentId?: string;
    /** The construction project on which the deceased worked, of a claim for a death that rests on it (JAKON). */
    projectId?: string;
    /** The day in the world that chooses the law, such as that of the accident or of the death. */
    eventDate: LocalDate;
    office: string;
    /** Subject of the token of whoever handed it in. */
    submitterId: string;
    /** The PLKK that handed it in; absent when somebody else did, and in logs of earlier releases. */
    facilityId?: string;
    claimant: Claimant;
    documents: readonly ClaimDocument[];
    submittedOn: LocalDate;
    effectiveOn: LocalDate;
    /** Who claims, where the claimant is paid, and the reference of each document. */
    person: Sealed<ClaimantPerson & DocumentReferences>;
  }
>;

/**
 * Somebody else claims from now on, and is paid to another account (pengalihan klaim): the heir (ahli waris) of a
 * participant who died after the submission, or the participant again when nobody died after all.
 */
export type ClaimTakenOver = DomainEvent<
  'ClaimTakenOver',
  {
    claimId: string;
    participantId: string;
    /** Subject of the token of whoever recorded the new claimant and the account. */
    takerId: string;
    /** Who claims now. */
    claimant: Claimant;
    effectiveOn: LocalDate;
    person: Sealed<ClaimantPerson>;
  }
>;

/** Documents are missing; the service clock has not started (kekurangan dokumen). */
export type DocumentsRequested = DomainEvent<
  'DocumentsRequested',
  { claimId: string; participantId: string; missing: readonly DocumentKind[]; effectiveOn: LocalDate }
>;

/** Documents were handed in later. */
export type DocumentsReceived = DomainEvent<
  'DocumentsReceived',
  {
    claimId: string;
    participantId: string;
    documents: readonly ClaimDocument[];
    effectiveOn: LocalDate;
    /** The reference of each document. */
    person: Sealed<DocumentReferences>;
  }
>;

/** The documents are complete: the service clock starts (dokumen lengkap). */
export type ClaimCompleted = DomainEvent<
  'ClaimCompleted',
  {
    claimId: string;
    participantId: string;
    completedOn: LocalDate;
    /** Last day on which payment is in time; late payment costs 1 % a day (PP 44/2015 Art. 37, Art. 40). */
    payBy: LocalDate;
    effectiveOn: LocalDate;
  }
>;

/** A claim with its claimant and its papers, until nothing is missing. */
export type HandedInEvent =
  ClaimSubmitted | ClaimTakenOver | DocumentsRequested | DocumentsReceived | ClaimCompleted;
