import type {
  AuthorityLevel,
  AuthorityUsed,
  BankAccount,
  DomainEvent,
  LocalDate,
  Rupiah,
  Sealed,
} from '#kernel';

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

/** What is owed because a payment came late. */
export type LatenessEvent =
  LateCompensationFound | LateCompensationEndorsed | LateCompensationApproved | LateCompensationDenied;
