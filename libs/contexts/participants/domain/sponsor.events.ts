import type { DomainEvent, LocalDate, NoSignatureReason, Rupiah } from '#kernel';
import type { Channel, Payer } from './participant.events.js';

/**
 * The payers that are sponsors: a village or a kelurahan, a local or the central government, a company's CSR, a chamber of commerce,
 * a project owner.
 */
export const SPONSOR_KINDS = [
  'VILLAGE',
  'KELURAHAN',
  'LOCAL_GOV',
  'CENTRAL_GOV',
  'CSR_SPONSOR',
  'CHAMBER',
  'PROJECT_OWNER',
] as const satisfies readonly Payer[];

export type SponsorKind = (typeof SPONSOR_KINDS)[number];

/** What a sponsor's promise rests on (dasar pembayaran): a village budget, a decree, a circular, a memorandum, a contract. */
export const BASES = ['APBDES', 'DECREE', 'CIRCULAR', 'MOU', 'CONTRACT'] as const;

export type Basis = (typeof BASES)[number];

/** The channel of lists that earlier releases began without one that was stated; those knew these four kinds of sponsors. */
export const FORMER_CHANNEL: Partial<Readonly<Record<SponsorKind, Channel>>> = {
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

export const SPONSOR_PROPOSALS = ['AGREEMENT', 'EXTENSION'] as const;

/** For how many people an agreement pays, and how much at most a month. */
interface Limits {
  readonly validUntil: LocalDate;
  readonly quota?: number;
  readonly monthlyIdr?: Rupiah;
}

/** What of a promise two have to sign for BPJS: itself, or that it goes on for longer or for more. */
export type SponsorProposed =
  | (Limits & {
      readonly kind: 'AGREEMENT';
      readonly basis?: Basis;
      readonly governmentPaid: boolean;
      readonly validFrom: LocalDate;
    })
  | (Limits & { readonly kind: 'EXTENSION' });

/**
 * One person has signed an agreement or an addendum for BPJS, and a second one is to sign it, too (usulan perjanjian). Nobody is
 * registered or paid for under it before.
 */
export type SponsorProposalMade = DomainEvent<
  'SponsorProposalMade',
  {
    sponsorId: string;
    proposalId: string;
    agreementId: string;
    /** Number of the decree, the contract or the addendum. */
    reference: string;
    proposed: SponsorProposed;
    /** Subject of the token of whoever signed first. */
    proposerId: string;
    office: string;
    effectiveOn: LocalDate;
  }
>;

/** Nobody signs it as the second one, or whoever put it forward took it back (usulan perjanjian ditolak atau ditarik). */
export type SponsorProposalRefused = DomainEvent<
  'SponsorProposalRefused',
  {
    sponsorId: string;
    proposalId: string;
    agreementId: string;
    deciderId: string;
    reason: NoSignatureReason;
    effectiveOn: LocalDate;
  }
>;

/** Nobody has signed it as the second one in its time: it may be put forward again (usulan perjanjian kedaluwarsa). */
export type SponsorProposalLapsed = DomainEvent<
  'SponsorProposalLapsed',
  { sponsorId: string; proposalId: string; agreementId: string; effectiveOn: LocalDate }
>;

/** A sponsor promised to pay (perjanjian kerja sama, APBDes or SK Bupati). */
export type SponsorAgreementSigned = DomainEvent<
  'SponsorAgreementSigned',
  {
    sponsorId: string;
    agreementId: string;
    /** Absent in logs of earlier releases, and where nobody stated it. */
    basis?: Basis;
    /** Number of the decree or contract. */
    reference: string;
    /** Paid from APBN or APBD (village budgets included): the PP 50/2025 relief does not apply. */
    governmentPaid: boolean;
    validFrom: LocalDate;
    validUntil: LocalDate;
    /**
     * Subject of the token of whoever recorded it so late that a second person has to confirm it; of agreements that one person alone
     * recorded, in earlier releases.
     */
    backDatedBy?: string;
    /** For how many people at most it pays at the same time (kuota); absent where nobody stated it. */
    quota?: number;
    /** How much at most a month, by the tariff of the month in which each of them joined; absent as the quota. */
    monthlyIdr?: Rupiah;
    /** Who has signed it; absent of what one person alone recorded, in earlier releases. */
    proposalId?: string;
    proposerId?: string;
    signerId?: string;
    effectiveOn: LocalDate;
  }
>;

/** An agreement goes on for longer, or for more people (perpanjangan perjanjian). */
export type SponsorAgreementExtended = DomainEvent<
  'SponsorAgreementExtended',
  {
    sponsorId: string;
    agreementId: string;
    /** Number of the addendum. */
    reference: string;
    validUntil: LocalDate;
    /** Of an agreement that counts its members. */
    quota?: number;
    monthlyIdr?: Rupiah;
    /** Who has signed it; absent of what one person alone recorded, in earlier releases. */
    proposalId?: string;
    proposerId?: string;
    signerId?: string;
    effectiveOn: LocalDate;
  }
>;

/** Why a sponsor pays no more before the end of its agreement (sebab pengakhiran). */
export const EARLY_END_REASONS = [
  'BUDGET_WITHDRAWN',
  'BY_MUTUAL_CONSENT',
  'NOT_PAID',
  'SPONSOR_DISSOLVED',
] as const;

export type EarlyEndReason = (typeof EARLY_END_REASONS)[number];

/** An agreement ended before its time (pengakhiran perjanjian). What was paid under it stands. */
export type SponsorAgreementEndedEarly = DomainEvent<
  'SponsorAgreementEndedEarly',
  {
    sponsorId: string;
    agreementId: string;
    reason: EarlyEndReason;
    /** Number of the paper that shows it. */
    reference: string;
    /** The last day. */
    effectiveOn: LocalDate;
  }
>;

/** A second person confirmed an agreement that somebody else had recorded late (konfirmasi perjanjian). */
export type BackDatedAgreementConfirmed = DomainEvent<
  'BackDatedAgreementConfirmed',
  { sponsorId: string; agreementId: string; confirmerId: string; effectiveOn: LocalDate }
>;

export type SponsorEvent =
  | SponsorRegistered
  | SponsorProposalMade
  | SponsorProposalRefused
  | SponsorProposalLapsed
  | SponsorAgreementSigned
  | BackDatedAgreementConfirmed
  | SponsorAgreementExtended
  | SponsorAgreementEndedEarly;
