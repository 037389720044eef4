import type { DomainEvent } from './domain-event.js';
import type { CommandContext } from './command-context.js';

/** How the state of one stream follows from its events. Pure: no clock, no I/O, no validation. */
export interface Decider<State, Event extends DomainEvent> {
  readonly initial: State;
  readonly evolve: (state: State, event: Event) => State;
}

/**
 * One decision: what to record, given what is asked and what is already known.
 * Throws `Rejection` when the request is not allowed in this state; an empty list means "nothing to do".
 */
export type Decide<Input, State, Event extends DomainEvent> = (
  input: Input,
  state: State,
  context: CommandContext,
) => readonly Event[];

/** The state after a history. */
export function fold<State, Event extends DomainEvent>(
  decider: Decider<State, Event>,
  history: Iterable<Event>,
): State {
  let state = decider.initial;
  for (const event of history) state = decider.evolve(state, event);
  return state;
}

/** Makes the compiler prove that a switch names every case; reaching it at run time is a programming error. */
export function assertNever(value: never, what = 'case'): never {
  throw new Error(`Unexpected ${what}: ${JSON.stringify(value)}`);
}
