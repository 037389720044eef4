import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  EventStoreDBClient,
  jsonEvent,
  streamNameFilter,
  type AllStreamSubscription,
} from '@eventstore/db-client';
import { eventually } from '../eventually.js';
import { fromSource, startServerProcess, type ServerProcess } from '../server-process.js';

const SUBSCRIBERS = 200;
const STALLED = 10;
const WRITERS = 16;
const APPENDS = 10;
const EVENTS_PER_APPEND = 4;
const EVENTS = WRITERS * APPENDS * EVENTS_PER_APPEND;
/** Long enough for readers on a machine that is busy with something else. */
const PATIENCE_MS = 6_000;
const MOST_MEMORY = 300 * 1024 * 1024;

let directory: string;
let server: ServerProcess;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'event-store-pressure-'));
  const program = fromSource(new URL('server.ts', import.meta.url));
  server = await startServerProcess([...program, directory, String(PATIENCE_MS)]);
});
afterAll(async () => {
  await server.stop();
  rmSync(directory, { recursive: true });
});

const filter = streamNameFilter({ prefixes: ['pressure-'] });

async function receiveAll(subscription: AllStreamSubscription): Promise<bigint[]> {
  const positions: bigint[] = [];
  for await (const { event } of subscription) {
    positions.push(event!.position.commit);
    if (positions.length === EVENTS) break;
  }
  return positions;
}

/** Never takes an event; resolves with the reason for which the server drops it, once it is asked to look. */
function stall(subscription: AllStreamSubscription): { look: () => Promise<Error> } {
  const dropped = once(subscription, 'error') as Promise<[Error]>;
  return {
    look: async () => {
      subscription.resume();
      return (await dropped)[0];
    },
  };
}

async function storm(client: EventStoreDBClient): Promise<void> {
  const text = 'x'.repeat(1_000);
  const events = () =>
    Array.from({ length: EVENTS_PER_APPEND }, (_, n) => jsonEvent({ type: 'Pressed', data: { n, text } }));
  await Promise.all(
    Array.from({ length: WRITERS }, async (_, writer) => {
      for (let n = 0; n < APPENDS; n++) await client.appendToStream(`pressure-${writer}`, events());
    }),
  );
}

async function dropped(): Promise<number> {
  const metrics = await (await fetch(`http://127.0.0.1:${server.port}/metrics`)).text();
  return Number(/^event_store_dropped_subscribers_total (\d+)$/m.exec(metrics)?.[1]);
}

it('serves those who read, drops those who do not with a reason, and stays small', async () => {
  const client = EventStoreDBClient.connectionString(server.connectionString);
  const patient = EventStoreDBClient.connectionString(server.connectionString);
  const reading = Array.from({ length: SUBSCRIBERS - STALLED }, () =>
    receiveAll(client.subscribeToAll({ filter })),
  );
  const stalled = Array.from({ length: STALLED }, () => stall(patient.subscribeToAll({ filter })));
  await storm(client);

  const received = await Promise.all(reading);
  for (const positions of received) expect(positions).toEqual(received[0]);
  expect(received[0]).toHaveLength(EVENTS);

  await eventually('the stalled subscribers are dropped', async () => (await dropped()) === STALLED);
  expect(server.memory()).toBeLessThan(MOST_MEMORY);
  for (const { look } of stalled) expect((await look()).message).toMatch(/dropped.*took no event for 6 s/);
  await Promise.all([client.dispose(), patient.dispose()]);
});
