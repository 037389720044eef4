import type { BankAccount, DomainEvent, LocalDate, Rupiah, Sealed } from '#kernel';
import type { PayoutSource, StoodStill } from './payout.events.js';

/**
 * The participant has died who was to be paid (penerima meninggal): those who inherit are looked for, and nothing is paid before. What it is
 * for is a claim.
 */
export type PayeeDied = DomainEvent<
  'PayeeDied',
  { payoutId: string; participantId: string; claimId: string; effectiveOn: LocalDate }
>;

/** The death was taken back (kematian penerima dibatalkan): the participant is paid again. */
export type PayeeLives = DomainEvent<
  'PayeeLives',
  { payoutId: string; participantId: string; claimId: string; effectiveOn: LocalDate }
>;

/**
 * The heir was to be paid, or was, in place of a participant who lives after all (bukan hak ahli waris): it is the participant's again. Or
 * it was approved for heirs themselves, or a child, and what it was for did not happen: it is given up.
 */
export type PaymentNotTheirs = DomainEvent<
  'PaymentNotTheirs',
  {
    payoutId: string;
    participantId: string;
    /** Whether what it is for was taken back; absent where it is the participant's again. Once it happened after all, it is false. */
    isRevoked?: boolean;
    effectiveOn: LocalDate;
  }
>;

/** A part of a payment, for one of the heirs who are paid in its place; or the whole, for a participant who lives after all. */
export interface RedirectedShare {
  readonly payee: string;
  /** Absent of the participant. */
  readonly heirId?: string;
  readonly amountIdr: Rupiah;
  readonly careIdr?: Rupiah;
  readonly benefitIdr?: Rupiah;
  readonly deductedIdr?: Rupiah;
}

/**
 * Others are paid than were approved, by agreement or judgment of the heirs (pengalihan pembayaran): this payment is given up, and one
 * ordered for each of them.
 */
export type PayoutRedirected = DomainEvent<
  'PayoutRedirected',
  {
    payoutId: string;
    participantId: string;
    source: PayoutSource;
    componentCodes: readonly string[];
    /** Absent where it had arrived: what comes back afterwards was not paid late. */
    payBy?: LocalDate;
    /** When it stood still for its payee, before `payBy` as well; absent where it did not, and in logs of earlier releases. */
    stopped?: readonly StoodStill[];
    /** Together they are the payment. */
    shares: readonly RedirectedShare[];
    /** What heirs keep that is not theirs, where it had arrived: it is owed, as a receivable. Absent otherwise: it is given up. */
    keptIdr?: Rupiah;
    /** The heir who keeps it; absent otherwise, and in logs of earlier releases. */
    heirId?: string;
    /** Subject of the token of whoever redirected it. */
    redirectorId: string;
    effectiveOn: LocalDate;
    /** Where each is paid, in the order of the shares. */
    person: Sealed<{ accounts: readonly BankAccount[] }>;
  }
>;

/** Whose a payment is, once it is not that of the payee whom it was ordered for. */
export type PayeeEvent = PayeeDied | PayeeLives | PaymentNotTheirs | PayoutRedirected;
