import type { AuthorityLevel, DomainEvent, LocalDate } from '#kernel';

/** What people of the office do; whoever only looks on is given no work. */
export const OFFICER_ROLES = ['registrar', 'adjudicator', 'supervisor', 'finance'] as const;

export type OfficerRole = (typeof OFFICER_ROLES)[number];

/** Programmes that somebody may be skilled in. */
export const SKILLS = ['JKK', 'JKM', 'JHT'] as const;

export type Skill = (typeof SKILLS)[number];

/**
 * Somebody works at an office (petugas terdaftar): what they do and know, so that work is given to whoever can do it. It gives nobody a
 * right: what somebody may do, their token says.
 */
export type OfficerListed = DomainEvent<
  'OfficerListed',
  {
    officerId: string;
    /** Subject of their token. */
    workerId: string;
    office: string;
    roles: readonly (typeof OFFICER_ROLES)[number][];
    /** Of a supervisor: how far they decide. */
    level?: AuthorityLevel;
    /** Programmes they know; absent where they know all. */
    skills?: readonly (typeof SKILLS)[number][];
    listerId: string;
    effectiveOn: LocalDate;
  }
>;

/** They work there no more (petugas berhenti): their absences and delegations end with it, and their work is there for others. */
export type OfficerLeft = DomainEvent<
  'OfficerLeft',
  { officerId: string; workerId: string; recorderId: string; effectiveOn: LocalDate }
>;

/** Somebody is away (ketidakhadiran): their stand-in finds their work meanwhile, or whoever can do it. */
export type AbsenceReported = DomainEvent<
  'AbsenceReported',
  {
    officerId: string;
    workerId: string;
    absenceId: string;
    from: LocalDate;
    /** The last day. */
    until: LocalDate;
    /** Subject of the token of whoever stands in. */
    standInId?: string;
    reporterId: string;
    effectiveOn: LocalDate;
  }
>;

/** They are back before the last day, or do not go after all (ketidakhadiran berakhir): from this day on they are there. */
export type AbsenceEnded = DomainEvent<
  'AbsenceEnded',
  { officerId: string; workerId: string; absenceId: string; enderId: string; effectiveOn: LocalDate }
>;

/** A branch has somebody of another one decide on its claims (pelimpahan wewenang), as far as they decide at home. */
export type AuthorityDelegated = DomainEvent<
  'AuthorityDelegated',
  {
    officerId: string;
    workerId: string;
    delegationId: string;
    /** Whose claims they decide. */
    office: string;
    from: LocalDate;
    /** The last day. */
    until: LocalDate;
    delegatorId: string;
    effectiveOn: LocalDate;
  }
>;

/** A delegation was taken back (pencabutan pelimpahan): from this day on it is over. */
export type DelegationRevoked = DomainEvent<
  'DelegationRevoked',
  { officerId: string; workerId: string; delegationId: string; revokerId: string; effectiveOn: LocalDate }
>;

export type OfficerEvent =
  OfficerListed | OfficerLeft | AbsenceReported | AbsenceEnded | AuthorityDelegated | DelegationRevoked;
