import type { DoubtEvent } from './doubt.events.js';
import type { AfterDecisionEvent } from './after-decision.events.js';
import type { ClaimEventOfPeople } from './claim-by-people.events.js';
import type { Claimant, ClaimDocument, DocumentReferences, HandedInEvent } from './handed-in.events.js';
import type { HeirsEvent } from './heirs.events.js';
import type { InterimEvent } from './interim.events.js';
import type { LeftToPeopleEvent } from './left-to-people.events.js';
import type { ReassessmentEvent } from './reassessment.events.js';
import type { OwedGround, SchoolStanding } from '#law';
import type {
  AuthorityLevel,
  AuthorityUsed,
  DelegationUsed,
  BankAccount,
  DomainEvent,
  LocalDate,
  Period,
  Rupiah,
  Sealed,
} from '#kernel';

/** Who can be paid. Components of one claim may go to different payees. */
export const PAYEES = [
  'PARTICIPANT',
  'HEIR',
  'EMPLOYER',
  'PLKK',
  'RECEIPT_PAYER',
  'FUNERAL_PAYER',
  'GUARDIAN',
] as const;

export type Payee = (typeof PAYEES)[number];

/** One amount of a decision with the law behind it. Medical detail stands in the health part. */
export interface ClaimComponent {
  readonly code: string;
  readonly amountIdr: Rupiah;
  readonly law: string;
  readonly article: string;
  readonly payee: Payee;
}

/** Why an employer owes something of a benefit itself (reference 3.10). */
export const OWED_GROUNDS = [
  'NEVER_REGISTERED',
  'ARREARS_OVER_3M',
  'LATE_STAGE_ONE',
  'WAGE_SHORTFALL',
] as const satisfies readonly OwedGround[];

/** What the employer of a wage earner owes beside what BPJS pays; never part of the sum of the claim. */
export interface OwedByEmployer {
  /** The employer; of a worker of a construction project (JAKON) the project. */
  readonly employerId: string;
  /** That of the component that BPJS would pay. */
  readonly code: string;
  readonly amountIdr: Rupiah;
  readonly ground: (typeof OWED_GROUNDS)[number];
  /** Whether BPJS pays it back to the employer, after what the ground asks for. */
  readonly reimbursable: boolean;
  readonly law: string;
  readonly article: string;
}

/** An employer, or a construction project, on which a claim rests: what it reports or pays later may concern the claim. */
export interface EmployerOfClaim {
  readonly employerId: string;
  readonly eventOn: LocalDate;
  /** The wage decides how much it is. */
  readonly restsOnWage: boolean;
  /** The month whose wage was used; absent where none had been reported. */
  readonly wagePeriod?: Period;
}

/** A child of the deceased or disabled participant and what it may still get at most. */
export interface EntitledChild {
  readonly childId: string;
  readonly school?: SchoolStanding;
  readonly asOf: LocalDate;
}

/**
 * The assessor computed the benefit (penetapan besar manfaat). The decision proves itself: rule set, inputs and every
 * component are stored, so that a replay must get the same rupiah.
 */
export type BenefitCalculated = DomainEvent<
  'BenefitCalculated',
  {
    claimId: string;
    participantId: string;
    /** Subject of the assessor's token. */
    assessorId: string;
    ruleSetVersion: string;
    components: readonly ClaimComponent[];
    totalIdr: Rupiah;
    /** Present when the law refuses: `REJECTED_INACTIVE`, with the rule that refused. */
    refusal?: { decision: string; rule: string; law: string; article: string; detail: string };
    /** Children who may get a scholarship if this claim is approved. */
    entitledChildren: readonly EntitledChild[];
    /** Arrears that are deducted with the consent of the claimant; `totalIdr` is the benefit without it. */
    deduction?: Deduction;
    /** Only of a wage earner whose employer owes something itself. */
    owedByEmployer?: readonly OwedByEmployer[];
    /** Only of a wage earner. */
    employers?: readonly EmployerOfClaim[];
    /** The day of the event, where it was corrected since the claim was handed in or last calculated. */
    eventDate?: LocalDate;
    effectiveOn: LocalDate;
    /** The exact inputs of the calculation and the arithmetic in words: they tell of health. */
    health: Sealed<{
      inputs: Readonly<Record<string, unknown>>;
      arithmetic: readonly { code: string; arithmetic: string }[];
    }>;
  }
>;

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

/** Why a claim is given up that nobody can decide: settled outside by the papers, nobody comes for it, or nobody died after all. */
export const CANCEL_REASONS = ['SETTLED_BY_PAPERS', 'NOBODY_CLAIMS_IT', 'EVENT_REVOKED'] as const;

export type ClaimCancelReason = (typeof CANCEL_REASONS)[number];

/** A claim was given up (pembatalan klaim): nobody knows any more who claims and where to pay, or what the law gives. */
export type ClaimCancelled = DomainEvent<
  'ClaimCancelled',
  {
    claimId: string;
    participantId: string;
    deciderId: string;
    /** By which delegation they decide for another office; absent where it is their own, or below theirs. */
    delegation?: DelegationUsed;
    reason: ClaimCancelReason;
    effectiveOn: LocalDate;
  }
>;

/**
 * An invoice for care came to the accident after the approval, which therefore does not pay it (tagihan susulan). Nothing
 * pays it yet: a person has to settle it.
 */
export type InvoiceCameLate = DomainEvent<
  'InvoiceCameLate',
  {
    claimId: string;
    participantId: string;
    facilityId: string;
    invoiceNumber: string;
    invoiceIdr: Rupiah;
    effectiveOn: LocalDate;
  }
>;

/**
 * The accident of a claim was named that an earlier release approved without naming it (penamaan kecelakaan): so its
 * billing closes too.
 */
export type ApprovedAccidentNamed = DomainEvent<
  'ApprovedAccidentNamed',
  {
    claimId: string;
    participantId: string;
    accidentId: string;
    /** Day of the approval. */
    approvedOn: LocalDate;
    effectiveOn: LocalDate;
  }
>;

export type ClaimEvent =
  | HandedInEvent
  | BenefitCalculated
  | ClaimHeld
  | ClaimResumed
  | SetOffConsented
  | ApprovalEndorsed
  | ClaimApproved
  | ClaimDenied
  | ClaimCancelled
  | InvoiceCameLate
  | ApprovedAccidentNamed
  | ClaimEventOfPeople
  | AfterDecisionEvent
  | LeftToPeopleEvent
  | InterimEvent
  | DoubtEvent
  | ReassessmentEvent
  | HeirsEvent;
