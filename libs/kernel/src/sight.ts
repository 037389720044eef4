import type { Actor, Role } from './command-context.js';
import type { Refusal } from './refusal.js';
import { Rejection } from './rejection.js';

/** What a role is shown of what it may look at. */
interface Shown {
  /** Who it is about: ids and names of persons. */
  readonly persons: boolean;
  /** What tells of somebody's health: findings, and the codes of benefits. */
  readonly health: boolean;
  /** Accounts of persons in full: only whoever tells the bank. */
  readonly accounts: boolean;
}

/** Read beside the roles of each route, which say who may ask at all. */
const SHOWN: Readonly<Record<Role, Shown>> = {
  registrar: { persons: true, health: false, accounts: false },
  plkk: { persons: true, health: true, accounts: false },
  adjudicator: { persons: true, health: true, accounts: false },
  supervisor: { persons: true, health: true, accounts: false },
  finance: { persons: true, health: false, accounts: true },
  auditor: { persons: true, health: true, accounts: false },
  reporting: { persons: false, health: false, accounts: false },
};

/** Where nobody is: a PLKK without a facility, which no token can be, sees nothing. */
const NOWHERE = '00000000-0000-0000-0000-000000000000';

/** How far somebody sees (batas penglihatan). */
export interface Sight extends Shown {
  /** Nothing but what this facility has to do with; everybody's where it is missing. */
  readonly facilityId?: string;
}

/**
 * Who sees what, said once: every list, detail, search and command asks here. A PLKK is an outside party: it sees whom it
 * registered, and its patients from their referral on.
 */
export function sightOf({ roles, facilityId }: Pick<Actor, 'roles' | 'facilityId'>): Sight {
  const shown = roles.flatMap((role) => (role === 'system' ? [] : [SHOWN[role]]));
  return {
    persons: shown.some(({ persons }) => persons),
    health: shown.some(({ health }) => health),
    accounts: shown.some(({ accounts }) => accounts),
    ...(roles.includes('plkk') && { facilityId: facilityId ?? NOWHERE }),
  };
}

/** Whether somebody sees everybody's, so that nothing need be read to find out. */
export const seesAll = (actor: Pick<Actor, 'roles' | 'facilityId'>): boolean =>
  sightOf(actor).facilityId === undefined;

/** Whether what these facilities have to do with is within sight. */
export function isWithin(
  { facilityId }: Pick<Sight, 'facilityId'>,
  facilities: readonly (string | undefined)[],
): boolean {
  return facilityId === undefined || facilities.includes(facilityId);
}

/**
 * What somebody does not see does not exist for them: they are told the same as of what nobody has recorded.
 * @param facilities those that have to do with it; none for what is unknown
 * @throws Rejection `missing`
 */
export function requireSight(
  actor: Pick<Actor, 'roles' | 'facilityId'>,
  facilities: readonly (string | undefined)[],
  missing: () => Refusal,
): void {
  if (!isWithin(sightOf(actor), facilities)) throw new Rejection(missing());
}
