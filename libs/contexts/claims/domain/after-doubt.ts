import { assertNever } from '#kernel';
import type { KnownClaim } from './claim-state.js';
import type { DoubtEvent } from './doubt.events.js';

/** What becomes of a claim by what was found of it. It stays where it is: only its approval waits. */
export function afterDoubt<State extends KnownClaim>(state: State, event: DoubtEvent): State {
  const { doubts = [] } = state;
  const { findingId } = event.data;
  switch (event.type) {
    case 'DoubtRaised':
      return {
        ...state,
        doubts: [
          ...doubts,
          {
            findingId,
            isOpen: true,
            ...(event.data.alike && { alike: event.data.alike }),
            ...(event.data.ground && { ground: event.data.ground }),
            ...(event.data.matterId !== undefined && { matterId: event.data.matterId }),
          },
        ],
      };
    case 'DoubtSettled':
      return {
        ...state,
        doubts: doubts.map((one) => (one.findingId === findingId ? { ...one, isOpen: false } : one)),
      };
    default:
      return assertNever(event, 'claim event');
  }
}
