import type { DomainEvent, LocalDate, Sealed } from '#kernel';
import type { ParticipantRegistered } from './participant.events.js';

/** What of a participant can be corrected. */
export const CORRECTION_SUBJECTS = [
  'NAME',
  'BIRTH_DATE',
  'SEX',
  'PHONE',
  'OCCUPATION',
  'WORKPLACE',
  'DISTRICT',
  'NIK_DIFFERENCE',
] as const;

export type CorrectionSubject = (typeof CORRECTION_SUBJECTS)[number];

/** The paper on which a correction rests (bukti koreksi). */
export const EVIDENCE_KINDS = [
  'E_KTP',
  'KK',
  'BIRTH_CERTIFICATE',
  'DUKCAPIL_ANSWER',
  'COURT_RULING',
  'STATEMENT',
] as const;

export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** Why nothing is corrected after all. */
export const NO_CORRECTION_REASONS = ['EVIDENCE_NOT_ENOUGH', 'ALREADY_RIGHT', 'ASKED_BY_MISTAKE'] as const;

export type NoCorrectionReason = (typeof NO_CORRECTION_REASONS)[number];

type Warnings = ParticipantRegistered['data']['warnings'];

/** What a person's papers say, as far as it can be corrected. */
export interface PersonDetails {
  readonly name?: string;
  readonly birthDate?: LocalDate;
  readonly sex?: 'FEMALE' | 'MALE';
  readonly phone?: string;
  readonly occupation?: string;
  readonly workplace?: string;
}

/** Something was asked for that a second person has to confirm (permohonan koreksi). Nothing has changed yet. */
export type CorrectionRequested = DomainEvent<
  'CorrectionRequested',
  {
    participantId: string;
    correctionId: string;
    subjects: readonly CorrectionSubject[];
    /** The district that is asked for, if one is. */
    district?: string;
    evidence: EvidenceKind;
    /** Subject of the token of whoever asked. */
    requesterId: string;
    effectiveOn: LocalDate;
    person: Sealed<{ evidenceNumber: string; asked: PersonDetails }>;
  }
>;

/** What was asked for was refused, or taken back by whoever asked (koreksi ditolak). */
export type CorrectionRefused = DomainEvent<
  'CorrectionRefused',
  {
    participantId: string;
    correctionId: string;
    deciderId: string;
    reason: NoCorrectionReason;
    effectiveOn: LocalDate;
  }
>;

/** What was wrong of a person was corrected (koreksi data peserta). The old values stand beside the new ones. */
export type ParticipantCorrected = DomainEvent<
  'ParticipantCorrected',
  {
    participantId: string;
    correctionId: string;
    subjects: readonly CorrectionSubject[];
    district?: string;
    formerDistrict?: string;
    /** What a person should still look at. */
    warnings: Warnings;
    evidence: EvidenceKind;
    requesterId: string;
    /** Subject of the token of the second person, where one has to confirm. */
    confirmerId?: string;
    effectiveOn: LocalDate;
    person: Sealed<{ evidenceNumber: string; now: PersonDetails; before: PersonDetails }>;
  }
>;

/**
 * Two persons have seen that the NIK is right although it contradicts birth date or sex (pengecualian selisih NIK): it is
 * not re-issued when these are corrected.
 */
export type NikDifferenceConfirmed = DomainEvent<
  'NikDifferenceConfirmed',
  {
    participantId: string;
    correctionId: string;
    /** What is no longer warned of. */
    warnings: Warnings;
    evidence: EvidenceKind;
    requesterId: string;
    confirmerId: string;
    effectiveOn: LocalDate;
    person: Sealed<{ evidenceNumber: string }>;
  }
>;

export type CorrectionEvent =
  CorrectionRequested | CorrectionRefused | ParticipantCorrected | NikDifferenceConfirmed;
