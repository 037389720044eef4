import type { CareBearer, Insurer } from '#law';
import type {
  AuthorityLevel,
  AuthorityUsed,
  BankAccount,
  DomainEvent,
  LocalDate,
  Rupiah,
  Sealed,
} from '#kernel';
import type { Payer } from './billing.events.js';

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

/** What of an invoice is to be paid, and by whom. */
export type InvoiceApprovalEvent = InvoicePaymentShown | InvoiceApproved | InvoiceEndorsed | InvoicePassedOn;
