import type { EventStore, Following, LogBatch } from './event-store.js';

/**
 * The log from behind a position up to another, which stands in it: a batch of what is at hand at a time, without what lies behind
 * the end. Nothing where there is no end, or it was reached before.
 */
export async function* followTo(
  log: Pick<EventStore, 'follow'>,
  after: bigint | null,
  end: bigint | null,
  following: Omit<Following, 'onlyCategories'> = {},
): AsyncGenerator<LogBatch> {
  if (end === null || (after !== null && after >= end)) return;
  const done = new AbortController();
  const isWithin = ({ position }: { readonly position: bigint }) => position <= end;
  try {
    for await (const { events, unreadable, ...place } of log.follow(after, done.signal, following)) {
      const failed = unreadable?.filter(isWithin) ?? [];
      yield { ...place, events: events.filter(isWithin), ...(failed.length > 0 && { unreadable: failed }) };
      if (place.position >= end) return;
    }
  } finally {
    done.abort();
  }
}
