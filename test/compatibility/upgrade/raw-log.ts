import { EventStoreDBClient, FORWARDS, START } from '@eventstore/db-client';
import type { OldEvent } from './first-edition.js';

/** An event as the log gives it, sealed parts and all. */
export interface RawEvent extends Omit<OldEvent, 'digest'> {
  readonly digest?: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The whole log, read by nothing of Lindung. */
export async function rawLog(eventStoreUrl: string): Promise<RawEvent[]> {
  const client = EventStoreDBClient.connectionString(eventStoreUrl);
  const events: RawEvent[] = [];
  try {
    for await (const { event } of client.readAll({ direction: FORWARDS, fromPosition: START })) {
      if (!event || event.type.startsWith('$')) continue;
      const metadata = event.metadata as { commandId: string; commandDigest?: string };
      events.push({
        position: Number(event.position?.commit),
        stream: event.streamId,
        revision: Number(event.revision),
        type: event.type,
        id: event.id,
        commandId: metadata.commandId,
        digest: metadata.commandDigest,
        data: event.data as RawEvent['data'],
      });
    }
  } finally {
    await client.dispose();
  }
  return events;
}
