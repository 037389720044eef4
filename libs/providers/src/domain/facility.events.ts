import type { DomainEvent, LocalDate } from '#kernel';

export const FACILITY_KINDS = ['HOSPITAL', 'CLINIC', 'PUSKESMAS'] as const;

export type FacilityKind = (typeof FACILITY_KINDS)[number];

/** A health facility became known (fasilitas kesehatan). It is a PLKK only while an agreement is in force. */
export type FacilityRegistered = DomainEvent<
  'FacilityRegistered',
  {
    facilityId: string;
    kind: FacilityKind;
    /** Name of the institution; never a person. */
    name: string;
    district: string;
    /** Where its invoices are paid; an institution's account, not personal data. */
    account: { bank: string; number: string; holder: string };
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
