import { type EventStore, readState } from '#event-store';
import type { LocalDate } from '#kernel';
import { participantFacts } from '#contexts/participants/contracts';
import { plkkOn } from '#contexts/providers/facts';
import { accident } from '../domain/accident.js';
import type { PlkkLetterFacts, PlkkLetterInput } from '../domain/plkk-letter.js';
import { requireKnown } from '../domain/require-situation.js';
import { accidentStream } from '../streams.js';

/**
 * What a letter to a PLKK rests on beside the accident: cover on the day of the accident, and the agreement in force on
 * the day of the letter.
 * @throws Rejection `ACCIDENT_NOT_FOUND`, `PARTICIPANT_NOT_FOUND`, `FACILITY_NOT_FOUND`
 */
export async function plkkLetterFacts(
  store: EventStore,
  { accidentId, facilityId, issuedOn }: PlkkLetterInput,
  today: LocalDate,
): Promise<PlkkLetterFacts> {
  const known = requireKnown(await readState(store, accidentStream(accidentId), accident));
  const [participant, plkk] = await Promise.all([
    participantFacts(store, known.participantId),
    plkkOn(store, facilityId, issuedOn ?? today),
  ]);
  return {
    segment: participant.segment,
    coverage: participant.coverageOn(known.occurredOn).status,
    agreementId: plkk.agreement?.agreementId,
  };
}
