import type {
  AuthorityLevel,
  AuthorityUsed,
  DelegationUsed,
  BankAccount,
  DomainEvent,
  LocalDate,
  Rupiah,
  Sealed,
} from '#kernel';
import type { Payee, OwedByEmployer, EntitledChild } from './claim.events.js';
import type { Deduction } from './arrears.events.js';

/** What is to be paid to whom; one payout follows from each. */
export interface ApprovedPayment {
  readonly payee: Payee;
  /** The PLKK that is paid; absent for persons. */
  readonly facilityId?: string;
  /** The employer that is paid; absent for anybody else. */
  readonly employerId?: string;
  /** The heir that is paid, where heirs were established; absent for anybody else. */
  readonly heirId?: string;
  readonly componentCodes: readonly string[];
  /** What is paid: the net, where something is deducted. */
  readonly amountIdr: Rupiah;
  /** What of the benefit is care, where some of it is and some is cash; absent otherwise, and in logs of earlier releases. */
  readonly careIdr?: Rupiah;
  /** Only where arrears are deducted: the benefit, and the deduction from it. */
  readonly benefitIdr?: Rupiah;
  readonly deductedIdr?: Rupiah;
}

/** A payment to a person or an employer that was approved, by what makes its identity; or what of it is not due. */
export interface IdentifiedPayment {
  /** Id of the event that approved it. */
  readonly approvalId: string;
  readonly payee: ApprovedPayment['payee'];
  /** The employer that is paid; absent for anybody else. */
  readonly employerId?: string;
  /** The heir that is paid, where heirs were established; absent for anybody else. */
  readonly heirId?: string;
  readonly amountIdr: Rupiah;
}

/** An invoice or receipt for care, as its facility numbers it. */
export interface ApprovedInvoice {
  readonly facilityId: string;
  readonly invoiceNumber: string;
}

/** Where persons are paid. */
export interface PaidTo {
  readonly account: BankAccount;
  readonly heirs?: readonly { readonly heirId: string; readonly account: BankAccount }[];
}

/**
 * The first of several persons approved what one alone may not (persetujuan pertama): nothing is paid until another does. What is
 * calculated or handed in afterwards ends it.
 */
export type ApprovalEndorsed = DomainEvent<
  'ApprovalEndorsed',
  {
    claimId: string;
    participantId: string;
    endorserId: string;
    /** What the claim comes to in all. */
    totalIdr: Rupiah;
    level: AuthorityLevel;
    /** By which delegation they decide for another office; absent where it is their own, or below theirs. */
    delegation?: DelegationUsed;
    effectiveOn: LocalDate;
  }
>;

/** What becomes of the rest of a component that is approved in part: it is refused, or looked at later. */
export const PART_STANDINGS = ['CUT', 'OPEN'] as const;

export type PartStanding = (typeof PART_STANDINGS)[number];

/** A component of which less was approved than was calculated. */
export interface ApprovedPart {
  readonly code: string;
  /** Whose component it is; earlier releases did not say. */
  readonly payee?: Payee;
  readonly calculatedIdr: Rupiah;
  readonly approvedIdr: Rupiah;
  readonly standing: PartStanding;
}

/** A second person approved the claim (persetujuan klaim). */
export type ClaimApproved = DomainEvent<
  'ClaimApproved',
  {
    claimId: string;
    participantId: string;
    /** Code of the programme. */
    programme: string;
    /** The accident of a claim that is for one; earlier releases did not name it here. */
    accidentId?: string;
    eventDate: LocalDate;
    approverId: string;
    totalIdr: Rupiah;
    /** Arrears that are deducted from what the claimant is paid: by that they count as received. */
    deduction?: Deduction;
    /** What the employer owes beside it; not paid here. */
    owedByEmployer?: readonly OwedByEmployer[];
    payments: readonly ApprovedPayment[];
    /** The invoices that it pays for; earlier releases did not list them. */
    invoices?: readonly ApprovedInvoice[];
    entitledChildren: readonly EntitledChild[];
    /** Children get no scholarship by it, whoever is named; absent where they do, and in earlier releases, which did not say. */
    withoutScholarship?: true;
    payBy: LocalDate;
    /** Earlier releases knew no limits. */
    authority?: AuthorityUsed;
    /** What was approved in part; absent where everything was approved as it was calculated. */
    parts?: readonly ApprovedPart[];
    effectiveOn: LocalDate;
    /** The account of every payee that is a person, and that of each heir where they were established; why something is cut or open. */
    person: Sealed<PaidTo & { readonly reason?: string }>;
  }
>;

/** The claim was denied, with the rule and its article (penolakan klaim). */
export type ClaimDenied = DomainEvent<
  'ClaimDenied',
  {
    claimId: string;
    participantId: string;
    deciderId: string;
    /** By which delegation they decide for another office; absent where it is their own, or below theirs. */
    delegation?: DelegationUsed;
    decision: string;
    rule: string;
    law: string;
    article: string;
    /** Plain words without personal data. */
    detail: string;
    /** Where the employer pays in place of BPJS: what. */
    owedByEmployer?: readonly OwedByEmployer[];
    effectiveOn: LocalDate;
  }
>;

/** What is decided of what was calculated. */
export type DecisionEvent = ApprovalEndorsed | ClaimApproved | ClaimDenied;
