import { command } from '#runtime';
import { changeIncomeBand } from '../domain/change-income-band.js';
import { contributions } from '../domain/contributions.js';
import { participants } from '../domain/participant.js';

export const ChangeIncomeBand = command('ChangeIncomeBand', participants, 'participantId', changeIncomeBand, {
  facts: async (_state, read, { participantId }) => ({
    contributions: await read.state(contributions, participantId),
  }),
});
