import type { Process } from '#kernel';
import type { DeathRevoked } from '../domain/correction.events.js';
import type { BackDatedDeathConfirmed, DeathReported } from '../domain/participant.events.js';

/** Whose places: under which agreements they have one, or left one by a death, is looked up in the log. */
export interface PlacesOf {
  readonly participantId: string;
}

/** Whoever died has no place under an agreement of a sponsor any more: another one may have it. One who lives after all has it again. */
export const deathsFreePlaces: Process<
  DeathReported | BackDatedDeathConfirmed | DeathRevoked,
  { readonly FreePlaces: PlacesOf; readonly RestorePlaces: PlacesOf }
> = {
  name: 'deaths-free-places',
  version: 1,
  categories: ['participant'],
  on: {
    // What waits for a second person does not hold yet.
    DeathReported: ({ data: { participantId, backDatedBy } }) =>
      backDatedBy === undefined ? freeing(participantId) : [],
    BackDatedDeathConfirmed: ({ data: { participantId } }) => freeing(participantId),
    DeathRevoked: ({ data: { participantId } }) => [
      { key: participantId, command: 'RestorePlaces', input: { participantId } },
    ],
  },
};

const freeing = (participantId: string) => [
  { key: participantId, command: 'FreePlaces' as const, input: { participantId } },
];
