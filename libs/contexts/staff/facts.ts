import { type Actor, type DelegationUsed, type LocalDate, type Reading, reachesOffice } from '#kernel';
import { isWithinDays, officerIdOf, officers } from './domain/officer.js';
import type { OfficerEvent } from './domain/officer.events.js';
import type { KnownOfficer, OfficerState } from './domain/officer.js';

export {
  type Absence,
  type Delegation,
  type KnownOfficer,
  type OfficerState,
  absenceOn,
  officerIdOf,
  isWithinDays,
} from './domain/officer.js';
export { OFFICER_ROLES, SKILLS } from './domain/officer.events.js';
export type { OfficerEvent, OfficerRole, Skill } from './domain/officer.events.js';

/** What is known of somebody of the office, by the subject of their token. */
export const officerOf = (read: Reading, workerId: string): Promise<OfficerState> =>
  read.state(officers, officerIdOf(workerId));

/** Offices whose claims somebody decides on a day by a delegation, beside their own. */
export const delegatedOffices = (officer: OfficerState, day: LocalDate): readonly string[] =>
  delegationsOn(officer, day).map(({ office }) => office);

/** The delegations by which somebody decides on a day, each of an office that is not theirs. */
export const delegationsOn = (officer: OfficerState, day: LocalDate): readonly DelegationUsed[] =>
  officer.situation === 'LISTED'
    ? officer.delegations
        .filter((one) => isWithinDays(one, day))
        .map(({ delegationId, office }) => ({ delegationId, office }))
    : [];

interface AtOffice {
  readonly office: string;
  readonly day: LocalDate;
}

/** By which delegation somebody decides on what is of an office; undefined where it is theirs, they stand above it, or nobody gave them one. */
export async function delegationUsed(
  read: Reading,
  actor: Actor,
  { office, day }: AtOffice,
): Promise<DelegationUsed | undefined> {
  if (reachesOffice(actor, office, day)) return undefined;
  const officer = await officerOf(read, actor.id);
  return delegationsOn(officer, day).find((one) => one.office === office);
}

/** Whether somebody decides on what is of an office: it is theirs, they stand above the branches, or it was delegated to them. */
export async function mayDecideAt(read: Reading, actor: Actor, at: AtOffice): Promise<boolean> {
  return reachesOffice(actor, at.office, at.day) || (await delegationUsed(read, actor, at)) !== undefined;
}

/** Somebody of the office as a read model of another context keeps them: the one fold of all. */
export function officerAfter(before: OfficerState, event: OfficerEvent): KnownOfficer {
  const after = officers.evolve(before, event);
  if (after.situation === 'UNKNOWN') throw new Error(`${event.type} before OfficerListed`);
  return after;
}
