import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { EventStoreDBClient } from '@eventstore/db-client';
import { verifyStore } from '#event-store-server';
import { fromSource, startServerProcess, type ServerProcess } from '../server-process.js';
import { StormWriter } from './storm-writer.js';

/** A few rounds in the ordinary tests; `npm run test:crash` plays fifty. */
const ROUNDS = Number(process.env['CRASH_ROUNDS'] ?? 3);
const WRITERS = 12;
const ANSWERS = 400;
const FEWEST_ANSWERS = 20;
const SECONDS_PER_ROUND = 60;

/** Storms of events that are so long that the write-ahead log is taken into the database in the midst of each. */
const LARGE_STORMS = Array.from({ length: Math.ceil(ROUNDS / 3) }, (_, n) => n + 1);
const [LONG_TEXT, ENOUGH_ANSWERS] = [40_000, 250];

const main = new URL('../../../../apps/event-store/src/main.ts', import.meta.url);
let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'event-store-crash-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

const startServer = () =>
  startServerProcess([...fromSource(main), '--port', '0', '--data', directory, '--log-level', 'warn']);

/** Lets the writers loose and kills the server in the middle of it, after a random number of answers. */
async function storm(
  server: ServerProcess,
  writers: readonly StormWriter[],
  fewestAnswers: number,
): Promise<void> {
  const client = EventStoreDBClient.connectionString(server.connectionString);
  let killing: Promise<void> | undefined;
  let answersLeft = fewestAnswers + Math.floor(Math.random() * ANSWERS);
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

/** Storm after storm on one store, each of which the server does not survive. */
async function survives(
  writers: readonly StormWriter[],
  rounds: number,
  fewestAnswers = FEWEST_ANSWERS,
): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    const server = await startServer();
    if (round > 0) await check(server, writers);
    await storm(server, writers, fewestAnswers);
  }
  const server = await startServer();
  await check(server, writers);
  const { problems, events } = verifyStore(join(directory, 'events.sqlite'));
  expect(problems).toEqual([]);
  expect(events).toBeGreaterThan(rounds * fewestAnswers);
  await server.stop();
}

const writers = (longestText?: number) =>
  Array.from({ length: WRITERS }, (_, n) => new StormWriter(`storm-${n}`, n % 2 === 0, longestText));

it(
  `loses nothing and doubles nothing when it is killed in a storm of writers (${ROUNDS} rounds)`,
  () => survives(writers(), ROUNDS),
  ROUNDS * SECONDS_PER_ROUND * 1_000,
);

it.each(LARGE_STORMS)(
  'nor when its write-ahead log is taken into the database meanwhile (storm %i)',
  () => survives(writers(LONG_TEXT), 1, ENOUGH_ANSWERS),
  2 * SECONDS_PER_ROUND * 1_000,
);
