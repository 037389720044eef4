import { type CareBearer, INSURERS, type Insurer, type OtherPayer } from '#law';
import type {
  AuthorityLevel,
  AuthorityUsed,
  BankAccount,
  DomainEvent,
  LocalDate,
  Rupiah,
  Sealed,
} from '#kernel';

/** What an invoice is for: care, or one of the things that the law pays up to a ceiling (reference 2.6). */
export const BILLED_FOR = ['CARE', 'PROSTHESIS', 'DENTURE', 'HEARING_AID', 'GLASSES', 'HOME_CARE'] as const;

export type BilledFor = (typeof BILLED_FOR)[number];

export const CARE_KINDS = ['OUTPATIENT', 'INPATIENT', 'EMERGENCY'] as const;

export type CareKind = (typeof CARE_KINDS)[number];

/** Classes of rooms; JKK pays class I of a government hospital. */
export const ROOM_CLASSES = ['VVIP', 'VIP', 'I', 'II', 'III'] as const;

export type RoomClass = (typeof ROOM_CLASSES)[number];

/** Kinds of lines of an invoice (reference 3.3). */
export const LINE_KINDS = [
  'ROOM_DAY',
  'DOCTOR_VISIT',
  'PROCEDURE',
  'SURGERY',
  'ICU_DAY',
  'DRUG',
  'CONSUMABLE',
  'IMPLANT',
  'LAB',
  'RADIOLOGY',
  'BLOOD',
  'REHAB',
  'AMBULANCE',
  'AID',
  'ADMIN',
  'OTHER',
] as const;

export type LineKind = (typeof LINE_KINDS)[number];

/** The numbered reasons of a verification (reference 3.4, alasan verifikasi); the numbers never change. */
export const VERIFICATION_REASONS = [
  'V-01',
  'V-02',
  'V-03',
  'V-04',
  'V-05',
  'V-06',
  'V-07',
  'V-08',
  'V-09',
  'V-10',
  'V-11',
  'V-12',
  'V-13',
  'V-14',
  'V-15',
] as const;

export type VerificationReason = (typeof VERIFICATION_REASONS)[number];

/** Who paid the facility before BPJS did; NOBODY: it waits for its money. */
export const PAYERS = ['NOBODY', 'PARTICIPANT', 'EMPLOYER', ...INSURERS] as const;

export type Payer = (typeof PAYERS)[number];

/** One line of an invoice. What was done to somebody tells of their health, so lines are sealed as a whole. */
export interface InvoiceLine {
  readonly line: number;
  readonly serviceDate: LocalDate;
  readonly kind: LineKind;
  /** The code of the agreed tariff, where the agreement has one. */
  readonly tariffItem?: string;
  readonly description: string;
  readonly quantity: number;
  readonly unitPriceIdr: Rupiah;
  readonly amountIdr: Rupiah;
}

/** What an invoice says of the patient's health. */
export interface InvoiceHealth {
  readonly mainDiagnosis: string;
  readonly otherDiagnoses: readonly string[];
  readonly externalCause?: string;
  readonly procedures: readonly string[];
  readonly lines: readonly InvoiceLine[];
}

/** A facility, or who paid it, sent an invoice with its lines (tagihan rinci). */
export type InvoiceSubmitted = DomainEvent<
  'InvoiceSubmitted',
  {
    accidentId: string;
    participantId: string;
    invoiceId: string;
    facilityId: string;
    invoiceNumber: string;
    /** 0 as it first came; 1 is A, 2 is B. */
    revision: number;
    benefit: BilledFor;
    careKind: CareKind;
    roomClass?: RoomClass;
    /** The stay goes on: a bill before its end (tagihan sementara). */
    interim: boolean;
    admittedOn: LocalDate;
    dischargedOn: LocalDate;
    totalIdr: Rupiah;
    lineCount: number;
    /** Invoices of the same facility that it may repeat: overlapping days, or the same sum within 30 days (V-03). */
    mayRepeat: readonly string[];
    /** By when it is verified: ten working days. */
    verifyBy: LocalDate;
    submitterId: string;
    effectiveOn: LocalDate;
    health: Sealed<InvoiceHealth>;
  }
