import type { DomainEvent, LocalDate, Rupiah, Sealed } from '#kernel';
import type { SchoolStanding, Segment } from '#law';
import type { CorrectionEvent } from './correction.events.js';
import type { MergerEvent } from './merger.events.js';

/** Where a registration came in (kanal pendaftaran). */
export const CHANNELS = [
  'BRANCH',
  'PLKK',
  'MOBILE_CAR',
  'VILLAGE',
  'CSR',
  'REGENT_DECREE',
  'EMPLOYER',
  'PARTNER',
  'ONLINE',
] as const;

export type Channel = (typeof CHANNELS)[number];

/** Who pays the contributions (pembayar iuran). */
export const PAYERS = [
  'SELF',
  'EMPLOYER',
  'VILLAGE',
  'KELURAHAN',
  'LOCAL_GOV',
  'CENTRAL_GOV',
  'CSR_SPONSOR',
  'CHAMBER',
  'PROJECT_OWNER',
] as const;

export type Payer = (typeof PAYERS)[number];

/** The kind of work that decides a contribution relief (PP 50/2025). */
export const SECTORS = ['TRANSPORT', 'OTHER'] as const;

export type Sector = (typeof SECTORS)[number];

/** What somebody works as, for counting (kelompok pekerjaan): a code that tells of nobody, beside the occupation in words. */
export const OCCUPATION_GROUPS = [
  'FARMER',
  'FARM_LABOURER',
  'FISHER',
  'OJEK',
  'PRIVATE_DRIVER',
  'TRADER',
  'PORTER',
  'DOMESTIC_WORKER',
  'MARBOT',
  'TEACHER',
  'MSME_OWNER',
  'OTHER',
] as const;

export type OccupationGroup = (typeof OCCUPATION_GROUPS)[number];

export const SEXES = ['FEMALE', 'MALE'] as const;

export type Sex = (typeof SEXES)[number];

/** Years of age in bands (kelompok umur), as far as people are counted by it. */
export const AGE_BANDS = ['UNDER_25', '25_34', '35_44', '45_54', '55_64', '65_AND_OVER'] as const;

export type AgeBand = (typeof AGE_BANDS)[number];

/** Relation of an heir to the participant (hubungan ahli waris), in the order of PP 44/2015 Art. 37. */
export const HEIR_RELATIONS = [
  'WIDOW',
  'WIDOWER',
  'CHILD',
  'PARENT',
  'GRANDCHILD',
  'GRANDPARENT',
  'SIBLING',
  'PARENT_IN_LAW',
  'BY_WILL',
] as const;

export type HeirRelation = (typeof HEIR_RELATIONS)[number];

/** Something a person should look at; it never stops a registration. */
export type RegistrationWarning =
  | 'NIK_BIRTH_DATE_DIFFERS'
  | 'NIK_SEX_DIFFERS'
  /** By a birth date that was corrected since. */
  | 'AGE_OUTSIDE_LIMITS';

/** A worker was registered (pendaftaran peserta). Coverage starts with the first contribution, not here. */
export type ParticipantRegistered = DomainEvent<
  'ParticipantRegistered',
  {
    participantId: string;
    segment: Segment;
    channel: Channel;
    payer: Payer;
    sponsorId?: string;
    agreementId?: string;
    /** Code of the district of registration: province, regency, district (6 digits). */
    district: string;
    sector: Sector;
    /** Absent where nobody stated it, and in logs of earlier releases. */
    occupationGroup?: OccupationGroup;
    /** The branch of BPJS that looks after the worker (kantor cabang); absent as the group is, and of wage earners: it is their employer's. */
    branch?: string;
    /** For counting, beside what is sealed: they tell of nobody. Absent in logs of earlier releases. */
    sex?: Sex;
    /** On the day of registration. */
    ageBand?: AgeBand;
    /** Base of the contribution band (dasar penghasilan), which is also the wage basis of benefits. */
    incomeBaseIdr: Rupiah;
    warnings: readonly RegistrationWarning[];
    /** The action in the field on which they were registered, if it names one. */
    fieldActionId?: string;
    /** The PLKK that registered them; absent when somebody else did, and in logs of earlier releases. */
    facilityId?: string;
    /** Who registered a self-employed worker so late that a second person has to confirm it. */
    backDatedBy?: string;
    effectiveOn: LocalDate;
    person: Sealed<{
      nik: string;
      /** Under which id the NIK is looked up, where it is not the participant's own. */
      nikId?: string;
      name: string;
      birthDate: LocalDate;
      sex: Sex;
      phone?: string;
      occupation: string;
      workplace: string;
      /** Number of the card for working for himself; absent of others, whose memberships have one, and in logs of earlier releases. */
      kpj?: string;
    }>;
  }
