import type { BankAccount, DomainEvent, LocalDate, Rupiah, Sealed } from '#kernel';
import type { LateSettlementEvent } from './late-settlement.events.js';
import type { MoneyBackEvent } from './money-back.events.js';
import type { LatenessEvent } from './lateness.events.js';
import type { PayeeEvent } from './payee.events.js';
import type { NotDueEvent } from './not-due.events.js';

/** Where the right to a payout comes from: the event in the log that decided it. */
export interface PayoutSource {
  readonly kind: 'CLAIM' | 'SCHOLARSHIP_YEAR' | 'INVOICE' | 'LATENESS';
  /** Id of the claim, of the scholarship, of the invoice that is paid apart from a claim, or of the payment that came late. */
  readonly id: string;
  /** Id of the deciding event; with the payee it makes the payout's identity, so nothing is paid twice. */
  readonly eventId: string;
  /** Of what an invoice is paid, the accident where it is billed; earlier releases did not record it. */
  readonly accidentId?: string;
  /** Of what came late, the claim whose heirs are owed it; of a school year, the one that gives the right; earlier releases did not record it. */
  readonly claimId?: string;
  /** Subject of the token of whoever had it paid to others than it was approved for; absent otherwise, and in logs of earlier releases. */
  readonly redirectorId?: string;
  /** Id of the payment in whose place this one is made; absent otherwise, and in logs of earlier releases. */
  readonly insteadOfId?: string;
}

/** Days on which nobody could be paid: those after the first one up to the last one. */
export interface StoodStill {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** A payment became payable (perintah bayar). */
export type PayoutOrdered = DomainEvent<
  'PayoutOrdered',
  {
    payoutId: string;
    participantId: string;
    source: PayoutSource;
    payee: string;
    facilityId?: string;
    /** The employer that is paid; absent for anybody else. */
    employerId?: string;
    /** The heir that is paid, where heirs were established; absent for anybody else. */
    heirId?: string;
    componentCodes: readonly string[];
    /** What is paid. */
    amountIdr: Rupiah;
    /** What of the benefit is care, where some of it is and some is cash; absent otherwise, and in logs of earlier releases. */
    careIdr?: Rupiah;
    /** Only where something was deducted: the benefit, and the deduction from it, which make `amountIdr`. */
    benefitIdr?: Rupiah;
    deductedIdr?: Rupiah;
    /** Last day on which payment is in time. */
    payBy?: LocalDate;
    /** When the payment in whose place this one is made stood still for its payee; absent where it did not, and in logs of earlier releases. */
    stopped?: readonly StoodStill[];
    effectiveOn: LocalDate;
    /** Absent for a PLKK or an employer: it is paid to the account it has when the bank is told. */
    person?: Sealed<{ account: BankAccount }>;
  }
>;

/** Finance told the bank to pay (instruksi bayar). */
export type PayoutInstructed = DomainEvent<
  'PayoutInstructed',
  {
    payoutId: string;
    /** Subject of the token of whoever told it. */
    instructorId: string;
    instructedOn: LocalDate;
    instructionNumber: string;
    /** Where a PLKK is paid; an institution's account, not personal data. */
    facilityAccount?: BankAccount;
    /** Where an employer is paid; a body's account as well. */
    employerAccount?: BankAccount;
    effectiveOn: LocalDate;
  }
>;

/** The bank took the instruction (diterima bank). */
export type PayoutAccepted = DomainEvent<
  'PayoutAccepted',
  { payoutId: string; bankReference: string; acceptedOn: LocalDate; effectiveOn: LocalDate }
>;

/** The money arrived (lunas). */
export type PayoutSettled = DomainEvent<
  'PayoutSettled',
  { payoutId: string; bankReference: string; amountIdr: Rupiah; settledOn: LocalDate; effectiveOn: LocalDate }
>;

/** A payout that no bank has got another account, which a second person has to confirm (perbaikan rekening). */
export type PayoutAccountCorrected = DomainEvent<
  'PayoutAccountCorrected',
  {
    payoutId: string;
    participantId: string;
    /** Subject of the token of whoever gave the account. */
    correctorId: string;
    effectiveOn: LocalDate;
    person: Sealed<{ account: BankAccount }>;
  }
>;

/** A second person confirmed the corrected account: the bank may be told (konfirmasi rekening). */
export type PayoutAccountConfirmed = DomainEvent<
  'PayoutAccountConfirmed',
  {
    payoutId: string;
    /** Subject of the token of whoever confirmed it. */
    confirmerId: string;
    effectiveOn: LocalDate;
  }
>;

/**
 * Why somebody gives a payment up: settled outside by the papers, nobody comes for it, what it is for did not happen after all
 * (`EVENT_REVOKED`), or it is owed to nobody (`NOT_OWED`): it was given back by somebody who was not to have it, or was to be paid before
 * the end of a treatment and is not due by how its claim ended.
 */
export const GIVEN_UP_REASONS = [
  'SETTLED_BY_PAPERS',
  'NOBODY_CLAIMS_IT',
  'EVENT_REVOKED',
  'NOT_OWED',
] as const;

export type GivenUpReason = (typeof GIVEN_UP_REASONS)[number];

/** And why it ends without anybody giving it up: others are paid in its place (`REDIRECTED`). */
export const CANCEL_REASONS = [...GIVEN_UP_REASONS, 'REDIRECTED'] as const;

export type PayoutCancelReason = (typeof CANCEL_REASONS)[number];

/** A payment was given up (pembatalan): nobody knows where to pay, or nobody is to be paid. */
export type PayoutCancelled = DomainEvent<
  'PayoutCancelled',
  { payoutId: string; reason: PayoutCancelReason; cancelledOn: LocalDate; effectiveOn: LocalDate }
>;

export type PayoutEvent =
  | PayoutOrdered
  | PayoutInstructed
  | PayoutAccepted
  | PayoutSettled
  | PayoutAccountCorrected
  | PayoutAccountConfirmed
  | PayoutCancelled
  | MoneyBackEvent
  | LateSettlementEvent
  | LatenessEvent
  | PayeeEvent
  | NotDueEvent;
