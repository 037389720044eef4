import { type CommandContext, type LocalDate, Rejection } from '#kernel';
import type { DeathEvent } from './death.events.js';
import { type DeathState, accidentOf } from './death.js';
import { deathRefusals } from './refusals.js';

export interface TraceDeathInput {
  readonly participantId: string;
  readonly accidentId: string;
}

/** What the decision needs to know of the accident. */
export interface AccidentOfDeath {
  readonly participantId: string;
  readonly occurredOn: LocalDate;
  /** A doctor stated that the victim died. */
  readonly fatal: boolean;
  /** It was concluded to be none that JKK stands for. */
  readonly notWorkAccident: boolean;
}

/** What others know of the death and of the accident. */
export interface TraceFacts {
  /** Absent while no death was reported. */
  readonly diedOn?: LocalDate;
  /** The how many-th death it is: those before were taken back. */
  readonly nthDeath?: number;
  /** Where the stream of the participant says it, as that of an old log may: the accident of an earlier trace. */
  readonly tracedTo?: string;
  readonly accident: AccidentOfDeath;
}

/**
 * Traces a death to the work accident that it came from (meninggal akibat kecelakaan kerja). Once: JKK then pays for the
 * death, and JKM does not. The same trace once more changes nothing.
 * @throws Rejection `DEATH_NOT_REPORTED`, `DEATH_ALREADY_TRACED`, `ACCIDENT_OF_ANOTHER`, `ACCIDENT_AFTER_DEATH`,
 *   `NOT_A_WORK_ACCIDENT`, `ACCIDENT_NOT_FATAL`
 */
export function traceDeath(
  { participantId, accidentId }: TraceDeathInput,
  state: DeathState,
  { actor }: CommandContext,
  { diedOn, nthDeath = 1, tracedTo, accident }: TraceFacts,
): readonly DeathEvent[] {
  if (diedOn === undefined) throw new Rejection(deathRefusals.DEATH_NOT_REPORTED());
  const traced = accidentOf(state, nthDeath) ?? tracedTo;
  if (traced === accidentId) return [];
  if (traced !== undefined) throw new Rejection(deathRefusals.DEATH_ALREADY_TRACED({ accidentId: traced }));
  if (accident.participantId !== participantId) throw new Rejection(deathRefusals.ACCIDENT_OF_ANOTHER());
  if (accident.occurredOn > diedOn) throw new Rejection(deathRefusals.ACCIDENT_AFTER_DEATH({ diedOn }));
  if (accident.notWorkAccident) throw new Rejection(deathRefusals.NOT_A_WORK_ACCIDENT());
  // Otherwise neither would pay: JKK for want of a death, JKM because of the accident.
  if (!accident.fatal) throw new Rejection(deathRefusals.ACCIDENT_NOT_FATAL());
  const of = { participantId, accidentId, ...(nthDeath > 1 && { nthDeath }) };
  return [{ type: 'DeathTraced', data: { ...of, tracerId: actor.id, effectiveOn: diedOn } }];
}
