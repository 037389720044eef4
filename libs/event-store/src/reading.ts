import type { DomainEvent, Reading, Stream } from '#kernel';
import type { EventStore } from './event-store.js';

/**
 * Reads each stream once, so that facts which several questions rest on are the same for all of them.
 * @param known a stream that has been folded already
 */
export function readingOf(store: EventStore, ...known: readonly (readonly [string, unknown])[]): Reading {
  const states = new Map<string, Promise<unknown>>(
    known.map(([streamId, state]) => [streamId, Promise.resolve(state)]),
  );
  return {
    state<State, Event extends DomainEvent>(stream: Stream<State, Event>, id: string): Promise<State> {
      const streamId = stream.of(id);
      const state = states.get(streamId) ?? store.state(stream, id);
      states.set(streamId, state);
      // A stream id names one kind of stream, and a kind has one state.
      return state as Promise<State>;
    },
  };
}
