import { type LocalDate, Rejection } from '#kernel';
import type { ParticipantEvent } from './participant.events.js';
import type { ParticipantState } from './participant.js';
import { requireRegistered } from './require-registered.js';

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

/**
 * Traces a death to the work accident that it came from (meninggal akibat kecelakaan kerja). Once: JKK then pays for the
 * death, and JKM does not. The same trace once more changes nothing.
 * @throws Rejection `PARTICIPANT_NOT_FOUND`, `DEATH_NOT_REPORTED`, `DEATH_ALREADY_TRACED`, `ACCIDENT_OF_ANOTHER`,
 *   `ACCIDENT_AFTER_DEATH`, `NOT_A_WORK_ACCIDENT`, `ACCIDENT_NOT_FATAL`
 */
export function traceDeath(
  { participantId, accidentId }: TraceDeathInput,
  state: ParticipantState,
  accident: AccidentOfDeath,
): readonly ParticipantEvent[] {
  const participant = requireRegistered(state);
  if (participant.situation !== 'DECEASED') {
    throw new Rejection('DEATH_NOT_REPORTED', 'No death of this participant was reported', {
      allowed: ['report the death'],
    });
  }
  if (participant.accidentId === accidentId) return [];
  if (participant.accidentId !== undefined) {
    throw new Rejection('DEATH_ALREADY_TRACED', 'The death was traced to another accident already', {
      facts: { accidentId: participant.accidentId },
    });
  }
  if (accident.participantId !== participantId) {
    throw new Rejection('ACCIDENT_OF_ANOTHER', 'The accident happened to another participant');
  }
  if (accident.occurredOn > participant.diedOn) {
    throw new Rejection('ACCIDENT_AFTER_DEATH', `The participant died on ${participant.diedOn}`);
  }
  if (accident.notWorkAccident) {
    throw new Rejection('NOT_A_WORK_ACCIDENT', 'It was concluded that this was no work accident', {
      allowed: ['submit a JKM claim'],
    });
  }
  // Otherwise neither would pay: JKK for want of a death, JKM because of the accident.
  if (!accident.fatal) {
    throw new Rejection('ACCIDENT_NOT_FATAL', 'No doctor stated that the victim died of this accident', {
      allowed: ['issue a doctor statement DEAD', 'submit a JKM claim'],
    });
  }
  return [
    { type: 'DeathTracedToAccident', data: { participantId, accidentId, effectiveOn: participant.diedOn } },
  ];
}
