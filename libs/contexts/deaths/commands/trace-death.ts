import { accidentFacts, interestedInAccident } from '#contexts/accidents/facts';
import {
  idsOfPerson,
  isSamePerson,
  nthDeath,
  participantStream,
  reportedDeath,
} from '#contexts/participants/facts';
import type { Reading } from '#kernel';
import { tracedUnder } from '../facts.js';
import { command } from '#runtime';
import { deaths } from '../domain/death.js';
import { requireNoInterest } from '../domain/interest.js';
import { type TraceDeathInput, type TraceFacts, traceDeath } from '../domain/trace-death.js';

export const TraceDeath = command('TraceDeath', deaths, 'participantId', traceDeath, {
  permit: async (_state, read, { accidentId }, { actor }) =>
    requireNoInterest(actor, await interestedInAccident(read, accidentId)),
  facts: traceFacts,
  formerStream: ({ participantId }) => ({ stream: participantStream, id: participantId }),
});

/** @throws Rejection `ACCIDENT_NOT_FOUND`, `PARTICIPANT_NOT_FOUND` */
async function traceFacts(_state: unknown, read: Reading, input: TraceDeathInput): Promise<TraceFacts> {
  const { occurredOn, outcome, conclusion, ...of } = await accidentFacts(read, input.accidentId);
  const isTheirs = await isSamePerson(read, of.participantId, input.participantId);
  const accident = {
    participantId: isTheirs ? input.participantId : of.participantId,
    occurredOn,
    fatal: outcome === 'DEATH',
    notWorkAccident: conclusion === 'NOT_WORK_ACCIDENT',
  };
  const reported = await reportedDeath(read, input.participantId);
  const [, ...others] = await idsOfPerson(read, input.participantId);
  const traced = await tracedUnder(read, others);
  const nth = await nthDeath(read, input.participantId);
  return { ...reported, nthDeath: nth, ...(traced && { tracedTo: traced }), accident };
}
