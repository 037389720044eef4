import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { backupStore, restoreStore, startEventStoreServer, verifyStore } from '#event-store-server';
import { lindung } from './program.js';
import { scratch } from './scratch.js';

const path = scratch();
interface Use {
  readonly client: EventStoreDBClient;
  readonly data: string;
}

/** Runs a server on a directory for as long as it is used. */
async function withServer<T>(data: string, use: (server: Use) => Promise<T>): Promise<T> {
  const server = await startEventStoreServer({ port: 0, data });
  const client = EventStoreDBClient.connectionString(server.connectionString);
  try {
    return await use({ client, data });
  } finally {
    await client.dispose();
    await server.stop();
  }
}

async function append(client: EventStoreDBClient, stream: string, count: number): Promise<void> {
  for (let n = 0; n < count; n++) {
    await client.appendToStream(stream, jsonEvent({ type: 'Kept', data: { n, text: 'y'.repeat(300) } }));
  }
}

async function numbersIn(client: EventStoreDBClient, stream: string): Promise<unknown[]> {
  const numbers: unknown[] = [];
  for await (const { event } of client.readStream(stream)) numbers.push((event!.data as { n: number }).n);
  return numbers;
}

async function makeStore(name: string, events: number): Promise<string> {
  const data = path(name);
  await withServer(data, ({ client }) => append(client, 'kept', events));
  return data;
}

it('is a store of its own after a restore, and goes on from there', async () => {
  const data = await makeStore('original', 20);
  const file = path('original.backup');
  expect(backupStore(data, file)).toMatchObject({ isSound: true, events: 21 });
  expect(statSync(file).mode & 0o077).toBe(0);
  const restored = path('restored');
  expect(restoreStore(file, restored)).toMatchObject({ isSound: true, events: 21, lastPosition: 21 });
  await withServer(restored, async ({ client }) => {
    await append(client, 'kept', 1);
    expect(await numbersIn(client, 'kept')).toEqual([...Array.from({ length: 20 }, (_, n) => n), 0]);
  });
});

it('takes one moment of a server that is being written to', async () => {
  const data = path('busy');
  await withServer(data, async ({ client }) => {
    await append(client, 'before', 50);
    const stop = new AbortController();
    let written = 0;
    const writers = Array.from({ length: 8 }, async (_, n) => {
      for (; !stop.signal.aborted; written++) await append(client, `during-${n}`, 1);
    });
    const file = path('busy.backup');
    const { code, stdout } = await lindung(['store', 'backup', '--data', data, '--to', file]);
    stop.abort();
    await Promise.all(writers);
    expect(stdout).toMatch(/: sound\n$/);
    expect(code).toBe(0);
    const { isSound, events, lastPosition } = verifyStore(file);
    expect(isSound).toBe(true);
    expect(events).toBe(lastPosition);
    expect(events).toBeGreaterThan(50);
    expect(events).toBeLessThanOrEqual(51 + written);
  });
});

describe('what is refused', () => {
  it('overwriting a file with a backup', async () => {
    const data = await makeStore('source', 1);
    const file = path('precious');
    writeFileSync(file, 'precious');
    expect(() => backupStore(data, file)).toThrow('exists already');
    expect(readFileSync(file, 'utf8')).toBe('precious');
  });

  it('overwriting a store with a restore', async () => {
    const data = await makeStore('present', 3);
    const file = path('present.backup');
    backupStore(data, file);
    await withServer(data, ({ client }) => append(client, 'kept', 1));
    const { code, stderr } = await lindung(['store', 'restore', '--from', file, '--data', data]);
    expect(stderr).toContain('holds a store already');
    expect(code).toBe(1);
    expect(verifyStore(join(data, 'events.sqlite')).events).toBe(5);
  });

  it('restoring where a server runs', async () => {
    const file = path('running.backup');
    backupStore(await makeStore('to-run', 1), file);
    await withServer(path('running'), async ({ data }) => {
      expect(() => restoreStore(file, data)).toThrow('another event store already uses');
    });
  });

  it('restoring a damaged backup: nothing is left in the directory', async () => {
    const file = path('damaged.backup');
    backupStore(await makeStore('to-damage', 30), file);
    const bytes = readFileSync(file);
    const offset = bytes.indexOf('"n":17');
    bytes[offset + 5] = bytes[offset + 5]! ^ 0x01;
    writeFileSync(file, bytes);
    const target = path('never');
    const { code, stderr } = await lindung(['store', 'restore', '--from', file, '--data', target]);
    expect(stderr).toContain('the copy is not sound: the event at position 19 (revision 17 of kept)');
    expect(code).toBe(1);
    expect(readdirSync(target)).toEqual(['lock.sqlite']);
  });

  it('restoring what is no backup: it is named, and nothing is in the directory', () => {
    const file = path('letter.txt');
    writeFileSync(file, 'no store');
    expect(() => restoreStore(file, path('nowhere'))).toThrow(`${file} is no embedded event store`);
    expect(readdirSync(path('nowhere'))).toEqual([]);
  });

  it('backing up a damaged store: no file is left', async () => {
    const data = await makeStore('broken', 30);
    const database = join(data, 'events.sqlite');
    const bytes = readFileSync(database);
    const offset = bytes.indexOf('"n":17');
    bytes[offset + 5] = bytes[offset + 5]! ^ 0x01;
    writeFileSync(database, bytes);
    const file = path('broken.backup');
    expect(() => backupStore(data, file)).toThrow('revision 17 of kept');
    expect(existsSync(file)).toBe(false);
    expect(readdirSync(path('')).filter((name) => name.startsWith('broken.backup'))).toEqual([]);
  });

  it.each([
    ['backup', '--data', '/nowhere', '--to', '/nowhere/else'],
    ['restore', '--from', '/nowhere', '--data', '/tmp'],
    ['restore', '--from', import.meta.dirname, '--data', '/tmp'],
  ])('%s without anything to work on', async (...words) => {
    const { code, stderr } = await lindung(['store', ...words]);
    expect(stderr).toMatch(
      /error: (\/nowhere holds no store|there is no backup \/nowhere|the backup \S+ is no file)\n/,
    );
    expect(code).toBe(1);
  });

  it.each([
    ['verify', '--data'],
    ['backup', '--to', '/nowhere/else', '--data'],
    ['restore', '--from', import.meta.filename, '--data'],
  ])('%s says of the folder of an EventStoreDB server whose it is', async (...words) => {
    const foreign = path(`foreign-${words[0]}`);
    mkdirSync(foreign);
    writeFileSync(join(foreign, 'writer.chk'), Buffer.alloc(8));
    writeFileSync(join(foreign, 'chunk-000000.000000'), Buffer.alloc(256));
    const { code, stderr } = await lindung(['store', ...words, foreign]);
    expect(stderr).toContain(`${foreign} holds the log of an EventStoreDB or KurrentDB server`);
    expect(stderr).toContain('embedded event store alone');
    expect(code).toBe(1);
    expect(readdirSync(foreign).sort()).toEqual(['chunk-000000.000000', 'writer.chk']);
  });
});
