import type { AuthorityUsed, DelegationUsed, DomainEvent, LocalDate, Rupiah, Sealed } from '#kernel';
import type { OPENED_AGAIN_BY } from './claim-by-people.events.js';
import type { ArrearsMonth } from './arrears.events.js';
import type { ClaimCancelReason, ClaimComponent, EntitledChild } from './claim.events.js';
import type { ApprovedPayment, IdentifiedPayment, PaidTo } from './decision.events.js';
import type { DETERMINATION_GROUNDS, SaidScholarship } from './left-to-people.events.js';

/**
 * More may be due than was approved, by a receipt of contributions that was recorded after the approval: a person has to look
 * (penetapan ulang). Where it has a ground, more or less may be due, whatever the programme: everything is computed anew.
 */
export type ReassessmentOpened = DomainEvent<
  'ReassessmentOpened',
  {
    claimId: string;
    participantId: string;
    /** Absent where a receipt opened it, and in logs of earlier releases. */
    ground?: (typeof OPENED_AGAIN_BY)[number];
    /** Subject of the token of whoever opened it for that ground. */
    openerId?: string;
    /** By which delegation they decide for another office; absent where it is their own, or below theirs. */
    delegation?: DelegationUsed;
    /** Subjects of those who had a hand in the decision that somebody objected to, with success: they do not decide it anew. */
    deciderIds?: readonly string[];
    effectiveOn: LocalDate;
    /** What is new, or what went wrong, in words. */
    person?: Sealed<{ reason: string }>;
  }
>;

/** What a component comes to now, beside what had been approved of it. */
export interface ComponentChange {
  readonly code: string;
  readonly approvedIdr: Rupiah;
  readonly dueIdr: Rupiah;
}

/** What was approved and is not due: whoever claimed owes it back, an employer that was repaid, or heirs of somebody who lives. */
export interface PaidTooMuch {
  /** The employer that owes it back; absent where it is whoever claimed. */
  readonly employerId?: string;
  /**
   * The heirs owe it for whom it was approved, and the participant lives and claims again. Absent otherwise, and in earlier releases, where
   * it counted as paid to the participant.
   */
  readonly byHeirs?: true;
  readonly amountIdr: Rupiah;
}

/** The same, once a second person has approved it. */
export interface PaidTooMuchOf extends PaidTooMuch {
  /**
   * Of which payments it is: what of them no bank has is not paid, and what came back is not asked back again. What they do not come to, as
   * what was deducted from them, is owed back whole; earlier releases named none.
   */
  readonly ofPayments?: readonly IdentifiedPayment[];
}

/** An approved claim was computed anew by what is known now (perhitungan ulang manfaat). What was decided stays as it is. */
export type BenefitReassessed = DomainEvent<
  'BenefitReassessed',
  {
    claimId: string;
    participantId: string;
    /** Subject of the assessor's token. */
    assessorId: string;
    ruleSetVersion: string;
    components: readonly ClaimComponent[];
    /** What the law gives by what is known now. */
    totalIdr: Rupiah;
    /** What had been approved for payment by then. */
    approvedIdr: Rupiah;
    /** What is due beside it, with what is given back; zero where nothing is. */
    differenceIdr: Rupiah;
    /** Arrears that had been deducted and that somebody paid as well: they are given back. */
    givenBack?: readonly ArrearsMonth[];
    /** Children who may get a scholarship by what is known now. */
    entitledChildren: readonly EntitledChild[];
    /** As of an approval. */
    withoutScholarship?: true;
    /**
     * Ids of the children who had a right to a scholarship by the claim and have none by what is due now. Absent where there are none, and
     * in earlier releases, where such a right went on.
     */
    noLongerEntitledIds?: readonly string[];
    /** Of each component what it was and what it is; only of a re-assessment that has a ground. */
    changes?: readonly ComponentChange[];
    /** What the law gave, where that is not what is due: care stays as it was approved, and what was cut stays cut. */
    computed?: {
      components: readonly ClaimComponent[];
      totalIdr: Rupiah;
      /** Code of the decision by which the law refuses. */
      decision?: string;
    };
    /** What is due no more, though it was approved; only of a re-assessment that has a ground. */
    paidTooMuch?: readonly PaidTooMuch[];
    /**
     * What of the payments before the end of the treatment is not due: it is asked back with the approval. Absent where all of it is, and in
     * earlier releases, which did not look.
     */
    interimTooMuch?: readonly PaidTooMuch[];
    /** On what it rests, where a person said what is due. */
    determinedBy?: (typeof DETERMINATION_GROUNDS)[number];
    /** Whether children get a scholarship by what a person said; absent in earlier releases, where none more did. */
    scholarship?: SaidScholarship;
    /** The day of the event, where it was corrected since the claim was handed in or last calculated; earlier releases left it out. */
    eventDate?: LocalDate;
    effectiveOn: LocalDate;
    /** Why, in words, and what shows it; only where a person said what is due. */
    person?: Sealed<{ reason: string; evidence: string }>;
    health: Sealed<{
      inputs: Readonly<Record<string, unknown>>;
      arithmetic: readonly { code: string; arithmetic: string }[];
    }>;
  }
>;

/** A second person approved what is due beside what had been approved, or is not due (persetujuan kekurangan atau kelebihan bayar). */
export type DifferenceApproved = DomainEvent<
  'DifferenceApproved',
  {
    claimId: string;
    participantId: string;
    /** Code of the programme. */
    programme: string;
    eventDate: LocalDate;
    approverId: string;
    /** What the claim comes to in all. */
    totalIdr: Rupiah;
    differenceIdr: Rupiah;
    /** Arrears that had been deducted and that somebody paid as well. */
    givenBack?: readonly ArrearsMonth[];
    /** Of each component what it was and what it is; only of a re-assessment that has a ground. */
    changes?: readonly ComponentChange[];
    /** What is due no more, though it was approved: what of it arrived and did not come back is recorded as a receivable. */
    paidTooMuch?: readonly PaidTooMuchOf[];
    /**
     * What of the payments before the end of the treatment is not due: `InterimPaidTooMuch`, recorded with this, asks each back. Absent
     * where all of it is, and in earlier releases, which told it there alone.
     */
    interimTooMuch?: readonly PaidTooMuch[];
    payments: readonly ApprovedPayment[];
    entitledChildren: readonly EntitledChild[];
    /** As of an approval. */
    withoutScholarship?: true;
    /** As of the re-assessment: their right to further school years ends. */
    noLongerEntitledIds?: readonly string[];
    payBy: LocalDate;
    /** Earlier releases knew no limits. */
    authority?: AuthorityUsed;
    effectiveOn: LocalDate;
    /** As that of an approval. */
    person: Sealed<PaidTo>;
  }
>;

/** A re-assessment was given up: the person was erased, and nobody knows any more where to pay (pembatalan penetapan ulang). */
export type ReassessmentDropped = DomainEvent<
  'ReassessmentDropped',
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

/** What becomes of an approved claim that is looked at again. */
export type ReassessmentEvent =
  ReassessmentOpened | BenefitReassessed | DifferenceApproved | ReassessmentDropped;
