import type { CommandContext } from './command-context.js';
import type { DomainEvent } from './domain-event.js';

/**
 * One decision: what to record, given what is asked, what the stream knows, who asks when, and facts of other streams.
 * Always in this order. Throws `Rejection` when the request is not allowed in this state; an empty list means "nothing
 * to do".
 */
export type Decide<Input, State, Event extends DomainEvent, Facts = void> = (
  input: Input,
  state: State,
  context: CommandContext,
  facts: Facts,
) => readonly Event[];

/** Makes the compiler prove that a switch names every case; reaching it at run time is a programming error. */
export function assertNever(value: never, what = 'case'): never {
  throw new Error(`Unexpected ${what}: ${JSON.stringify(value)}`);
}
