import { type CommandContext, Rejection } from '#kernel';
import { type CorrectableState, type PendingCorrection, knownPerson } from './correctable.js';
import type { NoCorrectionReason } from './correction.events.js';
import { madeOf } from './make-correction.js';
import type { ParticipantEvent } from './participant.events.js';
import { correctionRefusals, participantRefusals } from './refusals.js';

export interface ConfirmCorrectionInput {
  readonly participantId: string;
  readonly correctionId: string;
}

/**
 * Makes a correction that somebody else asked for.
 * @throws Rejection `PARTICIPANT_NOT_FOUND`, `CORRECTION_NOT_FOUND`, `ENTERED_BY_YOU`, or as the request was made
 */
export function confirmCorrection(
  { correctionId }: ConfirmCorrectionInput,
  state: CorrectableState,
  context: CommandContext,
): readonly ParticipantEvent[] {
  const pending = pendingCorrection(state, correctionId);
  const { id } = context.actor;
  if (pending.requesterId === id) throw new Rejection(participantRefusals.ENTERED_BY_YOU());
  return [madeOf(pending, knownPerson(state), context, id)];
}

export interface RefuseCorrectionInput extends ConfirmCorrectionInput {
  readonly reason: NoCorrectionReason;
}

/**
 * Refuses what was asked for, or takes back what one has asked for oneself.
 * @throws Rejection `PARTICIPANT_NOT_FOUND`, `CORRECTION_NOT_FOUND`, `CORRECTION_OF_ANOTHER`
 */
export function refuseCorrection(
  { participantId, correctionId, reason }: RefuseCorrectionInput,
  state: CorrectableState,
  { actor, today }: CommandContext,
): readonly ParticipantEvent[] {
  const { requesterId } = pendingCorrection(state, correctionId);
  if (requesterId !== actor.id && !actor.roles.includes('supervisor')) {
    throw new Rejection(correctionRefusals.CORRECTION_OF_ANOTHER());
  }
  return [
    {
      type: 'CorrectionRefused',
      data: { participantId, correctionId, deciderId: actor.id, reason, effectiveOn: today },
    },
  ];
}

function pendingCorrection(state: CorrectableState, correctionId: string): PendingCorrection {
  const pending = knownPerson(state).pending.find((one) => one.correctionId === correctionId);
  if (!pending) throw new Rejection(correctionRefusals.CORRECTION_NOT_FOUND());
  return pending;
}
