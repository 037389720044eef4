import type { DomainEvent, LocalDate } from '#kernel';

/** Rules of reference 7; the numbers never change. */
export const DETECTION_RULES = [
  'FD-01',
  'FD-02',
  'FD-03',
  'FD-04',
  'FD-05',
  'FD-06',
  'FD-07',
  'FD-08',
  'FD-09',
  'FD-10',
  'FD-11',
  'FD-12',
  'FD-13',
  'FD-14',
  'FD-15',
  'FD-16',
  'FD-17',
  'FD-18',
  'FD-19',
  'FD-20',
  'FD-21',
  'FD-22',
  'FD-23',
  'FD-24',
] as const;

export type RuleId = (typeof DETECTION_RULES)[number];

/** What a finding may be about. OFFICER: somebody of the office, by the subject of their token. */
export const FINDING_SUBJECTS = [
  'PERSON',
  'CLAIM',
  'ACCIDENT',
  'FACILITY',
  'PAYOUT',
  'SCHOLARSHIP',
  'SPONSOR',
  'EMPLOYER',
  'OFFICER',
] as const;

export type FindingSubject = (typeof FINDING_SUBJECTS)[number];

/** What of a finding is counted, or on which day it was. */
export const MEASURES = [
  'persons',
  'claims',
  'days',
  'nights',
  'from',
  'until',
  'recordedOn',
  'deaths',
  'registrations',
  'perMille',
  'usualPerMille',
  'wageIdr',
  'medianIdr',
  'invoices',
  'limitIdr',
  'leastIdr',
  'approvals',
  'ofAll',
  'beds',
  'restDays',
  'rights',
  'cases',
  'meanIdr',
  'usualIdr',
  'facilities',
] as const;

export type Measure = (typeof MEASURES)[number];

/** A pattern was found in what is recorded (temuan deteksi). It says where somebody should look, and changes nothing by itself. */
export type FindingOpened = DomainEvent<
  'FindingOpened',
  {
    findingId: string;
    rule: RuleId;
    /** Since when its thresholds hold. */
    termsOf: LocalDate;
    subjects: readonly { readonly kind: (typeof FINDING_SUBJECTS)[number]; readonly id: string }[];
    measures: readonly {
      readonly of: (typeof MEASURES)[number];
      readonly value: number | LocalDate;
    }[];
    /** Places in the log of the events that prove it. */
    proof: readonly string[];
    /** The last day on which somebody should have looked. */
    lookBy: LocalDate;
    /** In which look it was found; absent in logs of earlier releases. */
    lookId?: string;
    /** Of cases that are one matter, such as of one account that more and more claims name; absent where a case stands alone. */
    matterId?: string;
    effectiveOn: LocalDate;
  }
>;

/**
 * The same case concerns claims that were not known of it before (temuan mencakup klaim lain), such as one that was handed in since. Only
 * of rules by whose findings claims wait, and not of a finding that was explained.
 */
export type FindingExtended = DomainEvent<
  'FindingExtended',
  { findingId: string; claimIds: readonly string[]; matterId?: string; effectiveOn: LocalDate }
>;

/** Somebody looks into it (temuan ditindaklanjuti). */
export type FindingTakenUp = DomainEvent<
  'FindingTakenUp',
  { findingId: string; takerId: string; effectiveOn: LocalDate }
>;

/** What somebody did to find out. */
export const INQUIRIES = [
  'PAPERS_LOOKED_THROUGH',
  'PERSON_ASKED',
  'EMPLOYER_ASKED',
  'FACILITY_ASKED',
  'BANK_ASKED',
  'DUKCAPIL_ASKED',
  'VISITED',
] as const;

export type Inquiry = (typeof INQUIRIES)[number];

/** What was done to find out (catatan pemeriksaan). */
export type FindingNoted = DomainEvent<
  'FindingNoted',
  {
    findingId: string;
    authorId: string;
    inquiry: Inquiry;
    /** Number of the paper that tells of it. */
    reference: string;
    effectiveOn: LocalDate;
  }
>;

/** Why a finding is none. */
export const EXPLANATIONS = [
  'ONE_FAMILY',
  'TWO_PERSONS',
  'SHARED_ACCOUNT_SHOWN',
  'ENTERED_LATE_WITH_REASON',
  'ONE_PAPER_FOR_BOTH',
  'TREATED_AT_BOTH',
  'USUAL_FOR_THE_PLACE',
  'PART_OF_THE_WORK',
  'RECORDED_WRONGLY',
  'RULE_TOO_WIDE',
] as const;

export type Explanation = (typeof EXPLANATIONS)[number];

/** There is nothing to it (temuan dijelaskan): it was looked into, and has an ordinary cause. */
export type FindingExplained = DomainEvent<
  'FindingExplained',
  {
    findingId: string;
    closerId: string;
    because: Explanation;
    reference: string;
    /** Claims that waited because of it; absent where none did. */
    claimIds?: readonly string[];
    effectiveOn: LocalDate;
  }
>;

/** What follows of a finding that is one. */
export const CONSEQUENCES = [
  'CLAIM_REASSESSED',
  'CLAIM_DENIED',
  'MONEY_ASKED_BACK',
  'DATA_CORRECTED',
  'AGREEMENT_LOOKED_AT',
  'OFFICER_LOOKED_INTO',
  'REPORTED_TO_INSPECTOR',
  'REPORTED_TO_POLICE',
] as const;

export type Consequence = (typeof CONSEQUENCES)[number];

/** It is what it looked like (temuan terbukti). What follows is done where it belongs. */
export type FindingConfirmed = DomainEvent<
  'FindingConfirmed',
  { findingId: string; closerId: string; consequence: Consequence; reference: string; effectiveOn: LocalDate }
>;

export type FindingEvent =
  FindingOpened | FindingExtended | FindingTakenUp | FindingNoted | FindingExplained | FindingConfirmed;

/** Everything that is recorded is looked through for patterns (pemeriksaan deteksi). */
export type DetectionLookBegun = DomainEvent<'DetectionLookBegun', { effectiveOn: LocalDate }>;

/** All rules were asked. */
export type DetectionLookEnded = DomainEvent<
  'DetectionLookEnded',
  {
    /** Findings that were new. */
    opened: number;
    effectiveOn: LocalDate;
  }
>;

export type DetectionLookEvent = DetectionLookBegun | DetectionLookEnded;
