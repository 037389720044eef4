import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import {
  EventStoreDBClient,
  UnavailableError,
  jsonEvent,
  type AppendToStreamOptions,
} from '@eventstore/db-client';
import { startEventStoreServer, verifyStore } from '#event-store-server';
import { startEventStore, eventStore, type StoreProgram } from './program.js';
import { scratch } from './scratch.js';

const WRITERS = 16;
const ANSWERS_BEFORE_THE_SIGNAL = 300;

/** Credentials, which a server without users ignores, make the client use the single append call. */
const SINGLE: AppendToStreamOptions = { credentials: { username: 'any', password: 'any' } };

const path = scratch();
jest.setTimeout(60_000);
const running: StoreProgram[] = [];

async function start(data: string): Promise<StoreProgram> {
  const store = await startEventStore(['--data', data]);
  running.push(store);
  return store;
}

afterEach(async () => {
  for (const store of running.splice(0)) {
    store.send('SIGKILL');
    await store.ended;
  }
});

/** Appends one event after the other until the server goes; returns the ids of those that were acknowledged. */
async function writeUntilTheEnd(
  client: EventStoreDBClient,
  stream: string,
  options: AppendToStreamOptions,
  onAnswer: () => void,
): Promise<string[]> {
  const acknowledged: string[] = [];
  for (;;) {
    const event = jsonEvent({ type: 'Written', data: { text: 'x'.repeat(300) } });
    try {
      await client.appendToStream(stream, event, options);
    } catch (error) {
      expect(error).toBeInstanceOf(Error);
      return acknowledged;
    }
    acknowledged.push(event.id);
    onAnswer();
  }
}

describe.each(['SIGTERM', 'SIGINT'] as const)('%s', (signal) => {
  it('stops in a storm of writers with code 0, and every acknowledged append is there', async () => {
    const data = path(signal);
    const store = await start(data);
    let answers = 0;
    const onAnswer = () => {
      if (++answers === ANSWERS_BEFORE_THE_SIGNAL) store.send(signal);
    };
    const clients = Array.from({ length: WRITERS }, () =>
      EventStoreDBClient.connectionString(store.connectionString),
    );
    const written = await Promise.all(
      clients.map((client, n) => writeUntilTheEnd(client, `w-${n}`, n % 2 === 0 ? {} : SINGLE, onAnswer)),
    );
    const { code, stderr } = await store.ended;
    await Promise.all(clients.map((client) => client.dispose()));
    expect(code).toBe(0);
    expect(stderr).toContain('event store stopped');

    const again = await start(data);
    const client = EventStoreDBClient.connectionString(again.connectionString);
    for (const [n, ids] of written.entries()) {
      const stored: string[] = [];
      for await (const { event } of client.readStream(`w-${n}`)) stored.push(event!.id);
      expect(stored.slice(0, ids.length)).toEqual(ids);
    }
    await client.dispose();
    expect(verifyStore(`${data}/events.sqlite`).problems).toEqual([]);
  });
});

it('tells a subscriber that the server goes', async () => {
  const store = await start(path('subscriber'));
  const client = EventStoreDBClient.connectionString(store.connectionString);
  const subscription = client.subscribeToAll({ fromPosition: 'start' });
  const ended = new Promise<unknown>((resolve) => subscription.once('error', resolve));
  subscription.on('data', () => store.send('SIGTERM'));
  expect(await ended).toBeInstanceOf(UnavailableError);
  expect((await store.ended).code).toBe(0);
});

it('refuses a second start on the same directory, and the first goes on', async () => {
  const data = path('locked');
  const store = await start(data);
  const second = await eventStore(['--port', '0', '--data', data]);
  expect(second.code).toBe(1);
  expect(second.stderr).toContain(`another event store already uses ${data}`);
  const client = EventStoreDBClient.connectionString(store.connectionString);
  const appended = await client.appendToStream('still', jsonEvent({ type: 'Alive', data: {} }));
  expect(appended.success).toBe(true);
  await client.dispose();
});

it('takes the directory again after a crash', async () => {
  const data = path('crashed');
  const store = await start(data);
  store.send('SIGKILL');
  await store.ended;
  await expect(start(data)).resolves.toBeDefined();
});

it('lets go of a directory whose database cannot be opened', async () => {
  const data = path('odd');
  mkdirSync(data);
  writeFileSync(join(data, 'events.sqlite'), 'something else entirely, and long enough to be looked at');
  await expect(startEventStoreServer({ port: 0, data })).rejects.toThrow('file is not a database');
  rmSync(join(data, 'events.sqlite'));
  const server = await startEventStoreServer({ port: 0, data });
  await server.stop();
});
