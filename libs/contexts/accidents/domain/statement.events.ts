import type { Hand, Injury } from '#law';
import type { DomainEvent, LocalDate, Sealed } from '#kernel';
import type { CareStep } from './accident.events.js';

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

/** What doctors say of it. */
export type StatementEvent = DoctorStatementIssued | FatalOutcomeWithdrawn;
