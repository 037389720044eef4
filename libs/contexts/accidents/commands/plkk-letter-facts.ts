import type { CommandContext, Reading } from '#kernel';
import { participantFacts } from '#contexts/participants/facts';
import { plkkOn } from '#contexts/providers/facts';
import { type AccidentState, knownAccident } from '../domain/accident.js';
import type { PlkkLetterFacts, PlkkLetterInput } from '../domain/plkk-letter.js';

/**
 * What a letter to a PLKK rests on beside the accident: cover on the day of the accident, and the agreement in force on
 * the day of the letter.
 * @throws Rejection `ACCIDENT_NOT_FOUND`, `PARTICIPANT_NOT_FOUND`, `FACILITY_NOT_FOUND`
 */
export async function plkkLetterFacts(
  state: AccidentState,
  read: Reading,
  { facilityId, issuedOn }: PlkkLetterInput,
  { today }: CommandContext,
): Promise<PlkkLetterFacts> {
  const { participantId, occurredOn } = knownAccident(state);
  const [participant, plkk] = await Promise.all([
    participantFacts(read, participantId),
    plkkOn(read, facilityId, issuedOn ?? today),
  ]);
  return {
    segment: participant.segment,
    coverage: participant.coverageOn(occurredOn).status,
    agreementId: plkk.agreement?.agreementId,
  };
}