>;

/** The same invoice, corrected, before it was decided (perbaikan tagihan). It replaces what was sent before. */
export type InvoiceRevised = DomainEvent<
  'InvoiceRevised',
  {
    accidentId: string;
    participantId: string;
    invoiceId: string;
    facilityId: string;
    invoiceNumber: string;
    /** 0 as it first came; 1 is A, 2 is B. */
    revision: number;
    benefit: BilledFor;
    careKind: CareKind;
    roomClass?: RoomClass;
    /** The stay goes on: a bill before its end (tagihan sementara). */
    interim: boolean;
    admittedOn: LocalDate;
    dischargedOn: LocalDate;
    totalIdr: Rupiah;
    lineCount: number;
    /** Invoices of the same facility that it may repeat: overlapping days, or the same sum within 30 days (V-03). */
    mayRepeat: readonly string[];
    /** By when it is verified: ten working days. */
    verifyBy: LocalDate;
    submitterId: string;
    effectiveOn: LocalDate;
    health: Sealed<InvoiceHealth>;
  }
>;

/** It cannot be verified as it is (tagihan dikembalikan). */
export type InvoiceReturned = DomainEvent<
  'InvoiceReturned',
  {
    accidentId: string;
    participantId: string;
    invoiceId: string;
    revision: number;
    reasons: readonly VerificationReason[];
    /** By when it may come again; 30 days. */
    resubmitBy: LocalDate;
    verifierId: string;
    effectiveOn: LocalDate;
  }
>;

/** An invoice may come once more: after a meeting one that was returned, after a determination one that was passed on (penerimaan kembali). */
export type InvoiceReadmitted = DomainEvent<
  'InvoiceReadmitted',
  {
    accidentId: string;
    participantId: string;
    invoiceId: string;
    reference: string;
    resubmitBy: LocalDate;
    deciderId: string;
    effectiveOn: LocalDate;
  }
>;

/** Whoever sent it takes it back before it is decided (pembatalan tagihan). */
export type InvoiceWithdrawn = DomainEvent<
  'InvoiceWithdrawn',
  {
    accidentId: string;
    participantId: string;
    invoiceId: string;
    effectiveOn: LocalDate;
  }
>;

/** What a verification found of one line that is not accepted as billed. */
export interface LineResult {
  readonly line: number;
  readonly acceptedIdr: Rupiah;
  readonly reason: VerificationReason;
  /** It waits for a letter (V-09), and may be accepted later. */
  readonly open?: true;
}

/** It was verified, line by line (verifikasi tagihan). Lines that are not named are accepted as billed. */
export type InvoiceVerified = DomainEvent<
  'InvoiceVerified',
  {
    accidentId: string;
    participantId: string;
    invoiceId: string;
    revision: number;
    lines: readonly LineResult[];
    acceptedIdr: Rupiah;
    /** Whose tariff was the ceiling of a reimbursement. */
    tariffOf?: string;
    /** Number of the paper of the medical reviewer, where one had to look. */
    medicalReview?: string;
    /** Of a prosthesis: the price of the government centre. */
    referencePriceIdr?: Rupiah;
    /**
     * What is cut now stands in the place of the notes by which the invoice was credited before: they lessen what is accepted no more. False where
     * the verification before said so, which nobody has approved, and this one does not: they stand.
     */
    notesReplaced?: boolean;
    /**
     * What its approval weighs where nobody else bears of it, by what was paid of the accident by then; absent in logs of earlier releases,
     * where a step knew what was accepted alone.
     */
    weighedIdr?: Rupiah;
    /** By when it is approved: 14 working days. */
    payBy: LocalDate;
    verifierId: string;
    effectiveOn: LocalDate;
  }
>;

/** Somebody paid the facility, and is to be repaid (bukti pembayaran). */
export type InvoicePaymentShown = DomainEvent<
  'InvoicePaymentShown',
  {
    accidentId: string;
    participantId: string;
    invoiceId: string;
    paidBy: Payer;
    reference: string;
    /** Subject of the token of whoever said it; earlier releases did not record it. */
    recorderId?: string;
    effectiveOn: LocalDate;
    /** Where a person is repaid. */
    person?: Sealed<{ account: BankAccount }>;
  }
