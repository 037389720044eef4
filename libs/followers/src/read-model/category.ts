import type { DomainEvent } from '#kernel';

/** The streams of one kind, with the events that stand in them: `category<PayoutEvent>('payout')`. */
export interface Category<Event extends DomainEvent = DomainEvent> {
  /** The part of a stream id before the first `-`. */
  readonly category: string;
  /** For the compiler only. */
  readonly event?: Event;
}

/** @throws RangeError for what cannot stand before the first `-` of a stream id */
export function category<Event extends DomainEvent>(name: string): Category<Event> {
  if (name === '' || name.includes('-')) throw new RangeError(`Not a stream category: "${name}"`);
  return { category: name };
}

/** The events of these categories; a kind of stream is a category too. */
export type EventIn<Of> = Of extends { readonly evolve: (state: never, event: infer Event) => unknown }
  ? Event extends DomainEvent
    ? Event
    : never
  : Of extends Category<infer Event>
    ? Event
    : never;

/** What a stream is about: `claim-<id>` tells of `<id>`. */
export function subjectOf(streamId: string): string {
  return streamId.slice(streamId.indexOf('-') + 1);
}
