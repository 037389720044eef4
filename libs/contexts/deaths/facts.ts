import { idsOfPerson, reportedDeath } from '#contexts/participants/facts';
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
  const ids = await idsOfPerson(read, participantId);
  const [traced, { diedOn, tracedTo }] = await Promise.all([
    tracedUnder(read, ids),
    reportedDeath(read, ids[0] ?? participantId),
  ]);
  const diedOfAccidentId = traced ?? tracedTo;
  return { ...(diedOn && { diedOn }), ...(diedOfAccidentId && { diedOfAccidentId }) };
}

/** The accident that a death was traced to under one of these ids of a person. */
export async function tracedUnder(read: Reading, ids: readonly string[]): Promise<string | undefined> {
  const traces = await Promise.all(ids.map((id) => read.state(deaths, id)));
  return traces.flatMap((death) => (death.situation === 'TRACED' ? [death.accidentId] : []))[0];
}
