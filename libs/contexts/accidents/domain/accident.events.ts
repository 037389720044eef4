import type {
  Conclusion,
  CoverageStatus,
  Hand,
  Injury,
  OtherPayer,
  OtherPayerStatus,
  TransportMode,
} from '#law';
import type { AccidentCorrection } from './corrections.events.js';
import type { DeterminationEvent } from './determination.events.js';
import type { InterestNoted } from './interest.events.js';
import type { DomainEvent, Instant, LocalDate, Rupiah, Sealed } from '#kernel';

/** What kind of accident the law knows (PP 44/2015 Art. 1; Permenaker 5/2021; Permenaker 1/2025 for violence). */
export const ACCIDENT_KINDS = [
  'AT_WORK',
  'COMMUTE',
  'ON_DUTY',
  'BREAK',
  'SUDDEN_DEATH',
  'OCCUPATIONAL_DISEASE',
  'VIOLENCE',
] as const;

export type AccidentKind = (typeof ACCIDENT_KINDS)[number];

/** Kind of place on form KK1. */
export const PLACE_KINDS = ['INSIDE_WORK_SITE', 'OUTSIDE_WORK_SITE', 'TRAFFIC'] as const;

export type PlaceKind = (typeof PLACE_KINDS)[number];

/** Who tells of an accident or signs a report; GROUP is a group of self-employed workers (wadah). */
export const NOTIFIERS = ['PARTICIPANT', 'FAMILY', 'EMPLOYER', 'UNION', 'FACILITY', 'GROUP'] as const;

export type Notifier = (typeof NOTIFIERS)[number];

/** What stage I says the accident did to the worker. */
export const EFFECTS = ['INJURY', 'DEATH'] as const;

export type Effect = (typeof EFFECTS)[number];

/** Proof of what happened; a commuting accident and violence need some of it (Kepmen 609/2012; Permenaker 1/2025). */
export const EVIDENCE_KINDS = [
  'POLICE_LETTER',
  'TWO_WITNESSES',
  'VISUM',
  'ATTENDANCE_LIST',
  'CHRONOLOGY',
] as const;

export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** The medical conditions of form KK2. Five are final; UNDER_TREATMENT says that care goes on. */
export const MEDICAL_CONDITIONS = [
  'HEALED',
  'PARTIAL_FUNCTIONAL',
  'PARTIAL_ANATOMIC',
  'TOTAL_PERMANENT',
  'DEAD',
  'UNDER_TREATMENT',
] as const;

export type MedicalCondition = (typeof MEDICAL_CONDITIONS)[number];

/** The examining doctor, or the advisory doctor (dokter penasehat). */
export const DOCTOR_KINDS = ['TREATING', 'ADVISORY'] as const;

export type DoctorKind = (typeof DOCTOR_KINDS)[number];

/**
 * Who an invoice is for. GUARANTEED: BPJS pays the PLKK that holds a guarantee letter.
 * REIMBURSEMENT: the patient paid and claims the cost back with receipts (penggantian biaya).
 */
export type Billing = 'GUARANTEED' | 'REIMBURSEMENT';

/** Who paid first what is claimed back: the participant, or the employer at whose work it happened (yang menalangi). */
export const ADVANCED_BY = ['PARTICIPANT', 'EMPLOYER'] as const;

export type AdvancedBy = (typeof ADVANCED_BY)[number];

/** One injury of the doctor's statement, in the codes of the disability table (tabel persentase cacat). */
export type StatedInjury = Omit<Injury, 'alreadyPaidPct'>;

/** What a doctor states; health data as a whole. */
export interface Findings {
  readonly condition: MedicalCondition;
  readonly diagnosis: string;
  readonly dominantHand: Hand;
  readonly injuries: readonly StatedInjury[];
  /** First and last day of temporary incapacity (STMB); both belong to it. */
  readonly unableFrom?: LocalDate;
  readonly unableUntil?: LocalDate;
  /** Of the dead only. */
  readonly diedOn?: LocalDate;
}

