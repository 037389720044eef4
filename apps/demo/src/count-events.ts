import { STREAMS } from '#contexts';
import { EventCodec, EventStore, NO_KEYS } from '#event-store';

/** How many events of Lindung stand in the log, counted as a reporting service would: by following it. */
export async function countEvents(eventStoreUrl: string): Promise<number> {
  const store = EventStore.at(eventStoreUrl, new EventCodec(NO_KEYS, STREAMS));
  const stop = new AbortController();
  try {
    const last = await store.lastPosition();
    let count = 0;
    if (last === null) return count;
    for await (const { events: batch } of store.follow(null, stop.signal)) {
      count += batch.length;
      if (batch.some(({ position }) => position >= last)) break;
    }
    return count;
  } finally {
    stop.abort();
    await store.close();
  }
}
