import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventStoreDBClient, FOLLOWER, LEADER, RANDOM, jsonEvent } from '@eventstore/db-client';
import { collect, freshName, serverUnderTest, type ServerUnderTest } from './server-under-test.js';

let server: ServerUnderTest;

beforeAll(async () => {
  server = await serverUnderTest();
});
afterAll(() => server.stop());

/** The address of the server as a client that discovers it is told. */
function discovering(host: string, more = ''): string {
  const url = new URL(server.connectionString.replace('esdb', 'http'));
  const user = url.username === '' ? '' : `${url.username}:${url.password}@`;
  return `esdb+discover://${user}${host}:${url.port}${url.search}${more}`;
}

async function appendAndRead(client: EventStoreDBClient): Promise<number> {
  const stream = freshName();
  await client.appendToStream(stream, jsonEvent({ type: 'Found', data: {} }));
  const events = await collect(client.readStream(stream));
  await client.dispose();
  return events.length;
}

it.each(['127.0.0.1', 'localhost'])('is found by gossip at %s', async (host) => {
  expect(await appendAndRead(EventStoreDBClient.connectionString(discovering(host)))).toBe(1);
});

describe('as the only node', () => {
  it.each([LEADER, FOLLOWER, RANDOM])('is taken by a client that prefers %s', async (preference) => {
    const client = EventStoreDBClient.connectionString(
      discovering('127.0.0.1', `&nodePreference=${preference}`),
    );
    expect(await appendAndRead(client)).toBe(1);
  });

  it('is the leader that a call requires', async () => {
    const client = EventStoreDBClient.connectionString(server.connectionString);
    const stream = freshName();
    await client.appendToStream(stream, jsonEvent({ type: 'Led', data: {} }), { requiresLeader: true });
    expect(await collect(client.readStream(stream, { requiresLeader: true }))).toHaveLength(1);
    await client.dispose();
  });
});

it('is found among seeds of which one is silent', async () => {
  const port = new URL(server.connectionString.replace('esdb', 'http')).port;
  const seeds = `esdb://127.0.0.1:1,127.0.0.1:${port}`;
  const client = EventStoreDBClient.connectionString(`${seeds}${new URL(discovering('x')).search}`);
  expect(await appendAndRead(client)).toBe(1);
});

/** Asks over HTTP, as the functions of the client do. */
function gossip(this: EventStoreDBClient): Promise<{ members: object[] }> {
  return this.HTTPRequest('GET', '/gossip', {});
}

it('is the leader, also for whoever asks over HTTP', async () => {
  const client = EventStoreDBClient.connectionString(server.connectionString);
  const { members } = await gossip.call(client);
  const [host, port] = new URL(server.connectionString.replace('esdb', 'http')).host.split(':');
  const place = server.isForeign ? {} : { httpEndPointIp: host, httpEndPointPort: Number(port) };
  const leader = { state: 'Leader', isAlive: true, ...place };
  expect(members).toContainEqual(expect.objectContaining(leader));
  await client.dispose();
});

/** Reads a protected member, as the functions of the client do. */
async function versionOf(this: EventStoreDBClient): Promise<string> {
  return (await this.capabilities).serverVersion;
}

it('tells its version, so that the client knows what it can do', async () => {
  const client = EventStoreDBClient.connectionString(server.connectionString);
  expect(await versionOf.call(client)).toMatch(/^\d+\.\d+/);
  await client.dispose();
});