/** How far the care of a reported accident has got. A later step is never undone by an earlier one. */
export const CARE_STEPS = ['STAGE_I_REPORTED', 'REFERRED', 'GUARANTEED', 'IN_CARE'] as const;

export type CareStep = (typeof CARE_STEPS)[number];

/** For whom somebody was at work when the accident happened (pekerjaan saat kecelakaan). */
export const WORKED_FOR = ['SELF', 'EMPLOYER'] as const;

export type WorkedFor = (typeof WORKED_FOR)[number];

/** Somebody told of a suspected work accident (laporan dugaan; Permenaker 1/2025 Art. 8A). */
export type AccidentNotified = DomainEvent<
  'AccidentNotified',
  {
    accidentId: string;
    participantId: string;
    kind: AccidentKind;
    placeKind: PlaceKind;
    /** For an occupational disease the day of the diagnosis. */
    occurredOn: LocalDate;
    /** Local time in Jakarta, `HH:MM`. */
    occurredAt: string;
    notifiedBy: Notifier;
    /** Whom the victim worked for; told where an employer was among them, and absent in logs of earlier releases. */
    workedFor?: WorkedFor;
    /** At whose work it happened, of a wage earner; absent of whoever worked for himself. */
    employerId?: string;
    /** On which construction project it happened, of a worker who is named on it (JAKON). */
    projectId?: string;
    /** The PLKK that gave notice; absent when somebody else did, and in logs of earlier releases. */
    facilityId?: string;
    /** Subject of the token of whoever entered it so late that a second person has to confirm it. */
    backDatedBy?: string;
    effectiveOn: LocalDate;
    person: Sealed<{ contactName: string; contactPhone: string; place: string }>;
    health: Sealed<{ chronology: string; bodyPart?: string }>;
  }
>;

/** Stage I was reported (laporan tahap I, form KK1; PAK1 for an occupational disease), due within 2 × 24 hours. */
export type StageOneReported = DomainEvent<
  'StageOneReported',
  {
    accidentId: string;
    participantId: string;
    form: 'KK1' | 'PAK1';
    reportedBy: Notifier;
    reportedAt: Instant;
    /** When the 2 × 24 hours ended. */
    dueAt: Instant;
    late: boolean;
    effect: Effect;
    evidence: readonly EvidenceKind[];
    /** The suspected case must be concluded by this day (PP 49/2023 Art. 25A: 30 days). */
    concludeBy: LocalDate;
    effectiveOn: LocalDate;
  }
>;

/** Proof came in after stage I, as police letters do (bukti tambahan). */
export type AccidentEvidenceReceived = DomainEvent<
  'AccidentEvidenceReceived',
  {
    accidentId: string;
    participantId: string;
    /** Only what was not there before. */
    evidence: readonly EvidenceKind[];
    effectiveOn: LocalDate;
  }
>;

/** The victim was sent to an accident-care centre (surat pengantar PLKK). */
export type PlkkReferralIssued = DomainEvent<
  'PlkkReferralIssued',
  {
    accidentId: string;
    participantId: string;
    facilityId: string;
    /** The agreement that made the facility a PLKK on that day. */
    agreementId: string;
    referralNumber: string;
    /** Cover on the day of the accident. */
    coverage: CoverageStatus;
    effectiveOn: LocalDate;
  }
>;

/** BPJS promised to pay for the care (surat jaminan). */
export type GuaranteeLetterIssued = DomainEvent<
  'GuaranteeLetterIssued',
  {
    accidentId: string;
    participantId: string;
    facilityId: string;
    guaranteeNumber: string;
    /**
     * `COVERED`: a work accident of an active participant, concluded as such.
     * `SUSPECTED_CASE`: not concluded yet, or arrears to be settled: care first (PP 49/2023 Art. 25A).
     */
    basis: 'COVERED' | 'SUSPECTED_CASE';
    effectiveOn: LocalDate;
  }
