import type { DoubtEvent } from './doubt.events.js';
import type { AfterDecisionEvent } from './after-decision.events.js';
import type { ClaimEventOfPeople } from './claim-by-people.events.js';
import type { HandedInEvent } from './handed-in.events.js';
import type { HeirsEvent } from './heirs.events.js';
import type { InterimEvent } from './interim.events.js';
import type { LeftToPeopleEvent } from './left-to-people.events.js';
import type { ReassessmentEvent } from './reassessment.events.js';
import type { OwedGround, SchoolStanding } from '#law';
import type { DelegationUsed, DomainEvent, LocalDate, Period, Rupiah, Sealed } from '#kernel';
import type { Deduction, ArrearsEvent } from './arrears.events.js';
import type { DecisionEvent } from './decision.events.js';

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
  | ClaimCancelled
  | InvoiceCameLate
  | ApprovedAccidentNamed
  | ClaimEventOfPeople
  | AfterDecisionEvent
  | LeftToPeopleEvent
  | InterimEvent
  | DoubtEvent
  | ReassessmentEvent
  | HeirsEvent
  | ArrearsEvent
  | DecisionEvent;
