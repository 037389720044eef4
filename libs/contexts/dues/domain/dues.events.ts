import type { DomainEvent, LocalDate, Period, Rupiah } from '#kernel';

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

export type DuesEvent = MonthBilled | DuesPaid | MonthSettled | BackDatedDuesConfirmed;