>;

/** Care was given and invoiced (perawatan dan tagihan); each stay or course of treatment is one. */
export type CareProvided = DomainEvent<
  'CareProvided',
  {
    accidentId: string;
    participantId: string;
    facilityId: string;
    admittedOn: LocalDate;
    dischargedOn: LocalDate;
    invoiceNumber: string;
    invoiceIdr: Rupiah;
    billing: Billing;
    /** Who paid what is claimed back; the participant where nobody says. */
    paidBy?: AdvancedBy;
    /** Numbers of bills that it may repeat; an office says that they are apart. Absent where there are none, and in earlier releases. */
    mayRepeat?: readonly string[];
    effectiveOn: LocalDate;
    health: Sealed<{ procedures: string }>;
  }
>;

/** A doctor stated how the victim is (surat keterangan dokter, form KK3; PAK3 for an occupational disease). */
export type DoctorStatementIssued = DomainEvent<
  'DoctorStatementIssued',
  {
    accidentId: string;
    participantId: string;
    form: 'KK3' | 'PAK3';
    doctorKind: DoctorKind;
    statedOn: LocalDate;
    effectiveOn: LocalDate;
    health: Sealed<Findings>;
  }
>;

/** It was concluded whether this was a work accident (kesimpulan; PP 49/2023 Art. 25A). */
export type AccidentConcluded = DomainEvent<
  'AccidentConcluded',
  {
    accidentId: string;
    participantId: string;
    conclusion: Conclusion;
    concludedOn: LocalDate;
    late: boolean;
    effectiveOn: LocalDate;
    /** Absent when the person had been erased by then: nothing can be sealed for them. */
    person?: Sealed<{ reason: string }>;
  }
>;

/** Stage II was reported (laporan tahap II, form KK2; PAK2 for an occupational disease); it opens the way to the claim. */
export type StageTwoReported = DomainEvent<
  'StageTwoReported',
  {
    accidentId: string;
    participantId: string;
    form: 'KK2' | 'PAK2';
    reportedBy: Notifier;
    reportedAt: Instant;
    dueAt: Instant;
    late: boolean;
    /** Costs of transport shown by receipts, per mode. */
    transport: readonly { mode: TransportMode; amountIdr: Rupiah; paidBy?: AdvancedBy }[];
    /** Of a wage earner: whether the employer kept paying the wage; absent where nobody said. */
    wageContinued?: boolean;
    effectiveOn: LocalDate;
  }
>;

/**
 * The billing was closed (penutupan tagihan): the JKK claim was approved with the invoices that were there, and what comes
 * later would be paid by nobody.
 */
export type BillingClosed = DomainEvent<
  'BillingClosed',
  {
    accidentId: string;
    participantId: string;
    /** The claim whose approval closed it. */
    claimId: string;
    effectiveOn: LocalDate;
  }
>;

/** A second person confirmed a notice that was entered late (konfirmasi laporan mundur). */
export type BackDatedNoticeConfirmed = DomainEvent<
  'BackDatedNoticeConfirmed',
  { accidentId: string; participantId: string; confirmerId: string; effectiveOn: LocalDate }
>;

/**
 * A doctor's statement that the victim died was wrong: the death was reported for the wrong person, and taken back (pencabutan akibat
 * meninggal). Care, statement and stage II follow anew.
 */
export type FatalOutcomeWithdrawn = DomainEvent<
  'FatalOutcomeWithdrawn',
  {
    accidentId: string;
    participantId: string;
    /** How far the care had got: there it goes on. */
    backTo: CareStep;
    /** Subject of the token of whoever withdrew it. */
    withdrawerId: string;
    effectiveOn: LocalDate;
  }
>;

/**
 * Who pays for the care before JKK does, and what it has said so far (penjamin lain: Jasa Raharja, asuransi negara penempatan).
 * What was said last counts.
 */
