import { command } from '#runtime';
import { contributions } from '../domain/contributions.js';
import { paidUnderOthersIf } from '../domain/one-person.js';
import { participants } from '../domain/participant.js';
import { recordSetOff } from '../domain/record-set-off.js';

/** Only the process receipts sends it: it follows from an approval that deducts arrears. */
export const RecordSetOff = command('RecordSetOff', contributions, 'participantId', recordSetOff, {
  facts: async (_paid, read, { participantId }) => {
    const participant = await read.state(participants, participantId);
    return { participant, ...(await paidUnderOthersIf(read, participant)) };
  },
});
