import type { DomainEvent, LocalDate, Period, Rupiah } from '#kernel';

/** What was decided, where it is no claim: an invoice, a year at school, what a delay owes, what is paid before the end of a treatment. */
export const OTHER_SUBJECTS = ['INVOICE', 'SCHOLARSHIP', 'COMPENSATION', 'INTERIM'] as const;

/** What a decision is about. Of each as many are drawn as of claims. */
export const SUBJECTS = ['CLAIM', ...OTHER_SUBJECTS] as const;

export type SubjectKind = (typeof SUBJECTS)[number];

/** An invoice, a scholarship, a payment that came late, or the claim that pays before its end. */
export interface OtherSubject {
  readonly kind: (typeof OTHER_SUBJECTS)[number];
  readonly id: string;
  /** The accident of an invoice. */
  readonly accidentId?: string;
}

/** How something was decided that may be looked at again. */
export const DECISIONS = ['APPROVAL', 'DENIAL'] as const;

export type DecisionKind = (typeof DECISIONS)[number];

/** By kind and amount: each has a rate of its own (reference 6.3). */
export const STRATA = [
  'AGAINST_ENGINE',
  'DENIAL_FOR_DISHONESTY',
  'DENIAL',
  'APPROVAL_ABOVE_100M',
  'APPROVAL_TO_100M',
  'APPROVAL_BELOW_10M',
] as const;

export type Stratum = (typeof STRATA)[number];

/**
 * The seed of a month was made (benih sampel), before anybody knows what is decided in it: the draw follows from it and from the decisions
 * alone, so nobody can choose what is looked at, and an auditor can draw again.
 */
export type SampleSeedRecorded = DomainEvent<
  'SampleSeedRecorded',
  {
    month: Period;
    /** 256 bits by chance, in hexadecimal. */
    seed: string;
    effectiveOn: LocalDate;
  }
>;

/** The decisions of a month were drawn from (penarikan sampel). */
export type SampleDrawn = DomainEvent<
  'SampleDrawn',
  {
    month: Period;
    /** Up to which commit position of the log decisions were looked at. */
    positionId: string;
    /** What was drawn from; of earlier releases decisions on claims alone. */
    subjects?: readonly SubjectKind[];
    decisions: number;
    drawn: number;
    /** How many of the month before had been reviewed by then, and how many of those were wrong: above 3 % the rates double. */
    reviewedBefore: number;
    wrongBefore: number;
    isDoubled: boolean;
    effectiveOn: LocalDate;
  }
>;

/** All that was drawn of a month is there to be reviewed. */
export type SamplingEnded = DomainEvent<'SamplingEnded', { month: Period; effectiveOn: LocalDate }>;

export type SamplingEvent = SampleSeedRecorded | SampleDrawn | SamplingEnded;

/** A decision was drawn, and somebody of another branch looks at it again (keputusan tersampel). */
export type DecisionSampled = DomainEvent<
  'DecisionSampled',
  {
    sampleId: string;
    month: Period;
    /** The claim that it is of; absent of an invoice. */
    claimId?: string;
    /** What was decided, where it was not the claim itself. */
    subject?: OtherSubject;
    participantId: string;
    /** Id of the event that decided. */
    decisionId: string;
    decision: (typeof DECISIONS)[number];
    stratum: (typeof STRATA)[number];
    amountIdr: Rupiah;
    decidedOn: LocalDate;
    /** Where it was decided: that office does not review it. */
    office: string;
    deciderId: string;
    /** Subjects of those who had a hand in the claim. */
    handIds: readonly string[];
    /** The office that is asked to; absent where only one decides at all. */
    reviewerOffice?: string;
    reviewBy: LocalDate;
    effectiveOn: LocalDate;
  }
>;

/** What a review finds (reference 6.3). FORMAL: wrong, but no money changes. */
export const REVIEW_RESULTS = ['CORRECT', 'FORMAL', 'MONEY', 'WRONG_PERSON'] as const;

export type ReviewResult = (typeof REVIEW_RESULTS)[number];

/** Whether too much or too little was decided. */
export const DEVIATIONS = ['TOO_MUCH', 'TOO_LITTLE'] as const;

export type Deviation = (typeof DEVIATIONS)[number];

/**
 * Somebody of another branch has looked at a decision again (hasil uji petik). Where money or the person is wrong the claim is open again; of
 * what cannot be opened again a supervisor says what follows.
 */
export type SampleReviewed = DomainEvent<
  'SampleReviewed',
  {
    sampleId: string;
    claimId?: string;
    /** What was decided, where it was not the claim itself. */
    subject?: OtherSubject;
    participantId: string;
    result: (typeof REVIEW_RESULTS)[number];
    /** Of MONEY: by how much, and to which side. */
    deviation?: { side: (typeof DEVIATIONS)[number]; amountIdr: Rupiah };
    /** Number of the sheet on which it is reasoned. */
    reference: string;
    reviewerId: string;
    /** By when a supervisor says what follows; absent where nothing does, or the claim is open again. */
    followUpBy?: LocalDate;
    effectiveOn: LocalDate;
  }
>;

/**
 * What follows from a finding on something that cannot be opened again. CORRECTED: by a command on the thing itself, such as a credit of the
 * invoice; PAID_AFTER: what was too little was paid since; OWED_BACK: it is asked back, as a receivable; LEFT: nothing, for reasons.
 */
export const FOLLOW_UPS = ['CORRECTED', 'PAID_AFTER', 'OWED_BACK', 'LEFT'] as const;

export type FollowUp = (typeof FOLLOW_UPS)[number];

/** Somebody has said what follows from a finding (tindak lanjut uji petik). */
export type SampleFollowedUp = DomainEvent<
  'SampleFollowedUp',
  {
    sampleId: string;
    participantId: string;
    how: (typeof FOLLOW_UPS)[number];
    /** Of OWED_BACK: what is asked back, and of which benefit. */
    owedBack?: { benefit: { kind: 'CLAIM' | 'SCHOLARSHIP'; id: string }; amountIdr: Rupiah };
    /** Number of the paper, or of what was recorded. */
    reference: string;
    followerId: string;
    effectiveOn: LocalDate;
  }
>;

export type SampleEvent = DecisionSampled | SampleReviewed | SampleFollowedUp;
