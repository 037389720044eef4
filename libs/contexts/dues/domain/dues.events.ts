import type {
  DomainEvent,
  LocalDate,
  NO_PAYMENT_CORRECTION_REASONS,
  PAYMENT_REVERSAL_REASONS,
  Period,
  Rupiah,
} from '#kernel';

/** A report was billed (tagihan iuran): the first one of a month makes its bill, others change it. */
export type MonthBilled = DomainEvent<
  'MonthBilled',
  {
    employerId: string;
    reportId: string;
    period: Period;
    components: readonly { code: string; amountIdr: Rupiah }[];
    /** What the bill grows by; negative where it becomes less. */
    changeIdr: Rupiah;
    /** What changes in the relief of labour-intensive industry on it; absent where nothing does. */
    reliefIdr?: Rupiah;
    /** Until when the month is paid in time. */
    dueOn: LocalDate;
    effectiveOn: LocalDate;
  }
>;

/** An employer paid, in one sum for whatever it owes (pembayaran iuran). */
export type DuesPaid = DomainEvent<
  'DuesPaid',
  {
    employerId: string;
    paymentId: string;
    amountIdr: Rupiah;
    bankReference: string;
    /** Who entered it so late that a second person has to confirm it. */
    backDatedBy?: string;
    /** The day on which the money came. */
    effectiveOn: LocalDate;
  }
>;

/** Everything that was billed for a month is paid, with the fine on it (pelunasan tagihan). */
export type MonthSettled = DomainEvent<
  'MonthSettled',
  {
    employerId: string;
    period: Period;
    contributionIdr: Rupiah;
    fineIdr: Rupiah;
    monthsLate: number;
    /** How much less was paid by the relief of labour-intensive industry; absent where nothing was. */
    reliefIdr?: Rupiah;
    /** What was paid more because the relief had ended by then: the bill grew by it. */
    reliefLostIdr?: Rupiah;
    /** The reports whose wages are paid for with it. */
    reportIds: readonly string[];
    /** The day from which the month counts as paid. */
    effectiveOn: LocalDate;
  }
>;

/** A second person confirmed payments that others had entered late (konfirmasi pembayaran mundur). */
export type BackDatedDuesConfirmed = DomainEvent<
  'BackDatedDuesConfirmed',
  { employerId: string; confirmerId: string; effectiveOn: LocalDate }
>;

/** Somebody asked that a payment be taken back (permohonan pembatalan pembayaran). It still counts. */
export type DuesReversalRequested = DomainEvent<
  'DuesReversalRequested',
  {
    employerId: string;
    correctionId: string;
    paymentId: string;
    amountIdr: Rupiah;
    reason: (typeof PAYMENT_REVERSAL_REASONS)[number];
    /** The line of the bank statement that shows it. */
    bankReference: string;
    requesterId: string;
    effectiveOn: LocalDate;
  }
>;

/** A payment was taken back (pembatalan pembayaran): it never counted, and what it had paid for is open again. */
export type DuesReversed = DomainEvent<
  'DuesReversed',
  {
    employerId: string;
    correctionId: string;
    paymentId: string;
    amountIdr: Rupiah;
    /** The bank reference of the payment. */
    receipt: string;
    /** The day on which the money was said to have come. */
    paidOn: LocalDate;
    /** Who had entered it late, where nobody had confirmed that. */
    backDatedBy?: string;
    reason: (typeof PAYMENT_REVERSAL_REASONS)[number];
    bankReference: string;
    requesterId: string;
    confirmerId: string;
    effectiveOn: LocalDate;
  }
>;

/** A month that was settled by money that never counted is open again (pelunasan dibatalkan). */
export type MonthReopened = DomainEvent<
  'MonthReopened',
  {
    employerId: string;
    period: Period;
    contributionIdr: Rupiah;
    fineIdr: Rupiah;
    /** The reports whose wages are not paid for any more. */
    reportIds: readonly string[];
    /** The relief that is open with it again, where there is some. */
    reliefIdr?: Rupiah;
    /** What the bill had grown by because the relief had ended: it falls by it again. */
    reliefLostIdr?: Rupiah;
    /** The day on which the employer first paid for anybody, as far as that still counts. */
    paidFirstOn?: LocalDate;
    effectiveOn: LocalDate;
  }
>;

/** Somebody asked that money be paid back to the employer, or to whoever paid (permohonan pengembalian). */
export type DuesRefundRequested = DomainEvent<
  'DuesRefundRequested',
  {
    employerId: string;
    correctionId: string;
    /** The payment that was taken back and is paid back whole; absent where it is credit. */
    paymentId?: string;
    amountIdr: Rupiah;
    /** Number of the transfer to the bank. */
    bankReference: string;
    requesterId: string;
    effectiveOn: LocalDate;
  }
>;

/** Money was paid back (pengembalian). */
export type DuesRefunded = DomainEvent<
  'DuesRefunded',
  {
    employerId: string;
    correctionId: string;
    paymentId?: string;
    amountIdr: Rupiah;
    bankReference: string;
    requesterId: string;
    confirmerId: string;
    effectiveOn: LocalDate;
  }
>;

/** Everything stays as it was, because what was asked for was refused or taken back (permohonan ditolak). */
export type DuesCorrectionRefused = DomainEvent<
  'DuesCorrectionRefused',
  {
    employerId: string;
    correctionId: string;
    deciderId: string;
    reason: (typeof NO_PAYMENT_CORRECTION_REASONS)[number];
    effectiveOn: LocalDate;
  }
>;

/** What was billed and paid of the months of a calendar year. */
export interface DuesYear {
  readonly year: number;
  readonly months: number;
  readonly billedIdr: Rupiah;
  readonly paidIdr: Rupiah;
}

/** A bill as it stands. */
export interface ClosedBill {
  readonly period: Period;
  readonly billedIdr: Rupiah;
  readonly paidIdr: Rupiah;
  readonly dueOn: LocalDate;
  /** Reports whose wages are not paid for yet. */
  readonly openReportIds: readonly string[];
  readonly reliefIdr?: Rupiah;
  readonly reliefLostIdr?: Rupiah;
}

/**
 * The dues of an employer up to a year are summed up (penutupan tahun iuran), as they stand now. It refuses nothing: what is billed,
 * paid or taken back of a closed year counts as ever, and stands in the next closing.
 */
export type DuesYearClosed = DomainEvent<
  'DuesYearClosed',
  {
    employerId: string;
    /** The last year. */
    year: number;
    totals: readonly DuesYear[];
    /** Every bill, oldest first. */
    bills: readonly ClosedBill[];
    /** Reports whose wages are paid for, by the day from which they count as paid. */
    settled: readonly { readonly on: LocalDate; readonly reportIds: readonly string[] }[];
    creditIdr: Rupiah;
    /** Of every payment that counts. */
    payments: readonly { readonly bankReference: string }[];
    paidFirstOn?: LocalDate;
    /** Who entered payments late that nobody else has confirmed. */
    backDatedBy: readonly string[];
    effectiveOn: LocalDate;
  }
>;

export type DuesEvent =
  | MonthBilled
  | DuesPaid
  | MonthSettled
  | BackDatedDuesConfirmed
  | DuesReversalRequested
  | DuesReversed
  | MonthReopened
  | DuesRefundRequested
  | DuesRefunded
  | DuesCorrectionRefused
  | DuesYearClosed;