>;

/** Who is paid how much for an invoice. */
export interface InvoicePayment {
  readonly payee: 'PLKK' | 'PARTICIPANT' | 'EMPLOYER';
  readonly facilityId?: string;
  readonly employerId?: string;
  readonly componentCodes: readonly string[];
  readonly amountIdr: Rupiah;
}

/** A second person approved it (persetujuan pembayaran tagihan). */
export type InvoiceApproved = DomainEvent<
  'InvoiceApproved',
  {
    accidentId: string;
    participantId: string;
    invoiceId: string;
    facilityId: string;
    revision: number;
    acceptedIdr: Rupiah;
    /** Of what was accepted, what others bear or is above a ceiling: not paid, or credited with the approval. */
    notPaidIdr: Rupiah;
    /** What others bear of all invoices of the accident by the time of the approval. */
    borneByOthersIdr: Rupiah;
    payments: readonly InvoicePayment[];
    /** Where an insurer paid the facility: what it is owed now (utang kepada penjamin). It is settled with it elsewhere. */
    payable?: { readonly to: Insurer; readonly amountIdr: Rupiah };
    /** By whose authority, as the limits were on that day; earlier releases knew none. */
    authority?: AuthorityUsed;
    law: string;
    article: string;
    ruleSetVersion: string;
    payBy: LocalDate;
    approverId: string;
    effectiveOn: LocalDate;
    person?: Sealed<{ account: BankAccount }>;
  }
>;

/** The first of several persons approved what one alone may not (persetujuan pertama): nothing is paid until another does. */
export type InvoiceEndorsed = DomainEvent<
  'InvoiceEndorsed',
  {
    accidentId: string;
    participantId: string;
    invoiceId: string;
    /** What would be paid now. */
    amountIdr: Rupiah;
    /** To whom; earlier releases did not record it. */
    payee?: InvoicePayment['payee'] | Insurer;
    level: AuthorityLevel;
    endorserId: string;
    effectiveOn: LocalDate;
  }
>;

/** JKK does not bear it; whoever sent it is told whom to bill (pengalihan tagihan). */
export type InvoicePassedOn = DomainEvent<
  'InvoicePassedOn',
  {
    accidentId: string;
    participantId: string;
    invoiceId: string;
    to: CareBearer;
    reference: string;
    deciderId: string;
    effectiveOn: LocalDate;
  }
>;

/** Too much was paid of an invoice: the facility owes it back (nota kredit). Its collection comes later. */
export type InvoiceCredited = DomainEvent<
  'InvoiceCredited',
  {
    accidentId: string;
    participantId: string;
    invoiceId: string;
    facilityId: string;
    amountIdr: Rupiah;
    reason: VerificationReason;
    reference: string;
    /** Recorded with an approval: less is accepted since than had been paid. Absent of a note that somebody wrote, and in earlier releases. */
    forCuts?: true;
    deciderId: string;
    effectiveOn: LocalDate;
  }
>;

/** Another payer bears what BPJS has paid: it owes it (piutang regres). Its collection comes later. */
export type RecourseRecorded = DomainEvent<
  'RecourseRecorded',
  {
    accidentId: string;
    participantId: string;
    payer: OtherPayer;
    amountIdr: Rupiah;
    reference: string;
    /** By when the other payer has to be asked, where it has a limit of its own. */
    askBy?: LocalDate;
    deciderId: string;
    effectiveOn: LocalDate;
  }
>;

export type BillingEvent =
  | InvoiceSubmitted
  | InvoiceRevised
  | InvoiceReturned
  | InvoiceReadmitted
  | InvoiceWithdrawn
  | InvoiceVerified
  | InvoicePaymentShown
  | InvoiceEndorsed
  | InvoiceApproved
  | InvoicePassedOn
  | InvoiceCredited
  | RecourseRecorded;
