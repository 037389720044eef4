import type { BankAccount, LocalDate, Rupiah } from '#kernel';
import type { LateSettlementEntered } from './late-settlement.events.js';
import type { MoneyBackReason, ReturnReason } from './money-back.events.js';
import type { PayoutSource } from './payout.events.js';
import type { WhatIsDue } from './what-is-due.js';

/** How far a payment that was ordered has got. */
export const PAYOUT_STATUSES = [
  'ORDERED',
  'INSTRUCTED',
  'ACCEPTED',
  'SETTLED',
  'RETURNED',
  'ACCOUNT_CORRECTED',
  'CANCELLED',
] as const;

export type PayoutStatus = (typeof PAYOUT_STATUSES)[number];

/** What a bank says of one payment. */
export type BankResult =
  | { readonly result: 'ACCEPTED'; readonly bankReference: string; readonly on: LocalDate }
  | {
      readonly result: 'SETTLED';
      readonly bankReference: string;
      readonly on: LocalDate;
      readonly amountIdr: Rupiah;
    }
  | {
      readonly result: 'RETURNED';
      readonly bankReference: string;
      readonly on: LocalDate;
      readonly reason: ReturnReason;
    };

/** A payment that was never ordered. */
export interface Unknown {
  readonly situation: 'UNKNOWN';
}

/** What holds of a payment in every situation after the order. */
export interface Common extends WhatIsDue {
  readonly payoutId: string;
  readonly participantId: string;
  readonly source: PayoutSource;
  readonly payee: string;
  /** The PLKK that is paid; absent for persons. */
  readonly facilityId?: string;
  /** The employer that is paid; absent for anybody else. */
  readonly employerId?: string;
  /** The heir that is paid, of those who were established. */
  readonly heirId?: string;
  /** Only once the key of the person was destroyed: nobody can tell the bank where to pay. */
  readonly accountErased?: true;
  /** Who gave the account that is paid, where it is not the one of the order. */
  readonly correctorId?: string;
  /** Who told the bank the last time. */
  readonly instructorId?: string;
  /** The participant who is paid has died, as far as it is noted here. */
  readonly payeeDied?: true;
  /** The heir who is paid was recorded in place of a participant who lives after all. */
  readonly isNotTheirs?: true;
  /** What it is for was taken back, as far as it is noted here. */
  readonly isRevoked?: boolean;
  /** It had arrived, and the participant was paid in its place: what heirs keep is owed. */
  readonly isRedirected?: true;
  readonly amountIdr: Rupiah;
  /** The day of the last step; the next one cannot lie before it. */
  readonly lastStepOn: LocalDate;
  /** Used once each, also when the money came back. */
  readonly instructionNumbers: readonly string[];
  /** Everything the bank has said so far, oldest first. */
  readonly bankResults: readonly BankResult[];
  /** Money came back that had arrived, the last time; absent where it never did. */
  readonly moneyBack?: MoneyBack;
}

/** What is known of money that came back after it had arrived. */
interface MoneyBack {
  readonly bankReference: string;
  readonly on: LocalDate;
  /** Subject of the token of whoever recorded it. */
  readonly recorderId: string;
  /** How many results of the bank belong to what is undone by it. */
  readonly resultsBefore: number;
}

/** To be paid; also again, after a corrected account was confirmed. */
export interface Ordered extends Common {
  readonly situation: 'ORDERED';
}

/** The bank was told to pay. */
export interface Instructed extends Common {
  readonly situation: 'INSTRUCTED';
  readonly instructionNumber: string;
}

/** The bank took the instruction. */
export interface Accepted extends Common {
  readonly situation: 'ACCEPTED';
  readonly bankReference: string;
  /** Somebody entered late that the money arrived: a second person has to confirm it. */
  readonly entered?: LateSettlementEntered['data'];
}

/** The money arrived. */
export interface Settled extends Common {
  readonly situation: 'SETTLED';
  readonly bankReference: string;
}

/** The money came back. */
export interface Returned extends Common {
  readonly situation: 'RETURNED';
  readonly reason: ReturnReason | MoneyBackReason;
}

/** It has another account, which a second person has to confirm. */
export interface AccountCorrected extends Common {
  readonly situation: 'ACCOUNT_CORRECTED';
  /** Undefined once the person was erased. */
  readonly account?: BankAccount;
}

/** Given up: nobody can make it. */
export interface Cancelled extends Common {
  readonly situation: 'CANCELLED';
  /** Nobody came for it, and nobody is paid it again: it is its payee's who lives after all. */
  readonly isNobodys?: true;
}

export type KnownPayout = Ordered | Instructed | Accepted | Settled | Returned | AccountCorrected | Cancelled;

export type PayoutState = Unknown | KnownPayout;

/** Whether a PLKK or an employer is paid: its account is kept with it, and is asked for when the bank is told. */
export const isBody = ({ facilityId, employerId }: Pick<Common, 'facilityId' | 'employerId'>): boolean =>
  facilityId !== undefined || employerId !== undefined;

/** Whether it was given up because nobody came for it, and may still be its payee's. */
export const isNobodys = (state: KnownPayout): boolean =>
  state.situation === 'CANCELLED' && state.isNobodys === true;
