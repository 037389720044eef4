import { hasDied, idsOfPerson, nthDeath, reportedDeath } from '#contexts/participants/facts';
import type { LocalDate, Reading } from '#kernel';
import { accidentOf, deaths, traces } from './domain/death.js';

export type { DeathTraceRemoved, DeathTraced } from './domain/death.events.js';

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
  const { diedOn, tracedTo } = await reportedDeath(read, ids[0] ?? participantId);
  // Of a death that was taken back nothing counts, under whichever id it was traced.
  if (diedOn === undefined) return {};
  const diedOfAccidentId = (await tracedUnder(read, ids)) ?? tracedTo;
  return { diedOn, ...(diedOfAccidentId && { diedOfAccidentId }) };
}

/** The accident that the present death was traced to under one of these ids of a person. */
export async function tracedUnder(read: Reading, ids: readonly string[]): Promise<string | undefined> {
  const traces = await Promise.all(
    ids.map(async (id) => accidentOf(await read.state(deaths, id), await nthDeath(read, id))),
  );
  return traces.find((accidentId) => accidentId !== undefined);
}

/** The accidents that the present death of somebody was ever traced to, under all their ids: also where that was taken back. */
export async function accidentsOfTraces(read: Reading, participantId: string): Promise<readonly string[]> {
  const ids = await idsOfPerson(read, participantId);
  const { tracedTo } = await reportedDeath(read, ids[0] ?? participantId);
  const known = await Promise.all(
    ids.map(async (id) => {
      const nth = await nthDeath(read, id);
      return (await read.state(traces, id)).filter(({ nthDeath: of }) => of === nth);
    }),
  );
  return [...new Set([...known.flat().map(({ accidentId }) => accidentId), ...(tracedTo ? [tracedTo] : [])])];
}

/**
 * The accidents that any death of somebody was ever traced to, under all their ids: also where the trace, or the death, was taken back. Of
 * an id that is nobody's there are none.
 */
export async function accidentsEverTraced(read: Reading, participantId: string): Promise<readonly string[]> {
  const ids = await idsOfPerson(read, participantId);
  const { tracedTo } = (await hasDied(read, participantId))
    ? await reportedDeath(read, ids[0] ?? participantId)
    : {};
  const known = (await Promise.all(ids.map((id) => read.state(traces, id)))).flat();
  return [...new Set([...known.map(({ accidentId }) => accidentId), ...(tracedTo ? [tracedTo] : [])])];
}
