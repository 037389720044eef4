import type { LocalDate, Process } from '#kernel';
import type { DeathRevoked } from '../domain/correction.events.js';
import type { BackDatedDeathConfirmed, DeathReported } from '../domain/participant.events.js';

/** Somebody died, as it stands in the log by then. */
export interface OfTheDeceased {
  readonly participantId: string;
}

/** They live after all; under which agreements they left with that day is looked up. */
export interface OfTheLiving extends OfTheDeceased {
  readonly formerDiedOn: LocalDate;
}

/** Whoever died has no place under an agreement of a sponsor any more: another one may have it. One who lives after all has it again. */
export const deathsFreePlaces: Process<
  DeathReported | BackDatedDeathConfirmed | DeathRevoked,
  { readonly FreePlaces: OfTheDeceased; readonly RestorePlaces: OfTheLiving }
> = {
  name: 'deaths-free-places',
  version: 1,
  categories: ['participant'],
  on: {
    // What waits for a second person does not hold yet.
    DeathReported: ({ data: { participantId, backDatedBy } }) =>
      backDatedBy === undefined ? freeing(participantId) : [],
    BackDatedDeathConfirmed: ({ data: { participantId } }) => freeing(participantId),
    DeathRevoked: ({ data: { participantId, diedOn: formerDiedOn } }) => [
      { key: participantId, command: 'RestorePlaces', input: { participantId, formerDiedOn } },
    ],
  },
};

const freeing = (participantId: string) => [
  { key: participantId, command: 'FreePlaces' as const, input: { participantId } },
];
