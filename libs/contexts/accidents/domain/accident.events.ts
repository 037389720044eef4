import type { Conclusion, TransportMode } from '#law';
import type { AccidentCorrection } from './corrections.events.js';
import type { DeterminationEvent } from './determination.events.js';
import type { InterestNoted } from './interest.events.js';
import type { DomainEvent, Instant, LocalDate, Rupiah, Sealed } from '#kernel';
import type { GuaranteeEvent } from './guarantee.events.js';
import type { StatementEvent } from './statement.events.js';
import type { InvoiceApartEvent } from './invoices-apart.events.js';

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

/**
 * Who an invoice is for. GUARANTEED: BPJS pays the PLKK that holds a guarantee letter.
 * REIMBURSEMENT: the patient paid and claims the cost back with receipts (penggantian biaya).
 */
export type Billing = 'GUARANTEED' | 'REIMBURSEMENT';

/** Who paid first what is claimed back: the participant, or the employer at whose work it happened (yang menalangi). */
export const ADVANCED_BY = ['PARTICIPANT', 'EMPLOYER'] as const;

export type AdvancedBy = (typeof ADVANCED_BY)[number];

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

export type AccidentEvent =
  | AccidentNotified
  | StageOneReported
  | AccidentEvidenceReceived
  | CareProvided
  | AccidentConcluded
  | StageTwoReported
  | BillingClosed
  | BackDatedNoticeConfirmed
  | InterestNoted
  | DeterminationEvent
  | AccidentCorrection
  | StatementEvent
  | GuaranteeEvent
  | InvoiceApartEvent;
