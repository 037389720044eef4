import { once } from 'node:events';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  EventStoreDBClient,
  START,
  jsonEvent,
  persistentSubscriptionToStreamSettingsFromDefaults as streamSettings,
} from '@eventstore/db-client';
import { startEventStoreServer, type EventStoreServer } from '#event-store-server';
import { ackAll, consume, askUntil } from './persistent-consumer.js';

/** Only for our own server: another one cannot be told how patient to be. */
const KEY = ['large', 'workers'] as const;
const EVENTS = 60;
let server: EventStoreServer;
let client: EventStoreDBClient;

beforeAll(async () => {
  server = await startEventStoreServer({ port: 0, mem: true, stalledAfterMs: 1_500 });
  client = EventStoreDBClient.connectionString(server.connectionString);
});
afterAll(async () => {
  await client.dispose();
  await server.stop();
});

it('drops a consumer that takes nothing, with the reason, and gives its messages to others', async () => {
  await client.createPersistentSubscriptionToStream(...KEY, streamSettings({ startFrom: START }));
  const stalled = client.subscribeToPersistentSubscriptionToStream(
    ...KEY,
    { bufferSize: 1_000 },
    { highWaterMark: 1 },
  );
  const dropped = once(stalled, 'error') as Promise<[Error]>;
  const large = 'x'.repeat(100_000);
  for (let n = 0; n < EVENTS; n++) {
    await client.appendToStream(KEY[0], jsonEvent({ type: 'Large', data: { n, large } }));
  }
  await askUntil(
    () => client.getPersistentSubscriptionToStreamInfo(...KEY),
    ({ connections, stats }) => connections.length === 0 && stats.totalItems > 0n,
  );

  const working = await consume(client, KEY, ackAll);
  await working.receives(EVENTS);

  expect(working.numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: EVENTS }, (_, n) => n));
  stalled.resume();
  expect((await dropped)[0].message).toMatch(/dropped.*took no event for 1\.5 s/);
});
