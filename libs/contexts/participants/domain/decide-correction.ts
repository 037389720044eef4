import { type Actor, type CommandContext, Rejection } from '#kernel';
import { type CorrectableState, type PendingCorrection, recordedPerson } from './correctable.js';
import type { NoCorrectionReason } from './correction.events.js';
import { madeOf } from './make-correction.js';
import type { ParticipantEvent } from './participant.events.js';
import { correctionRefusals } from './correction-refusals.js';
import { participantRefusals } from './refusals.js';

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
  requireAnotherPerson(pending, context.actor);
  return [madeOf(pending, recordedPerson(state), context, context.actor.id)];
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
  requireOwnOrSupervisor(pendingCorrection(state, correctionId), actor);
  return [
    {
      type: 'CorrectionRefused',
      data: { participantId, correctionId, deciderId: actor.id, reason, effectiveOn: today },
    },
  ];
}

/** Who asked, of anything that waits for a second person. */
type AskedBy = Pick<PendingCorrection, 'requesterId'>;

/** Nobody confirms what they have asked for, by person, not by role. @throws Rejection `ENTERED_BY_YOU` */
export function requireAnotherPerson({ requesterId }: AskedBy, { id }: Actor): void {
  if (requesterId === id) throw new Rejection(participantRefusals.ENTERED_BY_YOU());
}

/** What somebody has asked for they may take back; else a supervisor refuses it. @throws Rejection `CORRECTION_OF_ANOTHER` */
export function requireOwnOrSupervisor({ requesterId }: AskedBy, { id, roles }: Actor): void {
  if (requesterId !== id && !roles.includes('supervisor')) {
    throw new Rejection(correctionRefusals.CORRECTION_OF_ANOTHER());
  }
}

function pendingCorrection(state: CorrectableState, correctionId: string): PendingCorrection {
  const pending = recordedPerson(state).pending.find((one) => one.correctionId === correctionId);
  if (!pending) throw new Rejection(correctionRefusals.CORRECTION_NOT_FOUND());
  return pending;
}
