import { idsOfPerson, nthDeath, participantFacts } from '#contexts/participants/facts';
import { command } from '#runtime';
import { accidents, knownAccident } from '../domain/accident.js';
import { withdrawFatalOutcome } from '../domain/withdraw-fatal-outcome.js';

export const WithdrawFatalOutcome = command(
  'WithdrawFatalOutcome',
  accidents,
  'accidentId',
  withdrawFatalOutcome,
  {
    facts: async (accident, read) => {
      const { participantId } = knownAccident(accident);
      const { diedOn } = await participantFacts(read, participantId);
      const ids = await idsOfPerson(read, participantId);
      const deaths = await Promise.all(ids.map((id) => nthDeath(read, id)));
      return { livesAfterAll: diedOn === undefined && deaths.some((nth) => nth > 1) };
    },
  },
);
