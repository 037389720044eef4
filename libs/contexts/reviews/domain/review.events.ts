import type { DomainEvent, LocalDate } from '#kernel';

/** What can be corrected so late that something was calculated with it. */
export const LATE_FACTS = [
  'BIRTH_DATE',
  'OCCUPATION',
  'WORKPLACE',
  'NIK',
  'CONTRIBUTION',
  'CHILD',
  'HEIR',
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

/** Somebody looked, and said what follows (peninjauan selesai). */
export type LateFactReviewClosed = DomainEvent<
  'LateFactReviewClosed',
  {
    participantId: string;
    reviewId: string;
    closerId: string;
    outcome: ReviewOutcome;
    effectiveOn: LocalDate;
  }
>;

export type ReviewEvent = BenefitListed | LateFactReviewOpened | LateFactReviewClosed;
