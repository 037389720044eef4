import type { AuthorityUsed, BankAccount, DomainEvent, LocalDate, Rupiah, Sealed } from '#kernel';
import type { Level, SchoolStanding, WorkKind } from '#law';

/** Proof that the child is at school (form "Beasiswa"). */
export const EVIDENCE_KINDS = [
  'SCHOOL_LETTER',
  'REPORT_CARD',
  'TRANSCRIPT',
  'BIRTH_CERTIFICATE',
  'KK',
  'GUARDIAN_KTP',
] as const;

export type ScholarshipEvidenceKind = (typeof EVIDENCE_KINDS)[number];

/**
 * Why a scholarship is over. `PAID_ONCE`: the law before 2019-12-02 paid a single time. `EVENT_REVOKED`: the death was taken back.
 * `NOT_AMONG_FIRST`: other children were named first. `NO_LONGER_ENTITLED`: the claim, computed anew, gives the child none.
 * `CHILD_NOT_ON_RECORD`: nothing is known of the child any more, which was erased or named by mistake.
 */
export const END_REASONS = [
  'AGE_23',
  'MARRIED',
  'WORKING',
  'LEVELS_DONE',
  'DEATH',
  'PAID_ONCE',
  'EVENT_REVOKED',
  'NOT_AMONG_FIRST',
  'NO_LONGER_ENTITLED',
  'CHILD_NOT_ON_RECORD',
] as const;

export type EndReason = (typeof END_REASONS)[number];

/** Why a right goes on that had ended: what the end rests on was mistyped, was corrected since, or was determined otherwise. */
export const RESUME_REASONS = ['ENDED_BY_MISTAKE', 'FACT_CORRECTED', 'DETERMINED_OTHERWISE'] as const;

export type ResumeReason = (typeof RESUME_REASONS)[number];

/** Whose account the scholarship is paid to. */
export const SCHOLARSHIP_PAYEES = ['CHILD', 'GUARDIAN'] as const;

export type ScholarshipPayee = (typeof SCHOLARSHIP_PAYEES)[number];

/** One amount with the law behind it and the calculation in digits. */
export interface ScholarshipComponent {
  readonly code: string;
  readonly amountIdr: Rupiah;
  readonly law: string;
  readonly article: string;
  readonly arithmetic: string;
}

/** A child got the right to a scholarship (hak beasiswa). What is projected is not yet paid. */
export type ScholarshipGranted = DomainEvent<
  'ScholarshipGranted',
  {
    scholarshipId: string;
    claimId: string;
    participantId: string;
    childId: string;
    /** Day of the death or of the total disability; chooses the law. */
    eventDate: LocalDate;
    /** Place of the child in the order of registration, from 1. */
    place: number;
    /** Where the child stood at school on `asOf`; absent below school age. */
    school?: SchoolStanding;
    asOf: LocalDate;
    /** School years still ahead on the day of the event, the present one included. */
    remainingYears: Readonly<Record<Level, number>>;
    projected: readonly ScholarshipComponent[];
    projectedMaximumIdr: Rupiah;
    ruleSetVersion: string;
    /** Closed with the end of the right before: they are open to be decided again. Absent where there are none. */
    openedYears?: readonly number[];
    effectiveOn: LocalDate;
  }
>;

/** The family showed that the child studied in this year (bukti sekolah). */
export type ScholarshipEvidenceSubmitted = DomainEvent<
  'ScholarshipEvidenceSubmitted',
  {
    scholarshipId: string;
    participantId: string;
    year: number;
    level: Level;
    yearInLevel: number;
    married: boolean;
    working: boolean;
    /** Of a working child: short or independent work leaves the right (Permenaker 1/2025 Art. 103(3a)). */
    work?: { kind: WorkKind; months: number };
    evidence: readonly { kind: ScholarshipEvidenceKind }[];
    /** Subject of the token of the person who took the evidence. */
    submittedBy: string;
    payee: ScholarshipPayee;
    effectiveOn: LocalDate;
    person: Sealed<{
      birthDate: LocalDate;
      account: BankAccount;
      /** Of each paper its number, or where it lies in the archive. */
      references: readonly string[];
    }>;
  }
>;

/** A second person approved one year (persetujuan beasiswa tahunan). */
export type ScholarshipYearApproved = DomainEvent<
  'ScholarshipYearApproved',
  {
    scholarshipId: string;
    /** The claim that gives the right; absent in logs of earlier releases. */
    claimId?: string;
    participantId: string;
    year: number;
    level: Level;
    yearInLevel: number;
    components: readonly ScholarshipComponent[];
    amountIdr: Rupiah;
    ruleSetVersion: string;
    approverId: string;
    /** By whose authority; earlier releases knew no limits of a year. */
    authority?: AuthorityUsed;
    payee: ScholarshipPayee;
    effectiveOn: LocalDate;
    person: Sealed<{ account: BankAccount }>;
  }
>;

/** A year was refused, with the rule and its article. The right itself goes on. */
export type ScholarshipYearDenied = DomainEvent<
  'ScholarshipYearDenied',
  {
    scholarshipId: string;
    participantId: string;
    year: number;
    decision: string;
    rule: string;
    law: string;
    article: string;
    detail: string;
    deciderId: string;
    effectiveOn: LocalDate;
  }
>;

/** The right ended (berakhirnya hak beasiswa). */
export type ScholarshipEnded = DomainEvent<
  'ScholarshipEnded',
  {
    scholarshipId: string;
    participantId: string;
    reason: EndReason;
    /** Who ended it, or decided the year that did; earlier releases did not say. */
    enderId?: string;
    /** Shown, not decided, and beyond what the end leaves: nobody decides them. Absent where there are none, and in earlier releases. */
    closedYears?: readonly number[];
    effectiveOn: LocalDate;
  }
>;

/** The right goes on, since it should not have ended (hak beasiswa dilanjutkan): years that were missed are payable. */
export type ScholarshipResumed = DomainEvent<
  'ScholarshipResumed',
  {
    scholarshipId: string;
    participantId: string;
    reason: ResumeReason;
    /** Number of the paper that shows it; where a claim gives the right again, the id of that. */
    reference: string;
    resumerId: string;
    /** Closed with the end: they are open to be decided again. Absent where there are none. */
    openedYears?: readonly number[];
    effectiveOn: LocalDate;
  }
>;

export type ScholarshipEvent =
  | ScholarshipGranted
  | ScholarshipEvidenceSubmitted
  | ScholarshipYearApproved
  | ScholarshipYearDenied
  | ScholarshipEnded
  | ScholarshipResumed;
