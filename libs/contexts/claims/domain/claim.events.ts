import type { SchoolStanding } from '#law';
import type { BankAccount, DomainEvent, LocalDate, Rupiah } from '#kernel';

/** Who can claim: the participant (peserta), or after a death the heir (ahli waris). */
export const CLAIMANTS = ['PARTICIPANT', 'HEIR'] as const;

export type Claimant = (typeof CLAIMANTS)[number];

/** The programmes whose claims are decided here today. */
export const PROGRAMMES = ['JKK', 'JKM'] as const;

export type Programme = (typeof PROGRAMMES)[number];

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
] as const;

export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** A document that was handed in; `reference` is its number or its place in the archive. */
export interface ClaimDocument {
  readonly kind: DocumentKind;
  readonly reference: string;
}

/** Who can be paid. Components of one claim may go to different payees. */
export const PAYEES = [
  'PARTICIPANT',
  'HEIR',
  'EMPLOYER',
  'PLKK',
  'RECEIPT_PAYER',
  'FUNERAL_PAYER',
  'GUARDIAN',
] as const;

export type Payee = (typeof PAYEES)[number];

/** A claim was handed in (pengajuan klaim). */
export type ClaimSubmitted = DomainEvent<
  'ClaimSubmitted',
  {
    claimId: string;
    programme: Programme;
    participantId: string;
    /** The accident of a JKK claim. */
    accidentId?: string;
    /** The day in the world that chooses the law: of the accident (JKK) or of the death (JKM). */
    eventDate: LocalDate;
    office: string;
    claimant: Claimant;
    documents: readonly ClaimDocument[];
    submittedOn: LocalDate;
    effectiveOn: LocalDate;
    person: { claimantName: string; account: BankAccount };
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
    /** Who claims now. */
    claimant: Claimant;
    effectiveOn: LocalDate;
    person: { claimantName: string; account: BankAccount };
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
  { claimId: string; participantId: string; documents: readonly ClaimDocument[]; effectiveOn: LocalDate }
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

/** One amount of a decision with the law behind it. Medical detail stands in the health part. */
export interface ClaimComponent {
  readonly code: string;
  readonly amountIdr: Rupiah;
  readonly law: string;
  readonly article: string;
  readonly payee: Payee;
}

/** A child of the deceased or disabled participant and what it may still get at most. */
export interface EntitledChild {
  readonly childId: string;
  readonly school?: SchoolStanding;
  readonly asOf: LocalDate;
}

/**
 * The assessor computed the benefit (penetapan besar manfaat). The decision proves itself: rule set, inputs and every
 * component are stored, so that a replay must get the same rupiah.
 */
export type BenefitCalculated = DomainEvent<
  'BenefitCalculated',
  {
    claimId: string;
    participantId: string;
    /** Subject of the assessor's token. */
    assessorId: string;
    ruleSetVersion: string;
    components: readonly ClaimComponent[];
    totalIdr: Rupiah;
    /** Present when the law refuses: `REJECTED_INACTIVE`, with the rule that refused. */
    refusal?: { decision: string; rule: string; law: string; article: string; detail: string };
    /** Children who may get a scholarship if this claim is approved. */
    entitledChildren: readonly EntitledChild[];
    effectiveOn: LocalDate;
    /** The exact inputs of the calculation and the arithmetic in words: they tell of health. */
    health: {
      inputs: Readonly<Record<string, unknown>>;
      arithmetic: readonly { code: string; arithmetic: string }[];
    };
  }
>;

/** The law neither pays nor refuses yet: contributions are in arrears on the day of the event (convention Q-1). */
export type ClaimHeld = DomainEvent<
  'ClaimHeld',
  {
    claimId: string;
    participantId: string;
    assessorId: string;
    reason: 'PENDING_ARREARS';
    law: string;
    article: string;
    /** What ends the waiting, in plain words. */
    detail: string;
    effectiveOn: LocalDate;
  }
>;

/** What is to be paid to whom; one payout follows from each. */
export interface ApprovedPayment {
  readonly payee: Payee;
  /** The PLKK that is paid; absent for persons. */
  readonly facilityId?: string;
  readonly componentCodes: readonly string[];
  readonly amountIdr: Rupiah;
}

/** A second person approved the claim (persetujuan klaim). */
export type ClaimApproved = DomainEvent<
  'ClaimApproved',
  {
    claimId: string;
    participantId: string;
    programme: Programme;
    eventDate: LocalDate;
    approverId: string;
    totalIdr: Rupiah;
    payments: readonly ApprovedPayment[];
    entitledChildren: readonly EntitledChild[];
    payBy: LocalDate;
    effectiveOn: LocalDate;
    /** The account of every payee that is a person. */
    person: { account: BankAccount };
  }
>;

/** The claim was denied, with the rule and its article (penolakan klaim). */
export type ClaimDenied = DomainEvent<
  'ClaimDenied',
  {
    claimId: string;
    participantId: string;
    deciderId: string;
    decision: string;
    rule: string;
    law: string;
    article: string;
    /** Plain words without personal data. */
    detail: string;
    effectiveOn: LocalDate;
  }
>;

export type ClaimEvent =
  | ClaimSubmitted
  | ClaimTakenOver
  | DocumentsRequested
  | DocumentsReceived
  | ClaimCompleted
  | BenefitCalculated
  | ClaimHeld
  | ClaimApproved
  | ClaimDenied;
