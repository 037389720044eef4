import type {
  DomainEvent,
  LocalDate,
  NO_PAYMENT_CORRECTION_REASONS,
  PAYMENT_REVERSAL_REASONS,
  Period,
  Rupiah,
} from '#kernel';

/** A line that was not paid: its number, counted from 1 with the header, why, and whose it is where they are registered. */
export interface LineRemark {
  readonly line: number;
  readonly code: string;
  readonly detail: string;
  readonly participantId?: string;
}

/** A sponsor paid in one sum for the members of a list (daftar pembayaran iuran). */
export type PaymentListStarted = DomainEvent<
  'PaymentListStarted',
  {
    listId: string;
    sponsorId: string;
    agreementId: string;
    /** SHA-256 of the file; of a list that is an earlier one again, of what it says. */
    fileDigest: string;
    /** The list that this one is again, where it is one. */
    againOfListId?: string;
    rows: number;
    /** First month paid for. */
    period: Period;
    months: number;
    paidOn: LocalDate;
    receipt: string;
    /** What came in. */
    amountIdr: Rupiah;
    effectiveOn: LocalDate;
  }
>;

/** A line of a list that could be read: for whom, and what the sponsor says that it paid for this member, if it says so. */
export interface PaymentLine {
  readonly line: number;
  readonly participantId: string;
  readonly amountIdr?: Rupiah;
}

/** The lines of a list (baris daftar pembayaran), a page at a time: the log limits the size of an append. */
export type PaymentLinesHandedIn = DomainEvent<
  'PaymentLinesHandedIn',
  {
    listId: string;
    /** From 0, in the order of the list. */
    page: number;
    lines: readonly PaymentLine[];
    /** Those that cannot be read. */
    rejected: readonly LineRemark[];
    effectiveOn: LocalDate;
  }
>;

/** Lines that were not paid, and why (baris yang tidak dibayar), a page at a time. */
export type PaymentLinesRemarked = DomainEvent<
  'PaymentLinesRemarked',
  {
    listId: string;
    /** From 0, in the order of the list. */
    page: number;
    rejected: readonly LineRemark[];
    effectiveOn: LocalDate;
  }
>;

/** The sum was allocated: the contributions of whoever it reached are recorded, and what is left is known. */
export type PaymentListCompleted = DomainEvent<
  'PaymentListCompleted',
  {
    listId: string;
    rows: number;
    /** Lines whose contribution is recorded. */
    paid: number;
    paidIdr: Rupiah;
    /** What came in and paid for nobody. */
    remainderIdr: Rupiah;
    effectiveOn: LocalDate;
  }
>;

/** Somebody asked that the whole sum be taken back (permohonan pembatalan pembayaran). It still counts. */
export type PaymentListReversalRequested = DomainEvent<
  'PaymentListReversalRequested',
  {
    listId: string;
    correctionId: string;
    reason: (typeof PAYMENT_REVERSAL_REASONS)[number];
    /** The line of the bank statement that shows it. */
    bankReference: string;
    requesterId: string;
    effectiveOn: LocalDate;
  }
>;

/**
 * A second person has confirmed that the sum is taken back (pembatalan pembayaran dimulai): the contributions of its members are reversed
 * one by one, whatever comes between.
 */
export type PaymentListReversalBegun = DomainEvent<
  'PaymentListReversalBegun',
  { listId: string; correctionId: string; confirmerId: string; effectiveOn: LocalDate }
>;

/** The sum was taken back (pembatalan pembayaran): the contribution of each member that it paid never counted. */
export type PaymentListReversed = DomainEvent<
  'PaymentListReversed',
  {
    listId: string;
    correctionId: string;
    reason: (typeof PAYMENT_REVERSAL_REASONS)[number];
    bankReference: string;
    requesterId: string;
    confirmerId: string;
    /** Members whose contribution was taken back with it. */
    reversed: number;
    reversedIdr: Rupiah;
    effectiveOn: LocalDate;
  }
>;

/** Somebody asked that money be paid back to the sponsor, or to whoever paid (permohonan pengembalian). */
export type PaymentListRefundRequested = DomainEvent<
  'PaymentListRefundRequested',
  {
    listId: string;
    correctionId: string;
    amountIdr: Rupiah;
    /** Number of the transfer to the bank. */
    bankReference: string;
    requesterId: string;
    effectiveOn: LocalDate;
  }
>;

/** Money was paid back (pengembalian). */
export type PaymentListRefunded = DomainEvent<
  'PaymentListRefunded',
  {
    listId: string;
    correctionId: string;
    amountIdr: Rupiah;
    bankReference: string;
    requesterId: string;
    confirmerId: string;
    effectiveOn: LocalDate;
  }
>;

/** Everything stays as it was, because what was asked for was refused or taken back (permohonan ditolak). */
export type PaymentListCorrectionRefused = DomainEvent<
  'PaymentListCorrectionRefused',
  {
    listId: string;
    correctionId: string;
    deciderId: string;
    reason: (typeof NO_PAYMENT_CORRECTION_REASONS)[number];
    effectiveOn: LocalDate;
  }
>;

/** What happens to a list once it was paid. */
export type PaymentListCorrectionEvent =
  | PaymentListReversalRequested
  | PaymentListReversalBegun
  | PaymentListReversed
  | PaymentListRefundRequested
  | PaymentListRefunded
  | PaymentListCorrectionRefused;

export type PaymentListEvent =
  | PaymentListStarted
  | PaymentLinesHandedIn
  | PaymentLinesRemarked
  | PaymentListCompleted
  | PaymentListCorrectionEvent;