export type OtherPayerNamed = DomainEvent<
  'OtherPayerNamed',
  {
    accidentId: string;
    participantId: string;
    payer: OtherPayer;
    status: OtherPayerStatus;
    /** What it guaranteed or paid. */
    amountIdr?: Rupiah;
    /** The accident was one of an aircraft. */
    byAir?: boolean;
    /** Number of its letter, or of the police report that says why it pays nothing. */
    reference: string;
    effectiveOn: LocalDate;
  }
>;

/**
 * At night the desk of a PLKK promised itself that BPJS pays, for a time and up to a sum (surat jaminan sementara): the office
 * confirms it by a guarantee letter, or not.
 */
export type ProvisionalGuaranteeIssued = DomainEvent<
  'ProvisionalGuaranteeIssued',
  {
    accidentId: string;
    participantId: string;
    facilityId: string;
    agreementId: string;
    guaranteeNumber: string;
    /** The end of it, unless it is confirmed. */
    validUntil: Instant;
    /** As much care it covers before it is confirmed. */
    atMostIdr: Rupiah;
    effectiveOn: LocalDate;
  }
>;

/** Why an office does not stand by a provisional letter. */
export const NOT_CONFIRMED_REASONS = [
  'NO_COVER',
  'NOT_AN_EMERGENCY',
  'WRONG_PERSON',
  'NO_WORK_ACCIDENT',
] as const;

export type NotConfirmedReason = (typeof NOT_CONFIRMED_REASONS)[number];

/** The office does not confirm a provisional letter (jaminan tidak dikonfirmasi): care from `effectiveOn` on is not guaranteed. */
export type GuaranteeNotConfirmed = DomainEvent<
  'GuaranteeNotConfirmed',
  {
    accidentId: string;
    participantId: string;
    facilityId: string;
    reason: NotConfirmedReason;
    deciderId: string;
    effectiveOn: LocalDate;
  }
>;

/** An invoice of this number came with its lines, and is paid apart from the claim (tagihan rinci): nobody records it here as well. */
export type InvoiceBilledApart = DomainEvent<
  'InvoiceBilledApart',
  {
    accidentId: string;
    participantId: string;
    facilityId: string;
    invoiceNumber: string;
    admittedOn: LocalDate;
    dischargedOn: LocalDate;
    invoiceIdr: Rupiah;
    effectiveOn: LocalDate;
  }
>;

/**
 * Nothing is paid of an invoice that came with its lines (tagihan rinci dibatalkan): it was taken back, or somebody else bears it. Until it
 * comes again the care may be recorded here.
 */
export type InvoiceGivenUpApart = DomainEvent<
  'InvoiceGivenUpApart',
  {
    accidentId: string;
    participantId: string;
    invoiceId: string;
    facilityId: string;
    invoiceNumber: string;
    effectiveOn: LocalDate;
  }
>;

/**
 * An invoice that is paid apart from the claim was approved (tagihan rinci disetujui): whoever approves the claim decides on the whole of
 * the accident.
 */
export type InvoiceApprovedApart = DomainEvent<
  'InvoiceApprovedApart',
  {
    accidentId: string;
    participantId: string;
    invoiceId: string;
    /** The approval: an invoice may be approved more than once. */
    approvalId: string;
    approvedIdr: Rupiah;
    effectiveOn: LocalDate;
  }
>;

export type AccidentEvent =
  | AccidentNotified
  | StageOneReported
  | AccidentEvidenceReceived
  | PlkkReferralIssued
  | GuaranteeLetterIssued
  | CareProvided
  | DoctorStatementIssued
  | AccidentConcluded
  | StageTwoReported
  | BillingClosed
  | BackDatedNoticeConfirmed
  | FatalOutcomeWithdrawn
  | OtherPayerNamed
  | ProvisionalGuaranteeIssued
  | GuaranteeNotConfirmed
  | InvoiceBilledApart
  | InvoiceGivenUpApart
  | InvoiceApprovedApart
  | InterestNoted
  | DeterminationEvent
  | AccidentCorrection;
