import type { DomainEvent, Instant, LocalDate, Rupiah } from '#kernel';

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

export const NOTIFIERS = ['PARTICIPANT', 'FAMILY', 'EMPLOYER', 'UNION', 'FACILITY', 'GROUP'] as const;

export type Notifier = (typeof NOTIFIERS)[number];

/** Proof of a commuting accident or of violence (Kepmen 609/2012; Permenaker 1/2025). */
export const EVIDENCE_KINDS = [
  'POLICE_LETTER',
  'TWO_WITNESSES',
  'VISUM',
  'ATTENDANCE_LIST',
  'CHRONOLOGY',
] as const;

export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** The six final medical conditions of form KK2. */
export const MEDICAL_CONDITIONS = [
  'HEALED',
  'PARTIAL_FUNCTIONAL',
  'PARTIAL_ANATOMIC',
  'TOTAL_PERMANENT',
  'DEAD',
  'UNDER_TREATMENT',
] as const;

export type MedicalCondition = (typeof MEDICAL_CONDITIONS)[number];

/** Means of transport, each with a cap of its own. */
export const TRANSPORT_MODES = ['LAND', 'SEA', 'AIR'] as const;

export type TransportMode = (typeof TRANSPORT_MODES)[number];

export const CONCLUSIONS = ['WORK_ACCIDENT', 'NOT_WORK_ACCIDENT'] as const;

export type Conclusion = (typeof CONCLUSIONS)[number];

/** One injury of the doctor's statement, in the codes of the disability table (tabel persentase cacat). */
export interface Injury {
  readonly item: string;
  readonly side?: 'LEFT' | 'RIGHT';
  readonly kind: 'ANATOMIC' | 'FUNCTIONAL' | 'OTHER';
  readonly functionLossPct?: number;
  readonly units?: number;
  readonly percent?: number;
}

/** Somebody told of a suspected work accident (laporan dugaan; Permenaker 1/2025 Art. 8A). */
export type AccidentNotified = DomainEvent<
  'AccidentNotified',
  {
    accidentId: string;
    participantId: string;
    kind: AccidentKind;
    placeKind: PlaceKind;
    occurredOn: LocalDate;
    /** Local time in Jakarta, `HH:MM`. */
    occurredAt: string;
    notifiedBy: Notifier;
    effectiveOn: LocalDate;
    person: { contactName: string; contactPhone: string; place: string };
    health: { chronology: string; bodyPart?: string };
  }
>;

/** Stage I was reported (laporan tahap I, form KK1), due within 2 × 24 hours. */
export type StageOneReported = DomainEvent<
  'StageOneReported',
  {
    accidentId: string;
    participantId: string;
    form: 'KK1';
    reportedBy: Notifier;
    reportedAt: Instant;
    /** When the 2 × 24 hours ended. */
    dueAt: Instant;
    late: boolean;
    effect: 'INJURY' | 'DEATH';
    evidence: readonly EvidenceKind[];
    /** The suspected case must be concluded by this day (PP 49/2023 Art. 25A: 30 days). */
    concludeBy: LocalDate;
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
    referralNumber: string;
    coverage: string;
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
    /** `COVERED`: the participant was active; `SUSPECTED_CASE`: care first, PP 49/2023 Art. 25A. */
    basis: 'COVERED' | 'SUSPECTED_CASE';
    effectiveOn: LocalDate;
  }
>;

/** Care was given and invoiced (perawatan dan tagihan PLKK). */
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
    effectiveOn: LocalDate;
    health: { procedures: string };
  }
>;

/** The doctor stated the outcome (surat keterangan dokter, form KK3). */
export type DoctorStatementIssued = DomainEvent<
  'DoctorStatementIssued',
  {
    accidentId: string;
    participantId: string;
    form: 'KK3';
    doctorKind: 'TREATING' | 'ADVISORY';
    statedOn: LocalDate;
    effectiveOn: LocalDate;
    health: {
      condition: MedicalCondition;
      diagnosis: string;
      dominantHand: 'LEFT' | 'RIGHT';
      injuries: readonly Injury[];
      /** First and last day of temporary incapacity (STMB). */
      unableFrom?: LocalDate;
      unableUntil?: LocalDate;
    };
  }
>;

/** It was concluded whether this was a work accident (kesimpulan; PP 49/2023 Art. 25A). */
export type AccidentConcluded = DomainEvent<
  'AccidentConcluded',
  {
    accidentId: string;
    participantId: string;
    conclusion: Conclusion;
    reason: string;
    concludedOn: LocalDate;
    late: boolean;
    effectiveOn: LocalDate;
  }
>;

/** Stage II was reported (laporan tahap II, form KK2); it opens the way to the claim. */
export type StageTwoReported = DomainEvent<
  'StageTwoReported',
  {
    accidentId: string;
    participantId: string;
    form: 'KK2';
    reportedBy: Notifier;
    reportedAt: Instant;
    dueAt: Instant;
    late: boolean;
    /** Costs of transport shown by receipts, per mode. */
    transport: readonly { mode: TransportMode; amountIdr: Rupiah }[];
    effectiveOn: LocalDate;
  }
>;

export type AccidentEvent =
  | AccidentNotified
  | StageOneReported
  | PlkkReferralIssued
  | GuaranteeLetterIssued
  | CareProvided
  | DoctorStatementIssued
  | AccidentConcluded
  | StageTwoReported;
