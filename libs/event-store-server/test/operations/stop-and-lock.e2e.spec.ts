import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { once, type EventEmitter } from 'node:events';
import { afterEach, describe, expect, it } from '@jest/globals';
import {
  CancelledError,
  EventStoreDBClient,
  UnavailableError,
  jsonEvent,
  persistentSubscriptionToStreamSettingsFromDefaults,
  type AppendToStreamOptions,
} from '@eventstore/db-client';
import { startEventStoreServer, verifyStore } from '#event-store-server';
import { startEventStore, eventStore, type StoreProgram } from './program.js';
import { scratch } from './scratch.js';

const ROUNDS = 3;
const WRITERS = 16;
const ANSWERS_BEFORE_THE_SIGNAL = 300;
const STOPPING = 'The event store is stopping.';

/** Credentials, which a server without users ignores, make the client use the single append call. */
const SINGLE: AppendToStreamOptions = { credentials: { username: 'any', password: 'any' } };
const BATCH: AppendToStreamOptions = {};

const path = scratch();
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

/** What a writer has seen: the events that were answered, and the error with which it ended. */
interface Written {
  readonly stream: string;
  readonly answered: readonly string[];
  readonly error: unknown;
}

/** Appends one event after the other until the server goes. */
async function writeUntilTheEnd(
  client: EventStoreDBClient,
  stream: string,
  options: AppendToStreamOptions,
  onAnswer: () => void,
): Promise<Written> {
  const answered: string[] = [];
  for (;;) {
    const event = jsonEvent({ type: 'Written', data: { text: 'x'.repeat(300) } });
    try {
      await client.appendToStream(stream, event, options);
    } catch (error) {
      return { stream, answered, error };
    }
    answered.push(event.id);
    onAnswer();
  }
}

/** Lets writers loose on a server and stops it in the middle of it. */
async function storm(
  store: StoreProgram,
  signal: NodeJS.Signals,
  round: number,
  options: AppendToStreamOptions,
  clients: readonly EventStoreDBClient[],
): Promise<Written[]> {
  let answers = 0;
  const onAnswer = () => {
    if (++answers === ANSWERS_BEFORE_THE_SIGNAL) store.send(signal);
  };
  return Promise.all(
    Array.from({ length: WRITERS }, (_, n) =>
      writeUntilTheEnd(clients[n % clients.length]!, `w-${round}-${n}`, options, onAnswer),
    ),
  );
}

async function idsIn(client: EventStoreDBClient, stream: string): Promise<string[]> {
  const ids: string[] = [];
  for await (const { event } of client.readStream(stream)) ids.push(event!.id);
  return ids;
}

describe.each([
  ['SIGTERM', 'single appends', SINGLE, 1, [UnavailableError]],
  ['SIGTERM', 'batch appends over one connection', BATCH, 1, [UnavailableError]],
  // A writer who sends nothing for a moment, on a machine that is busy, finds its call ended as an idle one.
  ['SIGINT', 'batch appends over as many', BATCH, WRITERS, [UnavailableError, CancelledError]],
] as const)('%s in a storm of %s', (signal, _, options, connections, refusals) => {
  it('answers all that is stored, refuses the rest, and leaves with code 0', async () => {
    const data = path(`${signal}-${connections}-${options === SINGLE}`);
    for (let round = 0; round < ROUNDS; round++) {
      const store = await start(data);
      const clients = Array.from({ length: connections }, () =>
        EventStoreDBClient.connectionString(store.connectionString),
      );
      const written = await storm(store, signal, round, options, clients);
      const { code, stderr } = await store.ended;
      await Promise.all(clients.map((client) => client.dispose()));
      expect(code).toBe(0);
      expect(stderr).toContain('event store stopped');
      for (const { error } of written) {
        expect(refusals).toContain((error as Error).constructor);
        expect((error as Error).message).toMatch(options === SINGLE ? /UNAVAILABLE/ : STOPPING);
      }

      const again = await start(data);
      const client = EventStoreDBClient.connectionString(again.connectionString);
      for (const { stream, answered } of written) expect(await idsIn(client, stream)).toEqual(answered);
      await client.dispose();
      again.send('SIGTERM');
      await again.ended;
    }
    expect(verifyStore(`${data}/events.sqlite`).problems).toEqual([]);
  });
});

describe('a server that goes', () => {
  it('tells those who subscribe, whether there is something to send to them or not', async () => {
    const store = await start(path('subscribers'));
    const client = EventStoreDBClient.connectionString(store.connectionString);
    const toStream = persistentSubscriptionToStreamSettingsFromDefaults();
    await client.createPersistentSubscriptionToStream('busy', 'group', toStream);
    await client.createPersistentSubscriptionToStream('idle', 'group', toStream);
    const subscriptions = [
      client.subscribeToAll({ fromPosition: 'start' }),
      client.subscribeToStream('busy'),
      client.subscribeToStream('idle'),
      client.subscribeToPersistentSubscriptionToStream('busy', 'group'),
      client.subscribeToPersistentSubscriptionToStream('idle', 'group'),
    ];
    const errors = subscriptions.map((subscription) => once(subscription as EventEmitter, 'error'));
    const confirmed = subscriptions.map((subscription) => once(subscription as EventEmitter, 'confirmation'));
    for (const subscription of subscriptions) (subscription as EventEmitter).on('data', () => undefined);
    await Promise.all(confirmed);
    await Promise.all([
      storm(store, 'SIGTERM', 0, BATCH, [client]),
      writeUntilTheEnd(client, 'busy', BATCH, () => undefined),
    ]);
    for (const [error] of (await Promise.all(errors)) as [Error][]) {
      expect(error).toBeInstanceOf(UnavailableError);
      expect(error.message).toContain(STOPPING);
    }
    expect((await store.ended).code).toBe(0);
    await client.dispose();
  });

  it('cuts a read whose reader takes nothing, as a cancelled call', async () => {
    const store = await start(path('reader'));
    const client = EventStoreDBClient.connectionString(store.connectionString);
    const many = () => Array.from({ length: 500 }, (_, n) => jsonEvent({ type: 'Many', data: { n } }));
    for (let n = 0; n < 8; n++) await client.appendToStream('long', many());
    const read = async () => {
      for await (const { event } of client.readStream('long')) {
        if (event?.revision !== 3n) continue;
        store.send('SIGTERM');
        expect((await store.ended).code).toBe(0);
      }
    };
    await expect(read()).rejects.toThrow(CancelledError);
    await client.dispose();
  });
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
