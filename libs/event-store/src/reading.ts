import type { DomainEvent, Reading, Stream } from '#kernel';
import type { EventStore } from './event-store.js';

/**
 * Reads each stream once, so that facts which several questions rest on are the same for all of them.
 * @param known a stream that has been folded already: its kind, its id and its state
 */
export function readingOf(
  store: EventStore,
  ...known: readonly (readonly [stream: unknown, id: string, state: unknown])[]
): Reading {
  const states = new Map<unknown, Map<string, Promise<unknown>>>();
  const statesOf = (stream: unknown) => {
    const ofThisKind = states.get(stream) ?? new Map<string, Promise<unknown>>();
    states.set(stream, ofThisKind);
    return ofThisKind;
  };
  for (const [stream, id, state] of known) statesOf(stream).set(id, Promise.resolve(state));
  return {
    state<State, Event extends DomainEvent>(stream: Stream<State, Event>, id: string): Promise<State> {
      const ofThisKind = statesOf(stream);
      const state = ofThisKind.get(id) ?? store.state(stream, id);
      ofThisKind.set(id, state);
      // What was put in under a kind of stream is a state of that kind.
      return state as Promise<State>;
    },
  };
}
