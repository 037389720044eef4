import { stream } from '#kernel';
import type { DeathEvent } from './death.events.js';

export type DeathState =
  | { readonly situation: 'NOT_TRACED' }
  | {
      readonly situation: 'TRACED';
      /** The work accident that the death came from. */
      readonly accidentId: string;
    };

/** What was found out about the death of one participant: `death-<participantId>`. */
export const deaths = stream<DeathState, DeathEvent>('death', {
  initial: { situation: 'NOT_TRACED' },
  evolve: (_state, { data: { accidentId } }) => ({ situation: 'TRACED', accidentId }),
});
