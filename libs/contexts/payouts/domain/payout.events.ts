import type {
  AuthorityLevel,
  AuthorityUsed,
  BankAccount,
  DomainEvent,
  LocalDate,
  Rupiah,
  Sealed,
} from '#kernel';

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

/** Why a bank sent money back. */
export const RETURN_REASONS = ['ACCOUNT_CLOSED', 'ACCOUNT_UNKNOWN', 'NAME_MISMATCH', 'BANK_REFUSED'] as const;

export type ReturnReason = (typeof RETURN_REASONS)[number];

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

/**
 * A payment came late, and owes its payee something beside it (ganti rugi keterlambatan): 1 % a day of what was due in cash. Never on
 * what is owed for lateness itself.
 */
export type LateCompensationFound = DomainEvent<
  'LateCompensationFound',
  {
    payoutId: string;
    participantId: string;
    /** Last day on which it would have been in time. */
    payBy: LocalDate;
    settledOn: LocalDate;
    /** Days of the delay for which a wrong account of the payee is the reason; they are not counted. */
    stoppedDays: number;
    daysLate: number;
    benefitDueIdr: Rupiah;
    amountIdr: Rupiah;
    law: string;
    article: string;
    ruleSetVersion: string;
    effectiveOn: LocalDate;
  }
>;

/**
 * The first of several persons approved what one alone may not (persetujuan pertama ganti rugi): nothing is ordered until another does.
 */
export type LateCompensationEndorsed = DomainEvent<
  'LateCompensationEndorsed',
  {
    payoutId: string;
    participantId: string;
    endorserId: string;
    amountIdr: Rupiah;
    level: AuthorityLevel;
    effectiveOn: LocalDate;
  }
>;

/**
 * What a payment that came late owes is to be paid (persetujuan ganti rugi): by another person than the one who told the bank so late.
 * It is ordered as a payment of its own.
 */
export type LateCompensationApproved = DomainEvent<
  'LateCompensationApproved',
  {
    payoutId: string;
    participantId: string;
    payee: string;
    /** The heir that is paid, where heirs were established. */
    heirId?: string;
    /** The claim whose payment came late; earlier releases did not say. */
    claimId?: string;
    componentCodes: readonly string[];
    amountIdr: Rupiah;
    approverId: string;
    /** By whose authority; earlier releases did not say. */
    authority?: AuthorityUsed;
    effectiveOn: LocalDate;
    /** Where the late payment arrived. */
    person: Sealed<{ account: BankAccount }>;
  }
>;

/**
 * Why what a payment that came late seems to owe is not paid: the payee was the reason, the payment itself was not owed, or of an erased
 * one nobody knows where to.
 */
export const COMPENSATION_DENIALS = [
  'DELAY_OF_PAYEE',
  'PAYMENT_NOT_OWED',
  'SETTLED_BY_PAPERS',
  'NOBODY_CLAIMS_IT',
] as const;

export type CompensationDenial = (typeof COMPENSATION_DENIALS)[number];

/** What a payment that came late seems to owe is not paid (penolakan ganti rugi), with the number of the paper that shows why. */
export type LateCompensationDenied = DomainEvent<
  'LateCompensationDenied',
  {
    payoutId: string;
    participantId: string;
    reason: (typeof COMPENSATION_DENIALS)[number];
    reference: string;
    deciderId: string;
    effectiveOn: LocalDate;
  }
>;

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

export type PayoutEvent =
  | PayoutOrdered
  | PayoutInstructed
  | PayoutAccepted
  | PayoutSettled
  | LateSettlementEntered
  | LateSettlementRefused
  | PayoutReturned
  | SettledPayoutReturned
  | PayoutPartReturned
  | PayoutAccountCorrected
  | PayoutAccountConfirmed
  | PayoutCancelled
  | PayoutRedirected
  | PayeeDied
  | PayeeLives
  | PaymentNotTheirs
  | PaymentNotDue
  | PaymentAskedBack
  | NotDuePassedOn
  | LateCompensationFound
  | LateCompensationEndorsed
  | LateCompensationApproved
  | LateCompensationDenied;
