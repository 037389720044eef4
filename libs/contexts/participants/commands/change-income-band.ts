import { command } from '#runtime';
import { changeIncomeBand } from '../domain/change-income-band.js';
import { contributions } from '../domain/contributions.js';
import { paidOnce } from '../domain/doubles.js';
import { paidUnderOthersIf, underId } from '../domain/one-person.js';
import { participants } from '../domain/participant.js';

export const ChangeIncomeBand = command('ChangeIncomeBand', participants, 'participantId', changeIncomeBand, {
  facts: async (state, read, { participantId }) => {
    const own = await read.state(contributions, participantId);
    const { others = [] } = await paidUnderOthersIf(read, state);
    return { contributions: { ...own, paid: paidOnce([...own.paid, ...others.flatMap(underId)]).counted } };
  },
});
