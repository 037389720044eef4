import { type DomainEvent, type Reading, type Stream, fold } from '#kernel';

/** A log that holds these streams, by their ids, for specs of what a context lets others ask. */
export function logOf(streams: Readonly<Record<string, readonly DomainEvent[]>>): Reading {
  return {
    state<State, Event extends DomainEvent>(stream: Stream<State, Event>, id: string): Promise<State> {
      // What stands in a stream of a kind are events of that kind.
      return Promise.resolve(fold(stream, (streams[stream.of(id)] ?? []) as readonly Event[]));
    },
  };
}
