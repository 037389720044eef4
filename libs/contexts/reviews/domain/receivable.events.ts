import type { DomainEvent, LocalDate, Rupiah } from '#kernel';
import type { BENEFIT_KINDS } from './review.events.js';

/**
 * What is owed since something was decided otherwise (jenis piutang): by whoever was paid too much, by an employer for which BPJS had
 * paid, or to an employer that had paid in place of BPJS.
 */
export const RECEIVABLE_KINDS = ['PAID_TOO_MUCH', 'EMPLOYER_OWES_BACK', 'EMPLOYER_PAID_FIRST'] as const;

export type ReceivableKind = (typeof RECEIVABLE_KINDS)[number];

/** Why money is not asked for any more (sebab piutang dihapuskan). */
export const WAIVER_REASONS = ['GOOD_FAITH', 'SMALL_AMOUNT', 'COURT_RULING', 'OUT_OF_TIME'] as const;

export type WaiverReason = (typeof WAIVER_REASONS)[number];

/** Money is owed (piutang pemulihan tercatat), as somebody found who looked at a benefit again. */
export type ReceivableRecorded = DomainEvent<
  'ReceivableRecorded',
  {
    receivableId: string;
    participantId: string;
    /** The review in which it was found, or the event that approved the difference of a claim or found an interim payment too much. */
    reviewId: string;
    benefit: { kind: (typeof BENEFIT_KINDS)[number]; id: string };
    kind: (typeof RECEIVABLE_KINDS)[number];
    /** The employer that owes it, or to which it is owed; absent where it is whoever was paid. */
    employerId?: string;
    /** The heir who was paid, and owes it; absent where it is whoever claimed, or nobody said who was paid, and in logs of earlier releases. */
    heirId?: string;
    amountIdr: Rupiah;
    /** The receivable that was owed until the bank returned the payment, which has arrived again; absent otherwise, and in logs of earlier releases. */
    beforeId?: string;
    /** Subject of the token of whoever found it. */
    finderId: string;
    effectiveOn: LocalDate;
  }
>;

/** It was paid, whole (piutang lunas). */
export type ReceivableSettled = DomainEvent<
  'ReceivableSettled',
  {
    receivableId: string;
    participantId: string;
    /** Number of the bank. */
    bankReference: string;
    /** The bank returned the payment of which it was owed: no other money came in. Absent otherwise, and in logs of earlier releases. */
    isReturned?: true;
    settlerId: string;
    effectiveOn: LocalDate;
  }
>;

/** The first of two persons gave up what one alone may not (usulan penghapusan piutang): it is owed until another does. */
export type WaiverEndorsed = DomainEvent<
  'WaiverEndorsed',
  {
    receivableId: string;
    participantId: string;
    reason: (typeof WAIVER_REASONS)[number];
    endorserId: string;
    effectiveOn: LocalDate;
  }
>;

/**
 * Why what a first person gave up is asked for all the same: it can be paid, the ground is not shown, or the first one erred (sebab
 * penghapusan ditolak).
 */
export const NO_WAIVER_REASONS = ['CAN_BE_PAID', 'GROUND_NOT_SHOWN', 'ENDORSED_BY_MISTAKE'] as const;

export type NoWaiverReason = (typeof NO_WAIVER_REASONS)[number];

/** The second of two persons does not give it up, or the first one takes it back (penolakan penghapusan piutang): it is owed as before. */
export type WaiverRefused = DomainEvent<
  'WaiverRefused',
  {
    receivableId: string;
    participantId: string;
    reason: (typeof NO_WAIVER_REASONS)[number];
    /** Subject of the token of whoever had given it up as the first. */
    endorserId: string;
    refuserId: string;
    effectiveOn: LocalDate;
  }
>;

/** It is not asked for any more (piutang dihapuskan): a second person has decided so. */
export type ReceivableWaived = DomainEvent<
  'ReceivableWaived',
  {
    receivableId: string;
    participantId: string;
    reason: (typeof WAIVER_REASONS)[number];
    waiverId: string;
    effectiveOn: LocalDate;
  }
>;

export type ReceivableEvent =
  ReceivableRecorded | ReceivableSettled | WaiverEndorsed | WaiverRefused | ReceivableWaived;
