import { type EventData, EventStoreDBClient, NO_STREAM, excludeSystemEvents } from '@eventstore/db-client';
import { LogCalls } from '../../event-store/src/log-calls.js';
import { channelOverClient } from '../../event-store/src/log-channel.js';
import type { ServerProcess } from '../test/server-process.js';

/** What is measured of a client. What reads says how many events came. */
export interface BenchClient {
  /** @param after the revision that the stream is at; null when it does not exist */
  append(stream: string, events: EventData[], after: bigint | null): Promise<unknown>;
  readStream(stream: string, count: number): Promise<number>;
  readAll(count: number): Promise<number>;
  /** Follows the log from its beginning, without system events, until so many have come. */
  subscribe(count: number): Promise<number>;
  leave(): Promise<void>;
}

/** Reads the log in batches of this size, as Lindung does. */
const BATCH = 256;
const TIMEOUT_MS = 60_000;

/** The calls that Lindung makes, over a connection of the official client. */
export function leanClient({ connectionString }: ServerProcess): BenchClient {
  const client = EventStoreDBClient.connectionString(connectionString);
  const calls = new LogCalls(channelOverClient(client), TIMEOUT_MS);
  return {
    append: (stream, events, after) => calls.append(stream, events, after, TIMEOUT_MS),
    readStream: async (stream) => {
      let count = 0;
      for await (const events of calls.read(stream, 0n, BATCH)) count += events.length;
      return count;
    },
    readAll: async (count) => (await calls.readAll(1n, count, false)).length,
    subscribe: async (count) => {
      const left = new AbortController();
      let seen = 0;
      for await (const items of calls.subscribe(null, { size: BATCH, signal: left.signal })) {
        for (const item of items) if ('id' in item) seen++;
        if (seen >= count) left.abort();
      }
      return seen;
    },
    leave: () => {
      calls.close();
      return client.dispose();
    },
  };
}

/** The official client as it is. */
export function officialClient({ connectionString }: ServerProcess): BenchClient {
  const client = EventStoreDBClient.connectionString(connectionString);
  return {
    append: (stream, events, after) =>
      client.appendToStream(stream, events, { expectedRevision: after ?? NO_STREAM }),
    readStream: (stream, maxCount) => counted(client.readStream(stream, { maxCount })),
    readAll: (maxCount) => counted(client.readAll({ maxCount })),
    subscribe: async (count) => {
      let seen = 0;
      const subscription = client.subscribeToAll({ filter: excludeSystemEvents() });
      for await (const { event } of subscription) if (event !== undefined && ++seen === count) break;
      await subscription.unsubscribe();
      return seen;
    },
    leave: () => client.dispose(),
  };
}

async function counted(events: AsyncIterable<{ readonly event?: unknown }>): Promise<number> {
  let count = 0;
  for await (const { event } of events) if (event !== undefined) count++;
  return count;
}
