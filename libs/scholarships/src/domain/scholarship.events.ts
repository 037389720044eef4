import type { DomainEvent, LocalDate, Rupiah } from '#kernel';

/** School levels (jenjang): kindergarten, primary, lower and upper secondary, higher education. */
export const SCHOOL_LEVELS = ['TK', 'SD', 'SMP', 'SMA', 'PT'] as const;

export type SchoolLevel = (typeof SCHOOL_LEVELS)[number];

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

/** Why a scholarship is over. */
export const END_REASONS = ['AGE_23', 'MARRIED', 'WORKING', 'LEVELS_DONE', 'DEATH'] as const;

export type EndReason = (typeof END_REASONS)[number];

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
    remainingYears: Readonly<Record<SchoolLevel, number>>;
    projected: readonly {
      code: string;
      amountIdr: Rupiah;
      law: string;
      article: string;
      arithmetic: string;
    }[];
    projectedMaximumIdr: Rupiah;
    ruleSetVersion: string;
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
    level: SchoolLevel;
    yearInLevel: number;
    married: boolean;
    working: boolean;
    evidence: readonly { kind: ScholarshipEvidenceKind; reference: string }[];
    submittedBy: string;
    effectiveOn: LocalDate;
    person: { birthDate: LocalDate; account: { bank: string; number: string; holder: string } };
  }
>;

/** A second person approved one year (persetujuan beasiswa tahunan). */
export type ScholarshipYearApproved = DomainEvent<
  'ScholarshipYearApproved',
  {
    scholarshipId: string;
    participantId: string;
    year: number;
    level: SchoolLevel;
    yearInLevel: number;
    components: readonly {
      code: string;
      amountIdr: Rupiah;
      law: string;
      article: string;
      arithmetic: string;
    }[];
    amountIdr: Rupiah;
    ruleSetVersion: string;
    approverId: string;
    effectiveOn: LocalDate;
    person: { account: { bank: string; number: string; holder: string } };
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
  { scholarshipId: string; participantId: string; reason: EndReason; effectiveOn: LocalDate }
>;

export type ScholarshipEvent =
  | ScholarshipGranted
  | ScholarshipEvidenceSubmitted
  | ScholarshipYearApproved
  | ScholarshipYearDenied
  | ScholarshipEnded;
