import type { DomainEvent, LocalDate, Period, Rupiah } from '#kernel';
import type { RECEIVABLE_KINDS } from './receivable.events.js';

/** What can be corrected so late that something was calculated with it. */
export const LATE_FACTS = [
  'BIRTH_DATE',
  'OCCUPATION',
  'WORKPLACE',
  'NIK',
  'CONTRIBUTION',
  'CHILD',
  'HEIR',
  'CHILD_ORDER',
  'DEATH',
  'WAGE',
  'EMPLOYMENT',
  'MERGER',
  'SPLIT',
] as const;

export type LateFact = (typeof LATE_FACTS)[number];

export const BENEFIT_KINDS = ['CLAIM', 'SCHOLARSHIP'] as const;

/** What was decided of somebody, and may have to be decided anew: a claim, or the scholarship of a child. */
export interface Benefit {
  readonly kind: (typeof BENEFIT_KINDS)[number];
  readonly id: string;
}

/** Something of this participant was calculated or granted: a fact that comes late may concern it (manfaat tercatat). */
export type BenefitListed = DomainEvent<
  'BenefitListed',
  { participantId: string; benefit: Benefit; effectiveOn: LocalDate }
>;

/** A fact on which a benefit may rest was corrected after it was calculated: a person has to look (peninjauan). */
export type LateFactReviewOpened = DomainEvent<
  'LateFactReviewOpened',
  {
    participantId: string;
    reviewId: string;
    benefit: Benefit;
    facts: readonly LateFact[];
    /** The event that corrected it. */
    causeId: string;
    /** Subjects of the tokens of those who did: they do not close it. */
    correctedBy: readonly string[];
    effectiveOn: LocalDate;
  }
>;

/** What somebody found who looked. The benefit itself changes only by a decision of its own. */
export const REVIEW_OUTCOMES = [
  'NOTHING_CHANGES',
  'MORE_IS_DUE',
  'TOO_MUCH_WAS_PAID',
  'DECIDED_ANEW',
] as const;

export type ReviewOutcome = (typeof REVIEW_OUTCOMES)[number];

/** Money that is owed since, as somebody found. */
export interface FoundMoney {
  readonly kind: (typeof RECEIVABLE_KINDS)[number];
  /** The employer that owes it, or to which it is owed. */
  readonly employerId?: string;
  readonly amountIdr: Rupiah;
}

/** Somebody looked, and said what follows (peninjauan selesai). */
export type LateFactReviewClosed = DomainEvent<
  'LateFactReviewClosed',
  {
    participantId: string;
    reviewId: string;
    closerId: string;
    outcome: ReviewOutcome;
    /** What is owed since; absent where nothing is, and in logs of earlier releases. */
    found?: readonly FoundMoney[];
    /** Of which benefit; there where something is owed. */
    benefit?: Benefit;
    effectiveOn: LocalDate;
  }
>;

export type ReviewEvent = BenefitListed | LateFactReviewOpened | LateFactReviewClosed;

/** What was calculated for a wage earner rests on what an employer reports and pays (manfaat bersandar pada pemberi kerja). */
export type BenefitRestsOnEmployer = DomainEvent<
  'BenefitRestsOnEmployer',
  {
    employerId: string;
    participantId: string;
    benefit: Benefit;
    /** The day of the accident or of the death. */
    eventOn: LocalDate;
    /** The wage decides how much it is. */
    restsOnWage: boolean;
    /** The month whose wage was used; absent where none had been reported. */
    wagePeriod?: Period;
    effectiveOn: LocalDate;
  }
>;

/** Something came from the employer on which a benefit rests, after it was calculated (fakta pemberi kerja terlambat). */
export type EmployerFactCameLate = DomainEvent<
  'EmployerFactCameLate',
  {
    employerId: string;
    participantId: string;
    benefit: Benefit;
    fact: LateFact;
    /** The event that told it. */
    causeId: string;
    /** Where it was a correction: subjects of the tokens of those who made it. */
    correctedBy?: readonly string[];
    effectiveOn: LocalDate;
  }
>;

export type RelianceEvent = BenefitRestsOnEmployer | EmployerFactCameLate;
