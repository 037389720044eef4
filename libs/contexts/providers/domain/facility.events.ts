import type { DomainEvent, LocalDate } from '#kernel';

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

/** The facility became a Pusat Layanan Kecelakaan Kerja for a time (perjanjian kerja sama PLKK). */
export type PlkkAgreementSigned = DomainEvent<
  'PlkkAgreementSigned',
  {
    facilityId: string;
    agreementId: string;
    reference: string;
    validFrom: LocalDate;
    validUntil: LocalDate;
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
    effectiveOn: LocalDate;
  }
>;

export type FacilityEvent = FacilityRegistered | PlkkAgreementSigned | PlkkAgreementExtended;
