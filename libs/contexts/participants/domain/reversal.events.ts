import type { DomainEvent, LocalDate, Period, Rupiah } from '#kernel';
import type { Segment } from '#law';
import type { CorrectionRefused } from './correction.events.js';

/** Why a payment was no payment for these months of this person. */
export const REVERSAL_REASONS = ['WRONG_PERSON', 'WRONG_MONTH', 'BOUNCED'] as const;

export type ReversalReason = (typeof REVERSAL_REASONS)[number];

/** Somebody asked that a payment be taken back (permohonan pembatalan iuran). It still counts. */
export type ContributionReversalRequested = DomainEvent<
  'ContributionReversalRequested',
  {
    participantId: string;
    correctionId: string;
    /** First month of the payment, and its receipt: by these it is known. */
    period: Period;
    receipt: string;
    months: number;
    amountIdr: Rupiah;
    reason: ReversalReason;
    /** The line of the bank statement that shows it. */
    bankReference: string;
    requesterId: string;
    effectiveOn: LocalDate;
  }
>;

/** The payment counts on, because that was refused or taken back (pembatalan iuran ditolak). */
export type ContributionReversalRefused = DomainEvent<
  'ContributionReversalRefused',
  {
    participantId: string;
    correctionId: string;
    deciderId: string;
    reason: CorrectionRefused['data']['reason'];
    effectiveOn: LocalDate;
  }
>;

/** A payment was taken back (pembatalan iuran): it never counted, and cover follows from what is left. */
export type ContributionReversed = DomainEvent<
  'ContributionReversed',
  {
    participantId: string;
    correctionId: string;
    period: Period;
    receipt: string;
    months: number;
    amountIdr: Rupiah;
    segment: Segment;
    /** The day on which the payment was said to have been made. */
    paidOn: LocalDate;
    reason: ReversalReason;
    bankReference: string;
    requesterId: string;
    confirmerId: string;
    effectiveOn: LocalDate;
  }
>;

export type ReversalEvent =
  ContributionReversalRequested | ContributionReversalRefused | ContributionReversed;
