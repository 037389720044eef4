import type { DomainEvent, LocalDate, Rupiah } from '#kernel';
import type { PayoutSource } from './payout.events.js';

/** Why a bank sent money back. */
export const RETURN_REASONS = ['ACCOUNT_CLOSED', 'ACCOUNT_UNKNOWN', 'NAME_MISMATCH', 'BANK_REFUSED'] as const;

export type ReturnReason = (typeof RETURN_REASONS)[number];

/** The bank sent the money back (retur). */
export type PayoutReturned = DomainEvent<
  'PayoutReturned',
  {
    payoutId: string;
    bankReference: string;
    reason: ReturnReason;
    returnedOn: LocalDate;
    /** The day on which it was recorded, where that was long after the bank sent it back; absent in logs of earlier releases. */
    recordedOn?: LocalDate;
    effectiveOn: LocalDate;
  }
>;

/** Who sends money back that had arrived. */
export const MONEY_BACK_FROM = ['BANK', 'PAYEE'] as const;

export type MoneyBackFrom = (typeof MONEY_BACK_FROM)[number];

/** Why money comes back that had arrived: as before it arrives, or it was not theirs to have. */
export const MONEY_BACK_REASONS = [...RETURN_REASONS, 'WRONG_PAYEE', 'NOT_OWED'] as const;

export type MoneyBackReason = (typeof MONEY_BACK_REASONS)[number];

/** A part of a payment that was asked back: by which event, and of whom. */
export interface AskedBackBefore {
  /** Id of the event that asked for it. */
  readonly askedBackId: string;
  /** The employer that was paid; absent for anybody else. */
  readonly employerId?: string;
}

/**
 * Money came back that had arrived (uang kembali setelah lunas): the bank returns what it had credited, or whoever was paid gives it
 * back. The payment is to be made again, or given up.
 */
export type SettledPayoutReturned = DomainEvent<
  'SettledPayoutReturned',
  {
    payoutId: string;
    from: (typeof MONEY_BACK_FROM)[number];
    reason: (typeof MONEY_BACK_REASONS)[number];
    bankReference: string;
    /** The whole payment. */
    amountIdr: Rupiah;
    /** Of which parts were asked back: nobody has that money, and it is owed no more. Absent where none was, and in logs of earlier releases. */
    owedNoMore?: readonly AskedBackBefore[];
    /** Number of the paper that shows it. */
    reference: string;
    /** Subject of the token of whoever recorded it. */
    recorderId: string;
    returnedOn: LocalDate;
    effectiveOn: LocalDate;
  }
>;

/**
 * Less than the whole of a payment came back that had arrived (uang kembali sebagian): of a part nobody is owed. The payment stands, and is
 * not made again. What the payee keeps though it is not theirs is owed, as a receivable.
 */
export type PayoutPartReturned = DomainEvent<
  'PayoutPartReturned',
  {
    payoutId: string;
    participantId: string;
    source: PayoutSource;
    /** The employer that was paid; absent for anybody else. */
    employerId?: string;
    /** The heir who was paid; absent for anybody else, and in logs of earlier releases. */
    heirId?: string;
    from: (typeof MONEY_BACK_FROM)[number];
    bankReference: string;
    amountIdr: Rupiah;
    /** What the payee keeps though it is not theirs; absent where that is nothing. */
    keptIdr?: Rupiah;
    /** Number of the paper that shows it. */
    reference: string;
    /** Subject of the token of whoever recorded it. */
    recorderId: string;
    returnedOn: LocalDate;
    effectiveOn: LocalDate;
  }
>;

/** What of money came back, from the bank or from whoever was paid. */
export type MoneyBackEvent = PayoutReturned | SettledPayoutReturned | PayoutPartReturned;
