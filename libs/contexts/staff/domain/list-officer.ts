import {
  type Actor,
  type AuthorityLevel,
  type CommandContext,
  type LocalDate,
  Rejection,
  reachesOffice,
} from '#kernel';
import type { OfficerEvent, OfficerRole, Skill } from './officer.events.js';
import { type OfficerState, knownOfficer } from './officer.js';
import { staffRefusals } from './refusals.js';

export interface ListOfficerInput {
  readonly officerId: string;
  readonly workerId: string;
  readonly office: string;
  readonly roles: readonly OfficerRole[];
  readonly level?: AuthorityLevel;
  readonly skills?: readonly Skill[];
}

/**
 * Says that somebody works at an office, and what they do and know there (pendaftaran petugas). What was said last counts.
 * @throws Rejection `NOT_OF_YOUR_STAFF`, `LEVEL_OF_SUPERVISORS`
 */
export function listOfficer(
  { officerId, workerId, office, roles, level, skills }: ListOfficerInput,
  state: OfficerState,
  { actor, today }: CommandContext,
): readonly OfficerEvent[] {
  requireTheirSupervisor(actor, office, today);
  if (level !== undefined && !roles.includes('supervisor')) {
    throw new Rejection(staffRefusals.LEVEL_OF_SUPERVISORS());
  }
  const said = {
    officerId,
    workerId,
    office,
    roles: ordered(roles),
    ...(level !== undefined && { level }),
    ...(skills && { skills: ordered(skills) }),
  };
  if (isSaid(said, state)) return [];
  return [{ type: 'OfficerListed', data: { ...said, listerId: actor.id, effectiveOn: today } }];
}

export interface OfOfficer {
  readonly officerId: string;
}

/**
 * They work there no more (petugas berhenti). Once is enough.
 * @throws Rejection `OFFICER_NOT_LISTED`, `NOT_OF_YOUR_STAFF`
 */
export function leaveOffice(
  _input: OfOfficer,
  state: OfficerState,
  { actor, today }: CommandContext,
): readonly OfficerEvent[] {
  const { officerId, workerId, office, situation } = knownOfficer(state);
  requireTheirSupervisor(actor, office, today);
  if (situation === 'LEFT') return [];
  return [{ type: 'OfficerLeft', data: { officerId, workerId, recorderId: actor.id, effectiveOn: today } }];
}

/** @throws Rejection `NOT_OF_YOUR_STAFF` */
export function requireTheirSupervisor(actor: Actor, office: string, today: LocalDate): void {
  if (!actor.roles.includes('supervisor') || !reachesOffice(actor, office, today)) {
    throw new Rejection(staffRefusals.NOT_OF_YOUR_STAFF());
  }
}

const ordered = <Of extends string>(all: readonly Of[]): readonly Of[] => [...new Set(all)].sort();

type Said = Omit<ListOfficerInput, 'officerId' | 'workerId'>;

const isSaid = (said: Said, state: OfficerState): boolean =>
  state.situation === 'LISTED' &&
  said.office === state.office &&
  said.level === state.level &&
  String(said.roles) === String(state.roles) &&
  String(said.skills) === String(state.skills);
