import { accidentFacts } from '#contexts/accidents/facts';
import { participantStream, reportedDeath } from '#contexts/participants/facts';
import type { Reading } from '#kernel';
import { command } from '#runtime';
import { deaths } from '../domain/death.js';
import { type TraceDeathInput, type TraceFacts, traceDeath } from '../domain/trace-death.js';

export const TraceDeath = command('TraceDeath', deaths, 'participantId', traceDeath, {
  facts: traceFacts,
  formerStream: ({ participantId }) => ({ stream: participantStream, id: participantId }),
});

/** @throws Rejection `ACCIDENT_NOT_FOUND`, `PARTICIPANT_NOT_FOUND` */
async function traceFacts(_state: unknown, read: Reading, input: TraceDeathInput): Promise<TraceFacts> {
  const { participantId, occurredOn, outcome, conclusion } = await accidentFacts(read, input.accidentId);
  const accident = {
    participantId,
    occurredOn,
    fatal: outcome === 'DEATH',
    notWorkAccident: conclusion === 'NOT_WORK_ACCIDENT',
  };
  return { ...(await reportedDeath(read, input.participantId)), accident };
}
