import { type Expecting, type StepFold, steps } from '#kernel';
import type { ClaimEvent } from './claim.events.js';
import { claims } from './claim.js';
import type { ClaimSubmitted } from './handed-in.events.js';
import { EVENTS_OF_HANDS, type HandsOnClaim, NO_HANDS, handsAfter } from './hands-on-claim.js';

/** What the steps of a claim know of it. */
export interface OfClaim extends Expecting {
  readonly hands: HandsOnClaim;
}

/** What they know before it was handed in. */
export const OF_NOBODY: OfClaim = { hands: NO_HANDS };

/** What they know once it was handed in, of whatever was before nothing but who had a hand in it. */
export const handedIn = (
  { hands }: OfClaim,
  { claimId, participantId, office }: ClaimSubmitted['data'],
): OfClaim => ({ hands, claimId, participantId, office });

type On<State extends Expecting> = Parameters<typeof steps<State, ClaimEvent>>[3];

/** Who does not take a step, by what it asks for. Absent of what anybody takes. */
type NotBy<State> = Readonly<Record<string, (state: State) => readonly string[]>>;

/** Steps of a claim that those do not take whom its decision refuses: also who had a hand in it while the step waited. */
export function stepsByHands<State extends OfClaim>(
  slot: string,
  initial: State,
  notBy: NotBy<State>,
  on: On<State>,
): StepFold<State, ClaimEvent> {
  const known = steps<State, ClaimEvent>(claims, slot, initial, on);
  return {
    ...known,
    types: [...new Set([...known.types, ...EVENTS_OF_HANDS])],
    evolve(before, event) {
      const state = known.evolve({ ...before, hands: handsAfter(before.hands, event) }, event);
      const { expected } = state;
      const refused = expected && notBy[expected.step];
      return refused ? { ...state, expected: { ...expected, notBy: refused(state) } } : state;
    },
  };
}
