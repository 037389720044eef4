import type { CommandContext, Reading } from '#kernel';
import { type EmploymentFacts, employmentsOn } from '#contexts/dues/facts';
import { participantFacts, placementFacts } from '#contexts/participants/facts';
import { projectFacts } from '#contexts/projects/facts';
import { plkkOn } from '#contexts/providers/facts';
import { knownAccident } from '../domain/accident.js';
import type { AccidentState } from '../domain/accident-state.js';
import type { PlkkLetterFacts, PlkkLetterInput } from '../domain/plkk-letter.js';

/**
 * What a letter to a PLKK rests on beside the accident: cover on the day of the accident, and the agreement in force on
 * the day of the letter.
 * @throws Rejection `ACCIDENT_NOT_FOUND`, `PARTICIPANT_NOT_FOUND`, `FACILITY_NOT_FOUND`, `PROJECT_NOT_FOUND`
 */
export async function plkkLetterFacts(
  state: AccidentState,
  read: Reading,
  { facilityId, issuedOn }: PlkkLetterInput,
  { today }: CommandContext,
): Promise<PlkkLetterFacts> {
  const { participantId, occurredOn, employerId, projectId } = knownAccident(state);
  const [participant, employments, placement, plkk] = await Promise.all([
    participantFacts(read, participantId),
    employerId === undefined ? [] : employmentsOn(read, participantId, occurredOn),
    projectId === undefined ? undefined : placedOn(read, participantId, projectId),
    plkkOn(read, facilityId, issuedOn ?? today),
  ]);
  const own = { segment: participant.segment, coverage: participant.coverageOn(occurredOn).status };
  const paidBy =
    employerId === undefined
      ? own
      : { segment: 'PU' as const, coverage: coverageAt(employerId, employments) };
  return {
    ...(placement ? { segment: 'JAKON', coverage: placement.coverOn(occurredOn) } : paidBy),
    agreementId: plkk.agreement?.agreementId,
  };
}

/** JKK stands for a wage earner by what the employer paid, at whose work it happened. */
const coverageAt = (employerId: string, employments: readonly EmploymentFacts[]) =>
  employments.find((one) => one.employerId === employerId)?.cover.status ?? 'NEVER';

/** How somebody builds on the project on which it happened. */
const placedOn = async (read: Reading, participantId: string, projectId: string) =>
  placementFacts(read, participantId, await projectFacts(read, projectId));
