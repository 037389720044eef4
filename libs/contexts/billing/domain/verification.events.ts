import type { DomainEvent, LocalDate, Rupiah } from '#kernel';

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

/** What is found of an invoice, line by line. */
export type VerificationEvent = InvoiceReturned | InvoiceReadmitted | InvoiceVerified;
