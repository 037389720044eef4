import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { EventStoreDBClient } from '@eventstore/db-client';
import { verifyStore } from '#event-store-server';
import { fromSource, startServerProcess, type ServerProcess } from '../server-process.js';
import { StormWriter } from './storm-writer.js';

/** A few rounds in the ordinary tests; `npm run test:crash` plays fifty. */
const ROUNDS = Number(process.env['CRASH_ROUNDS'] ?? 3);
const WRITERS = 12;
const SECONDS_PER_ROUND = 20;

const main = new URL('../../../../apps/event-store/src/main.ts', import.meta.url);
let directory: string;

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'event-store-crash-'));
});
afterAll(() => rmSync(directory, { recursive: true }));

const startServer = () =>
  startServerProcess([...fromSource(main), '--port', '0', '--data', directory, '--log-level', 'warn']);

/** Lets the writers loose and kills the server in the middle of it, after a random number of answers. */
async function storm(server: ServerProcess, writers: readonly StormWriter[]): Promise<void> {
  const client = EventStoreDBClient.connectionString(server.connectionString);
  let killing: Promise<void> | undefined;
  let answersLeft = 20 + Math.floor(Math.random() * 400);
  const onAcknowledged = () => {
    if (--answersLeft === 0) killing = server.kill();
  };
  await Promise.all(writers.map((writer) => writer.run(client, () => killing !== undefined, onAcknowledged)));
  await killing;
  await client.dispose();
}

/** Every answered event is there once, where the answer said; what was not answered is there as a whole or not at all. */
async function check(server: ServerProcess, writers: readonly StormWriter[]): Promise<void> {
  const client = EventStoreDBClient.connectionString(server.connectionString);
  for (const writer of writers) {
    const stored: { id: string; revision: number }[] = [];
    for await (const { event } of client.readStream(writer.stream)) {
      stored.push({ id: event!.id, revision: Number(event!.revision) });
    }
    const answered = writer.acknowledged.length;
    expect(stored.slice(0, answered)).toEqual(writer.acknowledged);
    const rest = stored.slice(answered).map(({ id }) => id);
    expect(rest.length === 0 ? rest : writer.unansweredIds).toEqual(rest);
  }
  await client.dispose();
}

it(
  `loses nothing and doubles nothing when it is killed in a storm of writers (${ROUNDS} rounds)`,
  async () => {
    const writers = Array.from({ length: WRITERS }, (_, n) => new StormWriter(`storm-${n}`, n % 2 === 0));
    for (let round = 0; round < ROUNDS; round++) {
      const server = await startServer();
      if (round > 0) await check(server, writers);
      await storm(server, writers);
    }
    const server = await startServer();
    await check(server, writers);
    const { problems, events } = verifyStore(join(directory, 'events.sqlite'));
    expect(problems).toEqual([]);
    expect(events).toBeGreaterThan(ROUNDS * 20);
    await server.stop();
  },
  ROUNDS * SECONDS_PER_ROUND * 1_000,
);
