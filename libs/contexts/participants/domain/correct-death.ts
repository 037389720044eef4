import { type CommandContext, type LocalDate, Rejection } from '#kernel';
import { type EvidenceInput, askedOn, madeOrAsked } from './correct-participant.js';
import { type CorrectableState, recordedPerson } from './correctable.js';
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

const OF_DEATH = ['DEATH'] as const;

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
  const asked = { ...askedOn(input, context), subjects: OF_DEATH, removes: true as const };
  return madeOrAsked(asked, recordedPerson(state), context);
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
  return madeOrAsked({ ...askedOn(input, context), subjects: OF_DEATH, diedOn }, known, context);
}
