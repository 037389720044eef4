import { reportedDeath } from '#contexts/participants/facts';
import type { LocalDate, Reading } from '#kernel';
import { deaths } from './domain/death.js';

/** What a decision about a claim rests on, as the log knows it now. */
export interface DeathFacts {
  /** Absent while no death was reported. */
  readonly diedOn?: LocalDate;
  /** The work accident that the death was traced to. */
  readonly diedOfAccidentId?: string;
}

/**
 * Reads from the log what is known of a participant's death, whichever stream says what it was traced to.
 * @throws Rejection `PARTICIPANT_NOT_FOUND`
 */
export async function deathFacts(read: Reading, participantId: string): Promise<DeathFacts> {
  const [death, { diedOn, tracedTo }] = await Promise.all([
    read.state(deaths, participantId),
    reportedDeath(read, participantId),
  ]);
  const diedOfAccidentId = death.situation === 'TRACED' ? death.accidentId : tracedTo;
  return { ...(diedOn && { diedOn }), ...(diedOfAccidentId && { diedOfAccidentId }) };
}
