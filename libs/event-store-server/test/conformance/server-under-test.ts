import { randomUUID } from 'node:crypto';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { startEventStoreServer } from '#event-store-server';

/** The server that the conformance suite talks to, only ever through the official client. */
export interface ServerUnderTest {
  readonly client: EventStoreDBClient;
  readonly connectionString: string;
  /** True when it is a server that somebody named in EVENTSTORE_URL, and not ours. */
  readonly isForeign: boolean;
  stop(): Promise<void>;
}

/** Connects to EVENTSTORE_URL, or starts our own server in memory when it is not set. */
export async function serverUnderTest(): Promise<ServerUnderTest> {
  const url = process.env['EVENTSTORE_URL'];
  if (url !== undefined && url !== '') {
    const client = EventStoreDBClient.connectionString(url);
    return { client, connectionString: url, isForeign: true, stop: () => client.dispose() };
  }
  const server = await startEventStoreServer({ port: 0, mem: true });
  const client = EventStoreDBClient.connectionString(server.connectionString);
  return {
    client,
    connectionString: server.connectionString,
    isForeign: false,
    stop: async () => {
      await client.dispose();
      await server.stop();
    },
  };
}

/** A name that nothing else uses, so that the suite can run again and again against a server that keeps its data. */
export function freshName(prefix = 'stream'): string {
  return `${prefix}-${randomUUID()}`;
}

/** Events numbered from 0. */
export function someEvents(count: number, type = 'Happened'): ReturnType<typeof jsonEvent>[] {
  return Array.from({ length: count }, (_, n) => jsonEvent({ type, data: { n } }));
}

/** Everything that a read yields. */
export async function collect<T>(events: AsyncIterable<T>): Promise<T[]> {
  const collected: T[] = [];
  for await (const event of events) collected.push(event);
  return collected;
}

/** The first events of a subscription; leaving the loop ends it. */
export async function take<T>(events: AsyncIterable<T>, count: number): Promise<T[]> {
  const taken: T[] = [];
  if (count === 0) return taken;
  for await (const event of events) {
    taken.push(event);
    if (taken.length === count) break;
  }
  return taken;
}
