import type { DomainEvent, LocalDate, Rupiah } from '#kernel';

/**
 * Somebody says, long after the day, that the money arrived (pelunasan dicatat terlambat): it has not, as far as anybody else is told,
 * until a second person confirms the day. How late it came follows from that.
 */
export type LateSettlementEntered = DomainEvent<
  'LateSettlementEntered',
  {
    payoutId: string;
    participantId: string;
    bankReference: string;
    amountIdr: Rupiah;
    settledOn: LocalDate;
    /** Subject of the token of whoever entered it. */
    entererId: string;
    effectiveOn: LocalDate;
  }
>;

/** Why what was entered late of money that arrived does not stand: the day is not shown, it did not arrive, or it was a mistake. */
export const NO_LATE_SETTLEMENT_REASONS = ['DAY_NOT_SHOWN', 'NOT_ARRIVED', 'ENTERED_BY_MISTAKE'] as const;

export type NoLateSettlementReason = (typeof NO_LATE_SETTLEMENT_REASONS)[number];

/** It does not stand (pelunasan terlambat ditolak): the bank is awaited as before. */
export type LateSettlementRefused = DomainEvent<
  'LateSettlementRefused',
  {
    payoutId: string;
    participantId: string;
    reason: (typeof NO_LATE_SETTLEMENT_REASONS)[number];
    refuserId: string;
    effectiveOn: LocalDate;
  }
>;

/** What is entered of money that arrived long ago. */
export type LateSettlementEvent = LateSettlementEntered | LateSettlementRefused;
