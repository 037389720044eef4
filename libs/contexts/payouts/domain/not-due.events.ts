import type { DomainEvent, LocalDate, Rupiah } from '#kernel';

/**
 * What is paid of a claim is not due, whole or in part, by how the claim ended or what was found since (pembayaran ternyata tidak
 * terutang). What of it no bank has is given up; what arrives is asked back.
 */
export type PaymentNotDue = DomainEvent<
  'PaymentNotDue',
  {
    payoutId: string;
    participantId: string;
    claimId: string;
    amountIdr: Rupiah;
    /** So much of that had come back before, or is owed already as what the payee keeps; absent where nothing is, and in logs of earlier releases. */
    gaveBackIdr?: Rupiah;
    /** Id of the event of the claim that found it. */
    findingId: string;
    /** Subject of the token of whoever decided on the claim. */
    finderId: string;
    effectiveOn: LocalDate;
  }
>;

/** What is not due has arrived (penagihan kembali): the payment stands, and so much of it is owed back, as a receivable. */
export type PaymentAskedBack = DomainEvent<
  'PaymentAskedBack',
  {
    payoutId: string;
    participantId: string;
    claimId: string;
    /** The employer that is paid; absent for anybody else. */
    employerId?: string;
    /** The heir who was paid; absent for anybody else, and in logs of earlier releases. */
    heirId?: string;
    amountIdr: Rupiah;
    /** Id of the event of the claim that found it. */
    findingId: string;
    /** Subject of the token of whoever decided on the claim. */
    finderId: string;
    /** Id of the event that asked for it the last time, before the bank returned the payment; absent where none did, and in logs of earlier releases. */
    beforeId?: string;
    effectiveOn: LocalDate;
  }
>;

/** What is not due of a payment is asked of those that are made in its place, of each in proportion (penagihan diteruskan). */
export type NotDuePassedOn = DomainEvent<
  'NotDuePassedOn',
  {
    payoutId: string;
    participantId: string;
    claimId: string;
    /** Id of the event of the claim that found it. */
    findingId: string;
    /** Subject of the token of whoever decided on the claim. */
    finderId: string;
    /** Each payment in its place, and what of it is not due. */
    payments: readonly { readonly payoutId: string; readonly amountIdr: Rupiah }[];
    effectiveOn: LocalDate;
  }
>;

/** What of a payment turns out not to be due. */
export type NotDueEvent = PaymentNotDue | PaymentAskedBack | NotDuePassedOn;
