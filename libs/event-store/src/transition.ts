import type { DomainEvent, Fold } from '#kernel';
import type { EventStore } from './event-store.js';

/** The state of a stream whose context has no `stream()` yet. */
export async function readState<State, Event extends DomainEvent>(
  store: EventStore,
  streamId: string,
  decider: Fold<State, Event>,
): Promise<State> {
  return (await readStateAndRevision(store, streamId, decider)).state;
}

export async function readStateAndRevision<State, Event extends DomainEvent>(
  store: EventStore,
  streamId: string,
  decider: Fold<State, Event>,
): Promise<{ state: State; revision: bigint | null }> {
  let state = decider.initial;
  let revision: bigint | null = null;
  for await (const event of store.read<Event>(streamId)) {
    state = decider.evolve(state, event);
    revision = event.revision;
  }
  return { state, revision };
}
