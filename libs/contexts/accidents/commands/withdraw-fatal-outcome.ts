import { participantFacts } from '#contexts/participants/facts';
import { command } from '#runtime';
import { accidents, knownAccident } from '../domain/accident.js';
import { withdrawFatalOutcome } from '../domain/withdraw-fatal-outcome.js';
import { mayDecide } from './may-decide.js';

export const WithdrawFatalOutcome = command(
  'WithdrawFatalOutcome',
  accidents,
  'accidentId',
  withdrawFatalOutcome,
  {
    facts: async (accident, read) => {
      const { participantId } = knownAccident(accident);
      const { livesAfterAll = false } = await participantFacts(read, participantId);
      return { livesAfterAll };
    },
    permit: mayDecide,
  },
);
