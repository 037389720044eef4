import { type CommandContext, type LocalDate, Rejection } from '#kernel';
import type { ParticipantEvent } from './participant.events.js';
import type { ParticipantState } from './participant.js';
import { requireLiving } from './require-registered.js';

export interface ReportDeathInput {
  readonly participantId: string;
  readonly diedOn: LocalDate;
  readonly certificate: string;
  readonly health: { readonly cause: string };
}

/**
 * Records a participant's death (laporan kematian).
 * @throws Rejection `PARTICIPANT_NOT_FOUND`, `DECEASED`, `DEATH_IN_FUTURE`, `DEATH_BEFORE_REGISTRATION`
 */
export function reportDeath(
  input: ReportDeathInput,
  state: ParticipantState,
  { today }: CommandContext,
): readonly ParticipantEvent[] {
  const participant = requireLiving(state);
  if (input.diedOn > today) {
    throw new Rejection('DEATH_IN_FUTURE', `The day of death lies after today, ${today}`);
  }
  if (input.diedOn < participant.registeredOn) {
    throw new Rejection(
      'DEATH_BEFORE_REGISTRATION',
      `The participant was registered on ${participant.registeredOn}`,
    );
  }
  return [{ type: 'DeathReported', data: { ...input, effectiveOn: input.diedOn } }];
}
