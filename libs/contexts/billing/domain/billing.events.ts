import { INSURERS, type OtherPayer } from '#law';
import type { DomainEvent, LocalDate, Rupiah, Sealed } from '#kernel';
import type { VerificationReason, VerificationEvent } from './verification.events.js';
import type { InvoiceApprovalEvent } from './approval.events.js';

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
  | InvoiceWithdrawn
  | InvoiceCredited
  | RecourseRecorded
  | VerificationEvent
  | InvoiceApprovalEvent;
