import type { DelegationUsed, DomainEvent, LocalDate, Sealed } from '#kernel';

/** What is said, and what shows it: its number, or where it lies in the archive. */
interface SaidWith {
  readonly words: string;
  readonly evidence: string;
}

/** Whoever claims does not accept a decision, in writing (keberatan): somebody else looks at it, and answers. */
export type ObjectionRaised = DomainEvent<
  'ObjectionRaised',
  {
    claimId: string;
    participantId: string;
    /** Subject of the token of whoever recorded it. */
    recorderId: string;
    /** Day of the decision that it is against. */
    decidedOn: LocalDate;
    /** Until when it is answered. */
    answerBy: LocalDate;
    effectiveOn: LocalDate;
    person: Sealed<SaidWith>;
  }
>;

/** How an objection may be answered. */
export const OBJECTION_ANSWERS = ['GRANTED', 'REJECTED'] as const;

export type ObjectionAnswer = (typeof OBJECTION_ANSWERS)[number];

/** Somebody who did not decide has looked at it again, and answers (jawaban keberatan). Where it is granted the claim is open again. */
export type ObjectionAnswered = DomainEvent<
  'ObjectionAnswered',
  {
    claimId: string;
    participantId: string;
    deciderId: string;
    /** By which delegation they decide for another office; absent where it is their own, or below theirs. */
    delegation?: DelegationUsed;
    answer: ObjectionAnswer;
    effectiveOn: LocalDate;
    /** Why, for the letter. Absent where the person had been erased by then: nothing can be sealed for them. */
    person?: Sealed<{ reason: string }>;
  }
>;

/** Somebody says after an approval that they inherit, or more than was approved for them (sengketa ahli waris setelah persetujuan). */
export type DisputeReported = DomainEvent<
  'DisputeReported',
  {
    claimId: string;
    participantId: string;
    reporterId: string;
    /** Until when they may agree or bring a judgment; then what was approved may be paid. */
    until: LocalDate;
    effectiveOn: LocalDate;
    person: Sealed<SaidWith>;
  }
>;

/** How a dispute about what was approved ends. LAPSED: nobody has agreed or sued in its time. */
export const DISPUTE_ENDS = ['AGREED', 'JUDGED', 'WAIVED', 'LAPSED'] as const;

export type DisputeEnd = (typeof DISPUTE_ENDS)[number];

/** Who is paid once a dispute is over. */
export const DISPUTE_OUTCOMES = ['AS_APPROVED', 'OTHERWISE'] as const;

export type DisputeOutcome = (typeof DISPUTE_OUTCOMES)[number];

/** The dispute is over (sengketa ahli waris selesai): what was approved is paid as it was, or to those who are established then. */
export type DisputeEnded = DomainEvent<
  'DisputeEnded',
  {
    claimId: string;
    participantId: string;
    enderId: string;
    how: DisputeEnd;
    outcome: DisputeOutcome;
    effectiveOn: LocalDate;
    /** Absent where nobody has said anything. */
    person?: Sealed<SaidWith>;
  }
>;

/** What becomes of a claim that was decided. */
export type AfterDecisionEvent = ObjectionRaised | ObjectionAnswered | DisputeReported | DisputeEnded;
