import type { DomainEvent, LocalDate, Rupiah, Sealed } from '#kernel';
import type { EmployerProgramme } from '#law';

/** Why a wage earner left (sebab keluar). A death is reported as a death, and ends every membership. */
export const LEAVING_REASONS = [
  'RESIGNED',
  'TERMINATED',
  'CONTRACT_ENDED',
  'RETIRED',
  'TOTAL_PERMANENT',
  'LEFT_INDONESIA',
  'MOVED_TO_OTHER_NPP',
] as const;

export type LeavingReason = (typeof LEAVING_REASONS)[number];

/** A wage earner works for an employer from a day on (tenaga kerja masuk). */
export type WorkerJoined = DomainEvent<
  'WorkerJoined',
  {
    membershipId: string;
    participantId: string;
    employerId: string;
    /** Basic wage and fixed allowances, rupiah a month; each month's report says what it was then. */
    wageIdr: Rupiah;
    /** What the employer has to join, by its size, in the month of the first day. */
    programmes: readonly EmployerProgramme[];
    /** Of somebody whom a decree names for a time: which, and the last day of that time. */
    decreeId?: string;
    termEndsOn?: LocalDate;
    /** Who entered it so late that a second person has to confirm it. */
    backDatedBy?: string;
    /** The first day of work. */
    effectiveOn: LocalDate;
    /** Number of the card with this employer, with the first joining; absent in logs of earlier releases. */
    person?: Sealed<{ kpj: string }>;
  }
>;

/** A wage earner works there no more after this day (tenaga kerja keluar). */
export type WorkerLeft = DomainEvent<
  'WorkerLeft',
  {
    membershipId: string;
    participantId: string;
    employerId: string;
    reason: LeavingReason;
    backDatedBy?: string;
    /** The last day of work. */
    effectiveOn: LocalDate;
  }
>;

/** Another decree names the worker for another time, without a gap (perpanjangan masa jabatan). */
export type TermProlonged = DomainEvent<
  'TermProlonged',
  {
    membershipId: string;
    participantId: string;
    employerId: string;
    decreeId: string;
    /** The last day of that time. */
    termEndsOn: LocalDate;
    effectiveOn: LocalDate;
  }
>;

/** The leaving was a mistake (pembatalan keluar). */
export type WorkerLeaveUndone = DomainEvent<
  'WorkerLeaveUndone',
  { membershipId: string; participantId: string; employerId: string; effectiveOn: LocalDate }
>;

/** Whoever had joined before card numbers were given out has got one (penerbitan nomor KPJ). */
export type MemberKpjGivenOut = DomainEvent<
  'MemberKpjGivenOut',
  {
    membershipId: string;
    participantId: string;
    employerId: string;
    effectiveOn: LocalDate;
    person: Sealed<{ kpj: string }>;
  }
>;

/** A second person confirmed a joining or a leaving that was entered late (konfirmasi catatan mundur). */
export type BackDatedMembershipConfirmed = DomainEvent<
  'BackDatedMembershipConfirmed',
  {
    membershipId: string;
    participantId: string;
    employerId: string;
    confirmerId: string;
    effectiveOn: LocalDate;
  }
>;

export type MembershipEvent =
  | WorkerJoined
  | WorkerLeft
  | WorkerLeaveUndone
  | TermProlonged
  | BackDatedMembershipConfirmed
  | MemberKpjGivenOut;

/** A person has a membership with an employer (kepesertaan pekerja): where its own stream is to be looked for. */
export type EmploymentListed = DomainEvent<
  'EmploymentListed',
  { participantId: string; membershipId: string; employerId: string; effectiveOn: LocalDate }
>;
