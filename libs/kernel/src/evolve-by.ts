import { assertNever } from './decide.js';
import type { DomainEvent, EventOf } from './domain-event.js';

/** What each event does to a state, by its type: the compiler names a type that is left out. */
export type OnEach<State, Event extends DomainEvent, Next = State> = {
  readonly [Type in Event['type']]: (state: State, event: EventOf<Event, Type>) => Next;
};

/** Of an event that says nothing to whoever folds it. */
export const unchanged = <State>(state: State): State => state;

/**
 * A step of a fold as a table: one line for each event, the longer ones by name. For streams whose events do not fit a short switch.
 * @throws Error for a type that the table does not know
 */
export const evolveBy =
  <State, Event extends DomainEvent, Next = State>(table: OnEach<State, Event, Next>, what: string) =>
  (state: State, event: Event): Next => {
    const steps: Readonly<Record<string, ((state: State, event: never) => Next) | undefined>> = table;
    const step = steps[event.type];
    return step ? step(state, event as never) : assertNever(event as never, what);
  };
