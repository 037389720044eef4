import type { CommandContext, Reading } from '#kernel';
import { type EmploymentFacts, employmentsOn } from '#contexts/dues/facts';
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
  const { participantId, occurredOn, employerId } = knownAccident(state);
  const [participant, employments, plkk] = await Promise.all([
    participantFacts(read, participantId),
    employerId === undefined ? [] : employmentsOn(read, participantId, occurredOn),
    plkkOn(read, facilityId, issuedOn ?? today),
  ]);
  return {
    ...(employerId === undefined
      ? { segment: participant.segment, coverage: participant.coverageOn(occurredOn).status }
      : { segment: 'PU', coverage: coverageAt(employerId, employments) }),
    agreementId: plkk.agreement?.agreementId,
  };
}

/** JKK stands for a wage earner by what the employer paid, at whose work it happened. */
const coverageAt = (employerId: string, employments: readonly EmploymentFacts[]) =>
  employments.find((one) => one.employerId === employerId)?.cover.status ?? 'NEVER';
