import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { eventually } from '../eventually.js';
import { startEventStoreServer, type EventStoreServer } from '#event-store-server';

const LAG = 'event_store_subscription_lag_events';

let server: EventStoreServer;
let client: EventStoreDBClient;

beforeAll(async () => {
  server = await startEventStoreServer({ port: 0, mem: true, metricsPort: 0 });
  client = EventStoreDBClient.connectionString(server.connectionString);
});
afterAll(async () => {
  await client.dispose();
  await server.stop();
});

const onBothPorts = [
  ['the main port', () => server.port],
  ['the metrics port', () => server.metricsPort!],
] as const;

const get = (port: number, path: string) => fetch(`http://127.0.0.1:${port}${path}`);

async function metric(name: string): Promise<number> {
  const text = await (await get(server.metricsPort!, '/metrics')).text();
  const line = text.split('\n').find((candidate) => candidate.startsWith(`${name} `));
  return Number(line?.split(' ')[1]);
}

describe.each(onBothPorts)('%s', (_, port) => {
  it.each(['/health/live', '/health/ready'])('answers %s', async (path) => {
    expect((await get(port(), path)).status).toBe(204);
  });

  it('answers /metrics in the format of Prometheus', async () => {
    const response = await get(port(), '/metrics');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('text/plain; version=0.0.4');
    expect(await response.text()).toContain('process_resident_memory_bytes');
  });

  it('does not know other paths, and says why', async () => {
    const response = await get(port(), '/streams/claim-1');
    expect(response.status).toBe(404);
    expect(await response.text()).toMatch(/no AtomPub/);
  });
});

/** Makes an HTTP request as the functions of the client do. */
function request(this: EventStoreDBClient, method: 'GET' | 'POST', path: string): Promise<unknown> {
  return this.HTTPRequest(method, path, {});
}

it('answers the HTTP requests of the official client', async () => {
  const pong = { msgTypeId: expect.any(Number), text: 'Ping request successfully handled' };
  expect(await request.call(client, 'GET', '/ping')).toMatchObject(pong);
  await expect(request.call(client, 'POST', '/nowhere')).rejects.toThrow('Not Found');
});

it('counts appends, events, bytes and commits', async () => {
  const names = ['appends_total', 'events_total', 'stored_bytes_total', 'commit_seconds_count'] as const;
  const before = await Promise.all(names.map((name) => metric(`event_store_${name}`)));
  const event = () => jsonEvent({ type: 'Counted', data: { text: 'x'.repeat(500) } });
  await client.appendToStream('counted', [event(), event(), event()]);
  const after = await Promise.all(names.map((name) => metric(`event_store_${name}`)));
  const [appends, events, bytes, commits] = after.map((value, n) => value - before[n]!);
  expect([appends, events, commits]).toEqual([1, 3, 1]);
  expect(bytes).toBeGreaterThan(1_500);
  expect(await metric('event_store_database_bytes')).toBeGreaterThan(1_500);
  expect(await metric('event_store_position')).toBeGreaterThanOrEqual(4);
});

it('counts subscribers and how far the slowest is behind', async () => {
  const data = { text: 'x'.repeat(500_000) };
  for (let n = 0; n < 40; n++) await client.appendToStream('large', jsonEvent({ type: 'Large', data }));
  const subscription = client.subscribeToStream('large', { fromRevision: 'start' });
  for await (const { event } of subscription) {
    // While the first event is being handled nothing is read, so that the rest waits in the server.
    if (event?.revision === 0n) {
      await eventually('the subscriber is behind', async () => (await metric(LAG)) > 0);
      expect(await metric('event_store_subscriptions')).toBe(1);
    }
    if (event?.revision === 39n) await subscription.unsubscribe();
  }
  await eventually('nobody subscribes', async () => (await metric('event_store_subscriptions')) === 0);
  expect(await metric(LAG)).toBe(0);
});
