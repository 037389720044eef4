import { type CommandContext, type LocalDate, Rejection } from '#kernel';
import { type EvidenceInput, madeOrAsked } from './correct-participant.js';
import { type CorrectableState, type PendingCorrection, recordedPerson } from './correctable.js';
import { correctionRefusals } from './correction-refusals.js';
import { diedOnOf } from './make-death-correction.js';
import type { ParticipantEvent } from './participant.events.js';

export interface RevokeDeathInput {
  readonly participantId: string;
  readonly correctionId: string;
  readonly evidence: EvidenceInput;
}

export interface CorrectDeathDayInput extends RevokeDeathInput {
  readonly diedOn: LocalDate;
}

/**
 * Asks a second person to take back a death that was reported for the wrong person (permohonan pencabutan laporan kematian).
 * @throws Rejection `PARTICIPANT_NOT_FOUND`, `PERSONAL_DATA_ERASED`, `DEATH_NOT_REPORTED`, `EVIDENCE_DOES_NOT_SHOW_IT`,
 *   `CORRECTION_PENDING`
 */
export function revokeDeath(
  input: RevokeDeathInput,
  state: CorrectableState,
  context: CommandContext,
): readonly ParticipantEvent[] {
  return madeOrAsked({ ...proposal(input, context), removes: true }, recordedPerson(state), context);
}

/**
 * Asks a second person to correct the day of a death (permohonan koreksi tanggal meninggal).
 * @throws Rejection as `revokeDeath`, or `NOTHING_TO_CORRECT`, `DEATH_IN_FUTURE`, `DEATH_BEFORE_REGISTRATION`
 */
export function correctDeathDay(
  { diedOn, ...input }: CorrectDeathDayInput,
  state: CorrectableState,
  context: CommandContext,
): readonly ParticipantEvent[] {
  const known = recordedPerson(state);
  if (diedOnOf(known) === diedOn) throw new Rejection(correctionRefusals.NOTHING_TO_CORRECT());
  return madeOrAsked({ ...proposal(input, context), diedOn }, known, context);
}

const proposal = (
  { correctionId, evidence }: RevokeDeathInput,
  { actor }: CommandContext,
): PendingCorrection => ({
  correctionId,
  subjects: ['DEATH'],
  evidence: evidence.kind,
  requesterId: actor.id,
  person: { evidenceNumber: evidence.number, asked: {} },
});
