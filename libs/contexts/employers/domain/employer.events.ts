import type { DomainEvent, LocalDate } from '#kernel';
import type { EmployerSize, RiskClass } from '#law';

/** What kind of body employs (jenis pemberi kerja). None of them is a person. */
export const EMPLOYER_KINDS = [
  'COMPANY',
  'COOPERATIVE',
  'FOUNDATION',
  'STATE_BODY',
  'VILLAGE_GOVERNMENT',
] as const;

export type EmployerKind = (typeof EMPLOYER_KINDS)[number];

/** Those whose workers may be named by a decree. */
export const GOVERNMENT_KINDS = [
  'STATE_BODY',
  'VILLAGE_GOVERNMENT',
] as const satisfies readonly EmployerKind[];

/** Why an employer was closed (sebab penutupan). */
export const CLOSING_REASONS = ['BANKRUPT', 'DISSOLVED', 'MOVED_ABROAD', 'MERGED'] as const;

export type ClosingReason = (typeof CLOSING_REASONS)[number];

/** An employer of wage earners was registered (pendaftaran pemberi kerja). It has an NPP for each of its units. */
export type EmployerRegistered = DomainEvent<
  'EmployerRegistered',
  {
    employerId: string;
    /** Nomor pendaftaran perusahaan. */
    npp: string;
    kind: EmployerKind;
    /** Name of the body; never a person. */
    name: string;
    district: string;
    /** The branch of BPJS that looks after it. */
    branch: string;
    /** Of JKK, by the trade (kelompok risiko). */
    riskClass: RiskClass;
    /** It decides which programmes are compulsory (skala usaha). */
    size: EmployerSize;
    /** Its first day as an employer. */
    effectiveOn: LocalDate;
  }
>;

/** Another class of risk holds from a day on (perubahan kelompok risiko). */
export type RiskClassCorrected = DomainEvent<
  'RiskClassCorrected',
  {
    employerId: string;
    riskClass: RiskClass;
    /** Number of the paper that shows it. */
    reference: string;
    /** Who entered it so late that a second person has to confirm it. */
    backDatedBy?: string;
    effectiveOn: LocalDate;
  }
>;

/** Another size holds from a day on (perubahan skala usaha). */
export type EmployerSizeCorrected = DomainEvent<
  'EmployerSizeCorrected',
  {
    employerId: string;
    size: EmployerSize;
    reference: string;
    backDatedBy?: string;
    effectiveOn: LocalDate;
  }
>;

/** Labour-intensive industry whose contributions the State relieves (industri padat karya); `NONE` where an employer is in none any more. */
export const RELIEF_INDUSTRIES = [
  'FOOD_DRINK_TOBACCO',
  'TEXTILE_APPAREL',
  'LEATHER',
  'FOOTWEAR',
  'TOYS',
  'FURNITURE',
  'NONE',
] as const;

export type ReliefIndustry = (typeof RELIEF_INDUSTRIES)[number];

/**
 * By a paper an employer is in labour-intensive industry from a day on and meets what its relief asks for, or does no longer
 * (keringanan iuran industri padat karya).
 */
export type ReliefIndustryRecorded = DomainEvent<
  'ReliefIndustryRecorded',
  {
    employerId: string;
    industry: (typeof RELIEF_INDUSTRIES)[number];
    /** Number of the paper that shows it. */
    reference: string;
    backDatedBy?: string;
    effectiveOn: LocalDate;
  }
>;

/** The bank account of a body (rekening pemberi kerja); not personal data. */
export interface EmployerAccount {
  readonly bank: string;
  readonly number: string;
  readonly holder: string;
}

/** Where it is paid what is due to it was told, in place of whatever was told before (rekening pemberi kerja). */
export type EmployerAccountNamed = DomainEvent<
  'EmployerAccountNamed',
  {
    employerId: string;
    account: EmployerAccount;
    /** Number of the paper that shows it. */
    reference: string;
    effectiveOn: LocalDate;
  }
>;

/** It employs nobody any more after this day (penutupan). */
export type EmployerClosed = DomainEvent<
  'EmployerClosed',
  {
    employerId: string;
    reason: ClosingReason;
    reference: string;
    backDatedBy?: string;
    /** The last day. */
    effectiveOn: LocalDate;
  }
>;

/** It was closed by mistake (pembatalan penutupan). */
export type EmployerReopened = DomainEvent<
  'EmployerReopened',
  { employerId: string; reference: string; effectiveOn: LocalDate }
>;

/** A second person confirmed what others had entered late (konfirmasi catatan mundur). */
export type BackDatedEntriesConfirmed = DomainEvent<
  'BackDatedEntriesConfirmed',
  { employerId: string; confirmerId: string; effectiveOn: LocalDate }
>;

/**
 * A decree of a government body names workers for a time: village officials, heads of RT and RW, partners who are no civil
 * servants (surat keputusan).
 */
export type DecreeRecorded = DomainEvent<
  'DecreeRecorded',
  {
    employerId: string;
    decreeId: string;
    /** Its number. */
    reference: string;
    decidedOn: LocalDate;
    validFrom: LocalDate;
    validUntil: LocalDate;
    /** Who entered it so late that a second person has to confirm it. */
    backDatedBy?: string;
    effectiveOn: LocalDate;
  }
>;

export type EmployerEvent =
  | EmployerRegistered
  | RiskClassCorrected
  | EmployerSizeCorrected
  | ReliefIndustryRecorded
  | EmployerAccountNamed
  | EmployerClosed
  | EmployerReopened
  | BackDatedEntriesConfirmed
  | DecreeRecorded;
