import { STREAMS } from '#contexts';
import { EventCodec, EventStore, NO_KEYS, followTo } from '#event-store';

/** How many events of Lindung stand in the log, counted as a reporting service would: by following it. */
export async function countEvents(eventStoreUrl: string): Promise<number> {
  const store = EventStore.at(eventStoreUrl, new EventCodec(NO_KEYS, STREAMS));
  try {
    let count = 0;
    for await (const { events } of followTo(store, null, await store.lastPosition())) count += events.length;
    return count;
  } finally {
    await store.close();
  }
}
