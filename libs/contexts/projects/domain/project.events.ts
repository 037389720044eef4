import type {
  DomainEvent,
  LocalDate,
  NO_PAYMENT_CORRECTION_REASONS,
  PAYMENT_REVERSAL_REASONS,
  Rupiah,
} from '#kernel';

/** What the contributions are computed of: the value of the contract, without VAT or with it, or all wages of a month. */
export const CONTRIBUTION_BASES = ['VALUE_EX_VAT', 'VALUE_INCL_VAT', 'MONTHLY_WAGES'] as const;

export type ContributionBase = (typeof CONTRIBUTION_BASES)[number];

/** Why work on a project ended (sebab proyek berakhir). */
export const ENDING_REASONS = ['COMPLETED', 'CONTRACT_TERMINATED'] as const;

export type EndingReason = (typeof ENDING_REASONS)[number];

/** A part of the contributions, and the day by which it is due (tahap pembayaran). */
export interface Stage {
  dueOn: LocalDate;
  amountIdr: Rupiah;
}

/** A part of the law's sum. */
export interface ContributionComponent {
  code: string;
  amountIdr: Rupiah;
  law: string;
  article: string;
}

/** A construction project was registered (pendaftaran proyek jasa konstruksi), and is billed with it. */
export type ProjectRegistered = DomainEvent<
  'ProjectRegistered',
  {
    projectId: string;
    /** Nomor pendaftaran proyek. */
    registrationNumber: string;
    /** Name of the project. */
    name: string;
    /** Names of bodies, never of persons: who has it built, and who builds it. */
    owner: string;
    contractor: string;
    district: string;
    /** The branch of BPJS that looks after it. */
    branch: string;
    /** Number of the contract. */
    reference: string;
    contractedOn: LocalDate;
    base: ContributionBase;
    baseIdr: Rupiah;
    /** How many workers there will be; they are named one by one, or not. */
    workers: number;
    startsOn: LocalDate;
    /** The last day, with the time of maintenance (masa pemeliharaan). */
    endsOn: LocalDate;
    components: readonly ContributionComponent[];
    amountIdr: Rupiah;
    stages: readonly Stage[];
    ruleSetVersion: string;
    effectiveOn: LocalDate;
  }
>;

/** An addendum changed what the contributions are computed of (adendum nilai kontrak). */
export type ProjectAmended = DomainEvent<
  'ProjectAmended',
  {
    projectId: string;
    /** Number of the addendum. */
    reference: string;
    baseIdr: Rupiah;
    components: readonly ContributionComponent[];
    /** Of the whole project. */
    amountIdr: Rupiah;
    /** What that is more than before, or less than nothing: due, or credit. */
    changeIdr: number;
    dueOn: LocalDate;
    ruleSetVersion: string;
    effectiveOn: LocalDate;
  }
>;

/** The project goes on for longer (perpanjangan waktu). By the value of the contract it costs nothing more. */
export type ProjectExtended = DomainEvent<
  'ProjectExtended',
  {
    projectId: string;
    reference: string;
    endsOn: LocalDate;
    components: readonly ContributionComponent[];
    amountIdr: Rupiah;
    changeIdr: number;
    dueOn: LocalDate;
    ruleSetVersion: string;
    effectiveOn: LocalDate;
  }
>;

/** Money for the contributions came (penerimaan iuran proyek). */
export type ProjectContributionsPaid = DomainEvent<
  'ProjectContributionsPaid',
  {
    projectId: string;
    paymentId: string;
    amountIdr: Rupiah;
    bankReference: string;
    /** Who entered it so late that a second person has to confirm it. */
    backDatedBy?: string;
    /** The day of the payment. */
    effectiveOn: LocalDate;
  }
>;

/** Work on the project ended before its last day, or on it (proyek berakhir). */
export type ProjectEnded = DomainEvent<
  'ProjectEnded',
  {
    projectId: string;
    reason: EndingReason;
    reference: string;
    backDatedBy?: string;
    /** The last day. */
    effectiveOn: LocalDate;
  }
>;

/** A second person confirmed what others had entered late (konfirmasi catatan mundur). */
export type BackDatedProjectEntriesConfirmed = DomainEvent<
  'BackDatedProjectEntriesConfirmed',
  { projectId: string; confirmerId: string; effectiveOn: LocalDate }
>;

/** Somebody asked that a payment be taken back (permohonan pembatalan pembayaran). It still counts. */
export type ProjectReversalRequested = DomainEvent<
  'ProjectReversalRequested',
  {
    projectId: string;
    correctionId: string;
    paymentId: string;
    amountIdr: Rupiah;
    reason: (typeof PAYMENT_REVERSAL_REASONS)[number];
    /** The line of the bank statement that shows it. */
    bankReference: string;
    requesterId: string;
    effectiveOn: LocalDate;
  }
>;

/** A payment was taken back (pembatalan pembayaran): it never counted, and cover follows. */
export type ProjectPaymentReversed = DomainEvent<
  'ProjectPaymentReversed',
  {
    projectId: string;
    correctionId: string;
    paymentId: string;
    amountIdr: Rupiah;
    reason: (typeof PAYMENT_REVERSAL_REASONS)[number];
    bankReference: string;
    requesterId: string;
    confirmerId: string;
    effectiveOn: LocalDate;
  }
>;

/** Somebody asked that money be paid back (permohonan pengembalian). */
export type ProjectRefundRequested = DomainEvent<
  'ProjectRefundRequested',
  {
    projectId: string;
    correctionId: string;
    /** The payment of another payer that was taken back and is paid back whole; absent where more came than was due. */
    paymentId?: string;
    amountIdr: Rupiah;
    /** Number of the transfer to the bank. */
    bankReference: string;
    requesterId: string;
    effectiveOn: LocalDate;
  }
>;

/** Money was paid back (pengembalian). */
export type ProjectRefunded = DomainEvent<
  'ProjectRefunded',
  {
    projectId: string;
    correctionId: string;
    paymentId?: string;
    amountIdr: Rupiah;
    bankReference: string;
    requesterId: string;
    confirmerId: string;
    effectiveOn: LocalDate;
  }
>;

/** Everything stays as it was, because what was asked for was refused or taken back (permohonan ditolak). */
export type ProjectCorrectionRefused = DomainEvent<
  'ProjectCorrectionRefused',
  {
    projectId: string;
    correctionId: string;
    deciderId: string;
    reason: (typeof NO_PAYMENT_CORRECTION_REASONS)[number];
    effectiveOn: LocalDate;
  }
>;

export type ProjectEvent =
  | ProjectRegistered
  | ProjectAmended
  | ProjectExtended
  | ProjectContributionsPaid
  | ProjectEnded
  | BackDatedProjectEntriesConfirmed
  | ProjectReversalRequested
  | ProjectPaymentReversed
  | ProjectRefundRequested
  | ProjectRefunded
  | ProjectCorrectionRefused;
