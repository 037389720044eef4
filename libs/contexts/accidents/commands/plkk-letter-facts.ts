import type { LocalDate, Reading } from '#kernel';
import { participantFacts } from '#contexts/participants/facts';
import { plkkOn } from '#contexts/providers/facts';
import { accidents } from '../domain/accident.js';
import type { PlkkLetterFacts, PlkkLetterInput } from '../domain/plkk-letter.js';
import { requireKnown } from '../domain/require-situation.js';

/**
 * What a letter to a PLKK rests on beside the accident: cover on the day of the accident, and the agreement in force on
 * the day of the letter.
 * @throws Rejection `ACCIDENT_NOT_FOUND`, `PARTICIPANT_NOT_FOUND`, `FACILITY_NOT_FOUND`
 */
export async function plkkLetterFacts(
  read: Reading,
  { accidentId, facilityId, issuedOn }: PlkkLetterInput,
  today: LocalDate,
): Promise<PlkkLetterFacts> {
  const known = requireKnown(await read.state(accidents, accidentId));
  const [participant, plkk] = await Promise.all([
    participantFacts(read, known.participantId),
    plkkOn(read, facilityId, issuedOn ?? today),
  ]);
  return {
    segment: participant.segment,
    coverage: participant.coverageOn(known.occurredOn).status,
    agreementId: plkk.agreement?.agreementId,
  };
}
