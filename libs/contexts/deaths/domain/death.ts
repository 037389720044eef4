import { stream, view } from '#kernel';
import type { DeathEvent } from './death.events.js';

export type DeathState =
  | { readonly situation: 'NOT_TRACED' }
  | {
      readonly situation: 'TRACED';
      /** The work accident that the death came from. */
      readonly accidentId: string;
      /** The how many-th death, where those before were taken back. */
      readonly nthDeath?: number;
      readonly tracerId?: string;
    };

/** What was found out about the deaths of one participant: `death-<participantId>`. Of one that was taken back it counts no more. */
export const deaths = stream<DeathState, DeathEvent>('death', {
  initial: { situation: 'NOT_TRACED' },
  evolve(_state, event) {
    if (event.type === 'DeathTraceRemoved') return { situation: 'NOT_TRACED' };
    const { accidentId, nthDeath, tracerId } = event.data;
    return { situation: 'TRACED', accidentId, nthDeath, tracerId };
  },
});

/** An accident that a death was once traced to. */
export interface Trace {
  readonly accidentId: string;
  readonly nthDeath: number;
}

/** The same streams as `deaths`, for whoever asks what was ever found out, also where it was taken back. */
export const traces = view<readonly Trace[], DeathEvent>(deaths, {
  initial: [],
  evolve: (known, { type, data }) =>
    type === 'DeathTraced'
      ? [...known, { accidentId: data.accidentId, nthDeath: data.nthDeath ?? 1 }]
      : known,
});

/** The accident that a death was traced to; undefined where it was not, or another one was. */
export const accidentOf = (state: DeathState, nthDeath: number): string | undefined =>
  state.situation === 'TRACED' && (state.nthDeath ?? 1) === nthDeath ? state.accidentId : undefined;
