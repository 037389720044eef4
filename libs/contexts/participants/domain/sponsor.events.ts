import type { DomainEvent, LocalDate } from '#kernel';
import type { Channel, Payer } from './participant.events.js';

/** The payers that are sponsors: a village, a local government, a company's CSR, a project owner. */
export const SPONSOR_KINDS = [
  'VILLAGE',
  'LOCAL_GOV',
  'CSR_SPONSOR',
  'PROJECT_OWNER',
] as const satisfies readonly Payer[];

export type SponsorKind = (typeof SPONSOR_KINDS)[number];

/** The channel of a registration that comes in through a sponsor's list. */
export const CHANNEL_OF_SPONSOR: Readonly<Record<SponsorKind, Channel>> = {
  VILLAGE: 'VILLAGE',
  LOCAL_GOV: 'REGENT_DECREE',
  CSR_SPONSOR: 'CSR',
  PROJECT_OWNER: 'PARTNER',
};

/** A village, local government or company that pays for workers was registered (badan penyelenggara bantuan iuran). */
export type SponsorRegistered = DomainEvent<
  'SponsorRegistered',
  {
    sponsorId: string;
    kind: SponsorKind;
    /** Name of the public body or company; never a person. */
    name: string;
    district: string;
    effectiveOn: LocalDate;
  }
>;

/** A sponsor promised to pay (perjanjian kerja sama, APBDes or SK Bupati). */
export type SponsorAgreementSigned = DomainEvent<
  'SponsorAgreementSigned',
  {
    sponsorId: string;
    agreementId: string;
    /** Number of the decree or contract. */
    reference: string;
    /** Paid from APBN or APBD (village budgets included): the PP 50/2025 relief does not apply. */
    governmentPaid: boolean;
    validFrom: LocalDate;
    validUntil: LocalDate;
    effectiveOn: LocalDate;
  }
>;

export type SponsorEvent = SponsorRegistered | SponsorAgreementSigned;
