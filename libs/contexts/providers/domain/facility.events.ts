import type { DomainEvent, LocalDate, NoSignatureReason } from '#kernel';
import type { PlkkTerms, StopReason, WhatBecomesOfPatients } from './plkk-terms.js';

export const FACILITY_KINDS = ['HOSPITAL', 'CLINIC', 'PUSKESMAS'] as const;

export type FacilityKind = (typeof FACILITY_KINDS)[number];

/** An institution's bank account (rekening fasilitas); not personal data. */
export interface FacilityAccount {
  readonly bank: string;
  readonly number: string;
  readonly holder: string;
}

/** A health facility became known (fasilitas kesehatan). It is a PLKK only while an agreement is in force. */
export type FacilityRegistered = DomainEvent<
  'FacilityRegistered',
  {
    facilityId: string;
    kind: FacilityKind;
    /** Name of the institution; never a person. */
    name: string;
    /** Code of the district: province, regency, district (6 digits). */
    district: string;
    /** Where its invoices are paid. */
    account: FacilityAccount;
    effectiveOn: LocalDate;
  }
>;

export const PLKK_PROPOSALS = ['AGREEMENT', 'EXTENSION', 'AMENDMENT'] as const;

/** What of an agreement two have to sign: itself, another end, or other terms from a day on, or where the facility is paid. */
export type PlkkProposed =
  | {
      readonly kind: 'AGREEMENT';
      readonly validFrom: LocalDate;
      readonly validUntil: LocalDate;
      readonly terms?: PlkkTerms;
    }
  | { readonly kind: 'EXTENSION'; readonly validUntil: LocalDate }
  | {
      readonly kind: 'AMENDMENT';
      readonly from: LocalDate;
      readonly terms: Partial<PlkkTerms>;
      readonly account?: FacilityAccount;
    };

/**
 * One person has signed an agreement or an addendum for BPJS, and a second one is to sign it, too (usulan perjanjian). Nothing rests
 * on it before.
 */
export type PlkkProposalMade = DomainEvent<
  'PlkkProposalMade',
  {
    facilityId: string;
    proposalId: string;
    agreementId: string;
    reference: string;
    proposed: PlkkProposed;
    /** Subject of the token of whoever signed first. */
    proposerId: string;
    office: string;
    effectiveOn: LocalDate;
  }
>;

/** Nobody signs it as the second one, or whoever put it forward took it back (usulan perjanjian ditolak atau ditarik). */
export type PlkkProposalRefused = DomainEvent<
  'PlkkProposalRefused',
  {
    facilityId: string;
    proposalId: string;
    agreementId: string;
    deciderId: string;
    reason: NoSignatureReason;
    effectiveOn: LocalDate;
  }
>;

/** Nobody has signed it as the second one in its time: it may be put forward again (usulan perjanjian kedaluwarsa). */
export type PlkkProposalLapsed = DomainEvent<
  'PlkkProposalLapsed',
  { facilityId: string; proposalId: string; agreementId: string; effectiveOn: LocalDate }
>;

/** The facility became a Pusat Layanan Kecelakaan Kerja for a time (perjanjian kerja sama PLKK). */
export type PlkkAgreementSigned = DomainEvent<
  'PlkkAgreementSigned',
  {
    facilityId: string;
    agreementId: string;
    reference: string;
    validFrom: LocalDate;
    validUntil: LocalDate;
    /** What was agreed; absent of what earlier releases recorded, and where nobody said. */
    terms?: PlkkTerms;
    /** Who has signed it; absent of what one person alone recorded, in earlier releases. */
    proposalId?: string;
    proposerId?: string;
    signerId?: string;
    effectiveOn: LocalDate;
  }
>;

/** An addendum moved the end of an agreement (adendum perjanjian). */
export type PlkkAgreementExtended = DomainEvent<
  'PlkkAgreementExtended',
  {
    facilityId: string;
    agreementId: string;
    reference: string;
    validUntil: LocalDate;
    /** Who has signed it; absent of what one person alone recorded, in earlier releases. */
    proposalId?: string;
    proposerId?: string;
    signerId?: string;
    effectiveOn: LocalDate;
  }
>;

/** An addendum changed what was agreed, from a day on, or where the facility is paid (adendum layanan, tarif, tempat tidur, rekening). */
export type PlkkAgreementAmended = DomainEvent<
  'PlkkAgreementAmended',
  {
    facilityId: string;
    agreementId: string;
    reference: string;
    /** What holds from `effectiveOn` on; what is absent stays as it was. */
    terms: Partial<PlkkTerms>;
    /** Where its invoices are paid once this is recorded; absent where that stays as it was. */
    account?: FacilityAccount;
    /** Who has signed it; absent of what one person alone recorded, in earlier releases. */
    proposalId?: string;
    proposerId?: string;
    signerId?: string;
    effectiveOn: LocalDate;
  }
>;

export const QUALITY_OUTCOMES = ['PASSED', 'TO_IMPROVE', 'FAILED'] as const;

export type QualityOutcome = (typeof QUALITY_OUTCOMES)[number];

/** Whether the facility keeps what was agreed was looked at (pemeriksaan mutu, kredensialing ulang). */
export type PlkkQualityChecked = DomainEvent<
  'PlkkQualityChecked',
  {
    facilityId: string;
    agreementId: string;
    reference: string;
    outcome: QualityOutcome;
    /** By when it is looked at again. */
    nextCheckBy: LocalDate;
    effectiveOn: LocalDate;
  }
>;

/** For a time the facility takes no new patients as a PLKK (penangguhan perjanjian). */
export type PlkkAgreementSuspended = DomainEvent<
  'PlkkAgreementSuspended',
  {
    facilityId: string;
    agreementId: string;
    reference: string;
    reason: StopReason;
    /** The last day of it: without another decision the agreement is in force again on the next. */
    until: LocalDate;
    patients: WhatBecomesOfPatients;
    /** So long whoever is in care on the first day is treated at the cost of BPJS. */
    careUntil: LocalDate;
    effectiveOn: LocalDate;
  }
>;

/** A suspension ended before its last day (pencabutan penangguhan): the agreement is in force from `effectiveOn` on. */
export type PlkkSuspensionLifted = DomainEvent<
  'PlkkSuspensionLifted',
  { facilityId: string; agreementId: string; reference: string; effectiveOn: LocalDate }
>;

/** The agreement ends before its time (pengakhiran perjanjian); `effectiveOn` is its last day. */
export type PlkkAgreementEnded = DomainEvent<
  'PlkkAgreementEnded',
  {
    facilityId: string;
    agreementId: string;
    reference: string;
    reason: StopReason;
    patients: WhatBecomesOfPatients;
    /** So long whoever is in care on the last day is treated at the cost of BPJS. */
    careUntil: LocalDate;
    effectiveOn: LocalDate;
  }
>;

export type FacilityEvent =
  | FacilityRegistered
  | PlkkProposalMade
  | PlkkProposalRefused
  | PlkkProposalLapsed
  | PlkkAgreementSigned
  | PlkkAgreementExtended
  | PlkkAgreementAmended
  | PlkkQualityChecked
  | PlkkAgreementSuspended
  | PlkkSuspensionLifted
  | PlkkAgreementEnded;
