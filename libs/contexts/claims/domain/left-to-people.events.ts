import type { DomainEvent, LocalDate, Rupiah, Sealed } from '#kernel';
import type { EntitledChild } from './claim.events.js';

/** For what a claim waits that somebody else has to say (reference 2.1, 2.7). */
export const WAIT_REASONS = [
  'MEDICAL_ADVICE',
  'INSPECTOR',
  'COURT',
  'HEIR_DISPUTE',
  'OTHER_PAYER',
  'EMPLOYER',
  'IDENTITY',
  'TREATMENT',
] as const;

export type WaitReason = (typeof WAIT_REASONS)[number];

/** For these a claim waits before whose answer nothing of it is paid (reference 4.3). */
export const STOP_REASONS = ['COURT', 'HEIR_DISPUTE', 'IDENTITY'] as const satisfies readonly WaitReason[];

export type StopReason = (typeof STOP_REASONS)[number];

/** How a wait ends. */
export const WAIT_ENDS = ['ANSWERED', 'AGREED', 'JUDGED', 'WAIVED', 'GIVEN_UP'] as const;

export type WaitEnd = (typeof WAIT_ENDS)[number];

/** Words of a person for a person. */
interface Words {
  readonly words: string;
}

/**
 * A claim waits for somebody who is neither the office nor whoever claims (menunggu pihak lain): the service clock stands still, and
 * nothing is calculated or paid until it ends. Words of a medical question are health data, all others a person's.
 */
export type WaitBegun = DomainEvent<
  'WaitBegun',
  {
    claimId: string;
    participantId: string;
    askerId: string;
    reason: WaitReason;
    /** Until when an answer is awaited; then the claim may go on without one, or be denied where it cannot. */
    until: LocalDate;
    effectiveOn: LocalDate;
    person?: Sealed<Words>;
    health?: Sealed<Words>;
  }
>;

/** What was waited for is there, or is awaited no more (penantian berakhir): the claim goes on, and with it the service clock. */
export type WaitEnded = DomainEvent<
  'WaitEnded',
  {
    claimId: string;
    participantId: string;
    enderId: string;
    reason: WaitReason;
    how: WaitEnd;
    /** Last day on which payment is in time, moved by the working days of the wait, or by all its days where it was late before. */
    payBy: LocalDate;
    effectiveOn: LocalDate;
    /** The answer, and what shows it: its number, or where it lies in the archive. */
    person?: Sealed<Words & { readonly evidence: string }>;
    health?: Sealed<Words & { readonly evidence: string }>;
  }
>;

/**
 * Nothing of a claim is paid until somebody answers, while documents are missing or somebody else is waited for, such as for the end of a
 * treatment (pembayaran ditahan): what is due before that is not paid meanwhile. Once the claim could go on, it waits for the answer.
 */
export type PaymentsStopped = DomainEvent<
  'PaymentsStopped',
  {
    claimId: string;
    participantId: string;
    askerId: string;
    reason: StopReason;
    /** Until when an answer is awaited. */
    until: LocalDate;
    effectiveOn: LocalDate;
    person: Sealed<Words>;
  }
>;

/** That was answered, or is asked no more (pembayaran dilanjutkan). The claim stands where it stood. */
export type PaymentsResumed = DomainEvent<
  'PaymentsResumed',
  {
    claimId: string;
    participantId: string;
    enderId: string;
    reason: StopReason;
    how: WaitEnd;
    effectiveOn: LocalDate;
    /** The answer, and what shows it; absent where nobody answered. */
    person?: Sealed<Words & { readonly evidence: string }>;
  }
>;

/** On what a person rests who grants what the law was not found to give (reference 2.7). */
export const DETERMINATION_GROUNDS = [
  'LAW_TEXT',
  'INSPECTOR',
  'MINISTER',
  'COURT',
  'ADVISORY_DOCTOR',
] as const;

export type DeterminationGround = (typeof DETERMINATION_GROUNDS)[number];

/** Whether children get a scholarship by what a person says is due. */
export const SAID_SCHOLARSHIPS = ['GRANTED', 'NONE'] as const;

export type SaidScholarship = (typeof SAID_SCHOLARSHIPS)[number];

/** What a person grants, in the words of the law for whatever it was found to say instead. */
export interface DeterminedComponent {
  readonly code: string;
  readonly amountIdr: Rupiah;
  readonly law: string;
  readonly article: string;
  readonly payee: 'PARTICIPANT' | 'HEIR' | 'PLKK';
}

/**
 * A person says what is due where the law leaves it to one, or against what it was found to say (penetapan manfaat oleh petugas). It
 * takes the place of the calculation; a second person approves it like one.
 */
export type BenefitDetermined = DomainEvent<
  'BenefitDetermined',
  {
    claimId: string;
    participantId: string;
    /** Subject of the token of whoever says so. */
    assessorId: string;
    ground: DeterminationGround;
    /** What the law was found to say instead: `MANUAL_REVIEW`, `REJECTED_INACTIVE`. */
    insteadOf: string;
    components: readonly DeterminedComponent[];
    /** What is left to pay. */
    totalIdr: Rupiah;
    /** What of it was paid before the end, and so is no part of the components; absent where nothing was, and in earlier releases. */
    lessInterimIdr?: Rupiah;
    /** Whether children get a scholarship by it; absent in earlier releases, where none did. */
    scholarship?: SaidScholarship;
    /** Those who do if it is approved. */
    entitledChildren?: readonly EntitledChild[];
    effectiveOn: LocalDate;
    /** Why, in words, and what shows it: its number, or where it lies in the archive. */
    person: Sealed<{ reason: string; evidence: string }>;
  }
>;

/** What the law leaves to people, and what they wait for. */
export type LeftToPeopleEvent = WaitBegun | WaitEnded | PaymentsStopped | PaymentsResumed | BenefitDetermined;