>;

/**
 * A wage earner works for himself as well (pendaftaran BPU seorang penerima upah). Cover for it starts with the first contribution,
 * as with any self-employed worker.
 */
export type SelfEmploymentRegistered = DomainEvent<
  'SelfEmploymentRegistered',
  {
    participantId: string;
    channel: Channel;
    payer: Payer;
    sponsorId?: string;
    agreementId?: string;
    sector: Sector;
    occupationGroup?: OccupationGroup;
    branch?: string;
    /** Base of the contribution band (dasar penghasilan), which is also the wage basis of benefits of this work. */
    incomeBaseIdr: Rupiah;
    backDatedBy?: string;
    effectiveOn: LocalDate;
    person: Sealed<{
      occupation: string;
      workplace: string;
      /** Number of the card for this work; absent in logs of earlier releases. */
      kpj?: string;
    }>;
  }
>;

/** A child was named who may get a scholarship (anak terdaftar); at most two. */
export type ChildRegistered = DomainEvent<
  'ChildRegistered',
  {
    participantId: string;
    childId: string;
    /** Where the child stood at school on `effectiveOn`; absent below school age. */
    school?: SchoolStanding;
    /** Subject of the token of whoever named it so long after the death that a second person has to confirm it. */
    backDatedBy?: string;
    effectiveOn: LocalDate;
    person: Sealed<{ name: string; birthDate: LocalDate }>;
  }
>;

/** A person was named who may claim after the participant's death (ahli waris). */
export type HeirRegistered = DomainEvent<
  'HeirRegistered',
  {
    participantId: string;
    heirId: string;
    relation: HeirRelation;
    backDatedBy?: string;
    effectiveOn: LocalDate;
    person: Sealed<{ name: string; phone?: string }>;
  }
>;

/** Whoever was registered before card numbers were given out has got one (penerbitan nomor KPJ). */
export type KpjGivenOut = DomainEvent<
  'KpjGivenOut',
  { participantId: string; effectiveOn: LocalDate; person: Sealed<{ kpj: string }> }
>;

/** A second person confirmed children and heirs that others had named long after the death (konfirmasi keluarga). */
export type BackDatedFamilyConfirmed = DomainEvent<
  'BackDatedFamilyConfirmed',
  {
    participantId: string;
    confirmerId: string;
    childIds: readonly string[];
    heirIds: readonly string[];
    effectiveOn: LocalDate;
  }
>;

/** The participant's death was reported (laporan kematian). The cause is health data. */
export type DeathReported = DomainEvent<
  'DeathReported',
  {
    participantId: string;
    diedOn: LocalDate;
    /** Subject of the token of whoever entered it so late that a second person has to confirm it. */
    backDatedBy?: string;
    effectiveOn: LocalDate;
    person: Sealed<{
      /** Number of the death certificate or letter. */
      certificate: string;
    }>;
    health: Sealed<{ cause: string }>;
  }
>;

/**
 * The death was found to come from a work accident (meninggal akibat kecelakaan kerja). Only logs of the first edition
 * have it; since then it is `DeathTraced` in the stream of the death.
 */
export type DeathTracedToAccident = DomainEvent<
  'DeathTracedToAccident',
  { participantId: string; accidentId: string; effectiveOn: LocalDate }
>;

/** A second person confirmed a death that was entered late (konfirmasi laporan mundur). */
export type BackDatedDeathConfirmed = DomainEvent<
  'BackDatedDeathConfirmed',
  { participantId: string; confirmerId: string; effectiveOn: LocalDate }
>;

/** A second person confirmed a registration that takes effect long before it was recorded (konfirmasi pendaftaran mundur). */
export type BackDatedRegistrationConfirmed = DomainEvent<
  'BackDatedRegistrationConfirmed',
  { participantId: string; confirmerId: string; effectiveOn: LocalDate }
>;

export type ParticipantEvent =
  | ParticipantRegistered
  | SelfEmploymentRegistered
  | ChildRegistered
  | HeirRegistered
  | BackDatedFamilyConfirmed
  | KpjGivenOut
  | DeathReported
  | DeathTracedToAccident
  | BackDatedDeathConfirmed
  | BackDatedRegistrationConfirmed
  | CorrectionEvent
  | MergerEvent;
