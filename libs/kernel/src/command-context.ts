import type { AuthorityLevel } from './authority.js';
import type { Instant, LocalDate } from './local-date.js';

/** What a person may do who signs in. */
export const ROLES = [
  'registrar',
  'plkk',
  'adjudicator',
  'supervisor',
  'finance',
  'auditor',
  'reporting',
] as const;

export type Role = (typeof ROLES)[number];

/** Who issues a command. `id` is the subject of the token, never a name. */
export interface Actor {
  readonly id: string;
  /** `system` is the process manager: no token can hold it. */
  readonly roles: readonly (Role | 'system')[];
  readonly office: string;
  /** Of a PLKK: the facility that it acts for. */
  readonly facilityId?: string;
  /** Of a supervisor: how far they decide; the lowest level where the token names none. */
  readonly authority?: AuthorityLevel;
}

/** Everything a decision may know beside its input and its state: time, ids and people enter only here. */
export interface CommandContext {
  /** UUID of this command; a repeated command carries the same one. */
  readonly commandId: string;
  /** Its id was made when it came in: it has not been sent before and cannot be sent again. */
  readonly firstSent?: boolean;
  /** When the command was accepted, UTC. */
  readonly issuedAt: Instant;
  /** The calendar day of `issuedAt` in Jakarta. */
  readonly today: LocalDate;
  readonly actor: Actor;
  /** Ties together everything that followed from one request of a person. */
  readonly correlationId: string;
  /** The event that caused this command, or the command itself when a person issued it. */
  readonly causationId: string;
}
