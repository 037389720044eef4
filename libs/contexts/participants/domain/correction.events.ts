import type { DomainEvent, LocalDate, Period, Rupiah, Sealed } from '#kernel';
import type { AgeBand, HeirRegistered, ParticipantRegistered, Sex } from './participant.events.js';
import type { FamilyCorrectionEvent } from './family-correction.events.js';

/** What of a person's papers can be corrected. */
export const DETAIL_SUBJECTS = [
  'NAME',
  'BIRTH_DATE',
  'SEX',
  'PHONE',
  'OCCUPATION',
  'WORKPLACE',
  'DISTRICT',
] as const;

export type DetailSubject = (typeof DETAIL_SUBJECTS)[number];

/** What of a participant can be corrected. */
export const CORRECTION_SUBJECTS = [
  ...DETAIL_SUBJECTS,
  'NIK_DIFFERENCE',
  'NIK',
  'CONTRIBUTION',
  'INCOME_BAND',
  'CHILD',
  'HEIR',
  'CHILD_ORDER',
  'DEATH',
  'MERGER',
  'SPLIT',
] as const;

export type CorrectionSubject = (typeof CORRECTION_SUBJECTS)[number];

/** The paper on which a correction rests (bukti koreksi). */
export const EVIDENCE_KINDS = [
  'E_KTP',
  'KK',
  'BIRTH_CERTIFICATE',
  'DEATH_CERTIFICATE',
  'DUKCAPIL_ANSWER',
  'COURT_RULING',
  'STATEMENT',
  'BANK_LINE',
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
  readonly sex?: Sex;
  readonly phone?: string;
  readonly occupation?: string;
  readonly workplace?: string;
}

/** A NIK, and under which id it is looked up: that of the first place in its chain. */
export interface LookedUpNik {
  readonly nik: string;
  readonly nikId: string;
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
    /** Of whom it is, where it is not of the participant; of another order the child that was named first. */
    childId?: string;
    heirId?: string;
    /** Another relation of the heir. */
    relation?: HeirRegistered['data']['relation'];
    /** The child or the heir was named by mistake, or nobody died. */
    removes?: true;
    /** The day of death that is asked for, if one is. */
    diedOn?: LocalDate;
    /** As whom the same person is registered, too. */
    survivorId?: string;
    evidence: EvidenceKind;
    /** Subject of the token of whoever asked. */
    requesterId: string;
    effectiveOn: LocalDate;
    person: Sealed<{ evidenceNumber: string; asked: PersonDetails & Partial<LookedUpNik> }>;
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
    subjects: readonly DetailSubject[];
    district?: string;
    formerDistrict?: string;
    /** As whom they are counted, where that was corrected. */
    sex?: Sex;
    /** On the day of registration. */
    ageBand?: AgeBand;
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

/** The NIK was wrong, and is another one since (koreksi NIK). The participant stays who they are: the id does not change. */
export type NikCorrected = DomainEvent<
  'NikCorrected',
  {
    participantId: string;
    correctionId: string;
    /** What a person should still look at. */
    warnings: Warnings;
    evidence: EvidenceKind;
    requesterId: string;
    confirmerId: string;
    effectiveOn: LocalDate;
    person: Sealed<{ evidenceNumber: string; formerNik: string } & LookedUpNik>;
  }
>;

/** The death was reported for the wrong person: this one lives (pencabutan laporan kematian). */
export type DeathRevoked = DomainEvent<
  'DeathRevoked',
  {
    participantId: string;
    correctionId: string;
    /** The day that was reported. */
    diedOn: LocalDate;
    evidence: EvidenceKind;
    requesterId: string;
    confirmerId: string;
    effectiveOn: LocalDate;
    person: Sealed<{ evidenceNumber: string }>;
  }
>;

/** The day of the death was reported wrongly (koreksi tanggal meninggal). */
export type DeathDayCorrected = DomainEvent<
  'DeathDayCorrected',
  {
    participantId: string;
    correctionId: string;
    diedOn: LocalDate;
    formerDiedOn: LocalDate;
    evidence: EvidenceKind;
    requesterId: string;
    confirmerId: string;
    effectiveOn: LocalDate;
    person: Sealed<{ evidenceNumber: string }>;
  }
>;

/** Another income was declared, from a month on that is not paid yet (perubahan dasar penghasilan). */
export type IncomeBandChanged = DomainEvent<
  'IncomeBandChanged',
  {
    participantId: string;
    correctionId: string;
    /** First month for which it holds. */
    from: Period;
    incomeBaseIdr: Rupiah;
    formerIncomeBaseIdr: Rupiah;
    evidence: EvidenceKind;
    requesterId: string;
    effectiveOn: LocalDate;
    person: Sealed<{ evidenceNumber: string }>;
  }
>;

/**
 * A place in the chain of a NIK was taken for a participant to whom it is corrected (penetapan NIK). It is the first event
 * of a stream that was empty, so nobody can be registered there at the same moment. It tells nothing but who.
 */
export type NikAssigned = DomainEvent<
  'NikAssigned',
  { participantId: string; correctionId: string; effectiveOn: LocalDate }
>;

export type CorrectionEvent =
  | CorrectionRequested
  | CorrectionRefused
  | ParticipantCorrected
  | NikDifferenceConfirmed
  | NikCorrected
  | NikAssigned
  | IncomeBandChanged
  | DeathRevoked
  | DeathDayCorrected
  | FamilyCorrectionEvent;
