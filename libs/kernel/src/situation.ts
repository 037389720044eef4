import { Rejection } from './rejection.js';
import type { Refusal } from './refusal.js';

/** A state that is a union of situations. */
interface Situated {
  readonly situation: string;
}

/**
 * The state, if it is in one of these situations: the one guard of every decision.
 * @param otherwise why not, from the situation that it is in
 * @throws Rejection with what `otherwise` says
 */
export function inSituation<State extends Situated, const Wanted extends State['situation']>(
  state: State,
  wanted: readonly Wanted[],
  otherwise: (state: Exclude<State, { situation: Wanted }>) => Refusal,
): Extract<State, { situation: Wanted }> {
  if (isIn(state, wanted)) return state;
  // What is left of the union is what was not wanted.
  throw new Rejection(otherwise(state as Exclude<State, { situation: Wanted }>));
}

function isIn<State extends Situated, Wanted extends State['situation']>(
  state: State,
  wanted: readonly Wanted[],
): state is Extract<State, { situation: Wanted }> {
  return wanted.some((situation) => situation === state.situation);
}
