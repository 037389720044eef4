import { type CommandContext, Rejection } from '#kernel';
import { type EvidenceInput, askedOn, madeOrAsked } from './correct-participant.js';
import { type Correctable, type CorrectableState, knownPerson, notErased } from './correctable.js';
import type { LookedUpNik, NikAssigned } from './correction.events.js';
import { type ConfirmCorrectionInput, confirmCorrection } from './decide-correction.js';
import { parseNik } from './nik.js';
import { NikPassedOver, type NikPlace, holderAt } from './nik-chain.js';
import type { ParticipantEvent } from './participant.events.js';
import { correctionRefusals } from './correction-refusals.js';
import { participantRefusals } from './refusals.js';

export interface CorrectNikInput extends LookedUpNik {
  readonly participantId: string;
  readonly correctionId: string;
  readonly evidence: EvidenceInput;
}

/** Who has the NIK already, if somebody does. */
export interface NikFacts {
  readonly holder: Correctable | undefined;
}

/**
 * Asks a second person for another NIK (permohonan koreksi NIK).
 * @throws Rejection `PARTICIPANT_NOT_FOUND`, `PERSONAL_DATA_ERASED`, `NIK_MALFORMED`, `NOTHING_TO_CORRECT`, `NIK_HELD_BY_ANOTHER`,
 *   `EVIDENCE_DOES_NOT_SHOW_IT`, `CORRECTION_PENDING`
 */
export function correctNik(
  { nik, nikId, ...input }: CorrectNikInput,
  state: CorrectableState,
  context: CommandContext,
  { holder }: NikFacts,
): readonly ParticipantEvent[] {
  const known = knownPerson(state);
  if (!parseNik(nik)) throw new Rejection(participantRefusals.NIK_MALFORMED());
  if (notErased(known).nik === nik) throw new Rejection(correctionRefusals.NOTHING_TO_CORRECT());
  refuseOther(holder, known);
  const asked = askedOn(input, context, { nik, nikId });
  return madeOrAsked({ ...asked, subjects: ['NIK'] }, known, context);
}

/** What taking a place in the chain of a NIK rests on. */
export interface AssignmentFacts extends Omit<NikPlace, 'state'> {
  /** The participant to whom the NIK is corrected. */
  readonly subject: CorrectableState;
}

/**
 * Takes a place in the chain of a NIK for the participant to whom it is corrected, once. The stream of the place is empty then,
 * so the log lets nobody be registered there at the same moment.
 * @throws Rejection `NIK_HELD_BY_ANOTHER`, or as `confirmCorrection` does
 * @throws NikPassedOver where the place does not count any more
 */
export function assignNik(
  input: ConfirmCorrectionInput,
  state: CorrectableState,
  context: CommandContext,
  { subject, ...others }: AssignmentFacts,
): readonly NikAssigned[] {
  if (state.situation === 'ASSIGNED' && state.correctionId === input.correctionId) return [];
  if (state.situation !== 'UNKNOWN') {
    refuseOther(holderAt({ ...others, state }), knownPerson(subject));
    throw new NikPassedOver();
  }
  confirmCorrection(input, subject, context);
  const { participantId, correctionId } = input;
  return [{ type: 'NikAssigned', data: { participantId, correctionId, effectiveOn: context.today } }];
}

function refuseOther(holder: Correctable | undefined, { participantId }: Correctable): void {
  if (holder && holder.participantId !== participantId) {
    throw new Rejection(correctionRefusals.NIK_HELD_BY_ANOTHER({ participantId: holder.participantId }));
  }
}
