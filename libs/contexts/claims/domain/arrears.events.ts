import type { Claimant, ClaimDocument, DocumentReferences } from './handed-in.events.js';
import type { DomainEvent, LocalDate, Period, Rupiah, Sealed } from '#kernel';

/** A contribution month that was due and unpaid on the day of an event (bulan tunggakan), at the tariff of that month. */
export interface ArrearsMonth {
  readonly period: Period;
  readonly amountIdr: Rupiah;
  readonly isPaid: boolean;
}

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
    /** The months that have to be paid, all of them and no other; earlier releases did not list them. */
    arrears?: readonly ArrearsMonth[];
    /** Until when they are asked for: from the next day on the claim may be denied. Earlier releases set no day. */
    settleBy?: LocalDate;
    /** Since when: the service clock stands still from this day on. Earlier releases did not say. */
    heldSince?: LocalDate;
    effectiveOn: LocalDate;
  }
>;

/** A held claim, or one that was denied for its arrears, goes on, and with it the service clock (penangguhan berakhir). */
export type ClaimResumed = DomainEvent<
  'ClaimResumed',
  {
    claimId: string;
    participantId: string;
    /** The day on which the money for the last of the arrears came, or their deduction was consented to. */
    resumedOn: LocalDate;
    /** Last day on which payment is in time, moved by the working days that the claim was held, or by all its days where it was late before. */
    payBy: LocalDate;
    effectiveOn: LocalDate;
  }
>;

/** Arrears that are deducted from the payment of the claimant (kompensasi tunggakan): a line beside the benefit. */
export interface Deduction {
  readonly amountIdr: Rupiah;
  readonly law: string;
  readonly article: string;
  /** The months, each at its tariff. */
  readonly arrears: readonly ArrearsMonth[];
}

/** Why the months in arrears cannot be taken any more. */
export const SET_OFF_REASONS = ['CHANNEL_CLOSED', 'BANK_REFUSES', 'NOBODY_CAN_PAY'] as const;

export type SetOffReason = (typeof SET_OFF_REASONS)[number];

/**
 * Whoever is paid consented in writing to have the arrears deducted from the benefit (persetujuan kompensasi tunggakan). It takes
 * effect with the approval, and none at all where the claim is denied or given up.
 */
export type SetOffConsented = DomainEvent<
  'SetOffConsented',
  {
    claimId: string;
    participantId: string;
    /** Subject of the token of whoever recorded the consent. */
    recorderId: string;
    /** Whose consent it is. */
    claimant: Claimant;
    reason: SetOffReason;
    documents: readonly ClaimDocument[];
    effectiveOn: LocalDate;
    /** The reference of the consent. */
    person: Sealed<DocumentReferences>;
  }
>;

/** What becomes of a claim for contributions in arrears. */
export type ArrearsEvent = ClaimHeld | ClaimResumed | SetOffConsented;
