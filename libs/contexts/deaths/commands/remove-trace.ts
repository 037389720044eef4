import { interestedInAccident } from '#contexts/accidents/facts';
import { nthDeath } from '#contexts/participants/facts';
import { command } from '#runtime';
import { deaths } from '../domain/death.js';
import { requireNoInterest } from '../domain/interest.js';
import { removeTrace } from '../domain/remove-trace.js';

export const RemoveTrace = command('RemoveTrace', deaths, 'participantId', removeTrace, {
  permit: async (state, read, _input, { actor }) => {
    if (state.situation === 'TRACED')
      requireNoInterest(actor, await interestedInAccident(read, state.accidentId));
  },
  facts: async (_state, read, { participantId }) => ({ nthDeath: await nthDeath(read, participantId) }),
});
