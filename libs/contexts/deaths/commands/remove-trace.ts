import { nthDeath } from '#contexts/participants/facts';
import { command } from '#runtime';
import { deaths } from '../domain/death.js';
import { removeTrace } from '../domain/remove-trace.js';

export const RemoveTrace = command('RemoveTrace', deaths, 'participantId', removeTrace, {
  facts: async (_state, read, { participantId }) => ({ nthDeath: await nthDeath(read, participantId) }),
});
