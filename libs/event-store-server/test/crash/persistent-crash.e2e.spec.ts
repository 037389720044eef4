import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  EventStoreDBClient,
  START,
  persistentSubscriptionToStreamSettingsFromDefaults as streamSettings,
} from '@eventstore/db-client';
import { TestConsumer, ackAll, askUntil, type Reaction } from '../conformance/persistent-consumer.js';
import { someEvents } from '../conformance/server-under-test.js';
import { fromSource, startServerProcess } from '../server-process.js';

/** A few rounds in the ordinary tests; `npm run test:crash` plays fifty. */
const ROUNDS = Number(process.env['CRASH_ROUNDS'] ?? 3);
const EVENTS_PER_ROUND = 300;
const SECONDS_PER_ROUND = 60;
const STREAM = 'watched';
const GROUP = 'watchers';
const SETTINGS = streamSettings({
  startFrom: START,
  checkPointLowerBound: 1,
  checkPointUpperBound: 10,
  maxRetryCount: 1_000,
});

const main = new URL('../../../../apps/event-store/src/main.ts', import.meta.url);
let directory: string;

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'event-store-state-'));
});
afterAll(() => rmSync(directory, { recursive: true }));

const startServer = () =>
  startServerProcess([...fromSource(main), '--port', '0', '--data', directory, '--log-level', 'warn']);

/** What the specs know of the group from outside: all of it must still be true after a crash. */
interface Known {
  /** Revisions that were acknowledged, whether or not the server has noted it. */
  readonly acknowledged: Set<bigint>;
  /** Revisions that were sent to be parked. */
  readonly rejected: Set<bigint>;
  /** What the server said last. */
  checkpoint: bigint;
  parked: bigint;
}

/** Parks every seventh event and acknowledges the others. */
function answering({ acknowledged, rejected }: Known): Reaction {
  return (message, consumer) => {
    const { revision } = message.event!;
    const isRejected = revision % 7n === 0n;
    (isRejected ? rejected : acknowledged).add(revision);
    return isRejected ? consumer.nack('park', message) : consumer.ack(message);
  };
}

async function info(client: EventStoreDBClient) {
  return client.getPersistentSubscriptionToStreamInfo(STREAM, GROUP);
}

async function observe(client: EventStoreDBClient, known: Known): Promise<void> {
  const { stats } = await info(client);
  known.checkpoint = stats.lastCheckpointedEventRevision ?? -1n;
  known.parked = stats.parkedMessageCount;
}

/** Consumes until a random moment, and then kills the server in the middle of it. */
async function consumeAndCrash(known: Known): Promise<void> {
  const server = await startServer();
  const client = EventStoreDBClient.connectionString(server.connectionString);
  expect((await info(client)).settings).toEqual(SETTINGS);
  const before = { ...known };
  const subscription = client.subscribeToPersistentSubscriptionToStream(STREAM, GROUP, { bufferSize: 20 });
  const consumer = await new TestConsumer(subscription, answering(known)).connected();
  await client.appendToStream(STREAM, someEvents(EVENTS_PER_ROUND));
  await consumer.receives(20 + Math.floor(Math.random() * (EVENTS_PER_ROUND - 40)));
  await observe(client, known);
  await server.kill();
  await client.dispose();
  const revisions = consumer.received.map(({ event }) => event!.revision);
  expect(revisions.every((revision) => revision > before.checkpoint)).toBe(true);
  expect(known.checkpoint).toBeGreaterThanOrEqual(before.checkpoint);
  expect(known.parked).toBeGreaterThanOrEqual(before.parked);
}

it(
  `loses no message and forgets nothing when the server is killed while a group consumes (${ROUNDS} rounds)`,
  async () => {
    const known: Known = { acknowledged: new Set(), rejected: new Set(), checkpoint: -1n, parked: 0n };
    const first = await startServer();
    const creator = EventStoreDBClient.connectionString(first.connectionString);
    await creator.createPersistentSubscriptionToStream(STREAM, GROUP, SETTINGS);
    await first.kill();
    await creator.dispose();
    for (let round = 0; round < ROUNDS; round++) await consumeAndCrash(known);

    const server = await startServer();
    const client = EventStoreDBClient.connectionString(server.connectionString);
    const total = ROUNDS * EVENTS_PER_ROUND;
    // It grows with the rounds: its time is the limit of the spec, and not that of one answer.
    const left = total - known.acknowledged.size - known.rejected.size;
    const subscription = client.subscribeToPersistentSubscriptionToStream(STREAM, GROUP);
    const consumer = await new TestConsumer(subscription, answering(known)).connected();
    await consumer.receives(left);
    await askUntil(
      () => info(client),
      ({ stats }) => stats.lastCheckpointedEventRevision === BigInt(total - 1),
    );
    expect(known.acknowledged.size + known.rejected.size).toBe(total);
    await consumer.leave();

    const replayed = client.subscribeToPersistentSubscriptionToStream(STREAM, GROUP);
    const replaying = await new TestConsumer(replayed, ackAll).connected();
    const { stats } = await info(client);
    expect(stats.parkedMessageCount).toBeGreaterThanOrEqual(BigInt(known.rejected.size));
    await client.replayParkedMessagesToStream(STREAM, GROUP);
    await replaying.receives(Number(stats.parkedMessageCount));
    expect(new Set(replaying.received.map(({ event }) => event!.revision))).toEqual(known.rejected);
    await client.dispose();
    await server.stop();
  },
  (ROUNDS + 1) * SECONDS_PER_ROUND * 1_000,
);
