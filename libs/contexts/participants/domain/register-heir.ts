import { type CommandContext, Rejection } from '#kernel';
import type { HeirRelation, ParticipantEvent } from './participant.events.js';
import { type ParticipantState, known } from './participant.js';
import { familyRefusals } from './refusals.js';
import { namedLate } from './named-late.js';

export interface RegisterHeirInput {
  readonly participantId: string;
  readonly heirId: string;
  readonly relation: HeirRelation;
  readonly person: { readonly name: string; readonly phone?: string };
}

/**
 * Names an heir (pendaftaran ahli waris).
 * @throws Rejection `PARTICIPANT_NOT_FOUND`, `HEIR_ALREADY_REGISTERED`
 */
export function registerHeir(
  input: RegisterHeirInput,
  state: ParticipantState,
  context: CommandContext,
): readonly ParticipantEvent[] {
  const participant = known(state);
  if (participant.heirIds.includes(input.heirId)) {
    throw new Rejection(familyRefusals.HEIR_ALREADY_REGISTERED());
  }
  const late = namedLate(participant, context);
  return [{ type: 'HeirRegistered', data: { ...input, ...late, effectiveOn: context.today } }];
}
