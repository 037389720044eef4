import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  EventStoreDBClient,
  PARK,
  RETRY,
  START,
  persistentSubscriptionToStreamSettingsFromDefaults,
} from '@eventstore/db-client';
import { eventually } from '#testing';
import { fromSource, startServerProcess, type ServerProcess } from '../server-process.js';
import { StormWriter } from './storm-writer.js';

const ROUNDS = Number(process.env['CRASH_ROUNDS'] ?? 3);
const SECONDS_PER_ROUND = 20;
const STREAM = 'work';
const GROUP = 'workers';

const main = new URL('../../../apps/event-store/src/main.ts', import.meta.url);
let directory: string;

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'event-store-persistent-crash-'));
});
afterAll(() => rmSync(directory, { recursive: true }));

const startServer = () =>
  startServerProcess([...fromSource(main), '--port', '0', '--data', directory, '--log-level', 'warn']);

/** What the consumers have seen and answered over all rounds, by event id. */
class Work {
  readonly delivered = new Map<string, number>();
  readonly acknowledged = new Set<string>();
  readonly parked = new Set<string>();
  private readonly retried = new Set<string>();

  /** Takes messages until the connection ends: parks some, has some tried again, acknowledges the others. */
  async consume(client: EventStoreDBClient, onMessage: () => void): Promise<void> {
    const subscription = client.subscribeToPersistentSubscriptionToStream(STREAM, GROUP, { bufferSize: 20 });
    for await (const message of subscription) {
      const { id, revision } = message.event!;
      this.delivered.set(id, Number(revision));
      onMessage();
      if (Number(revision) % 17 === 3) {
        await subscription.nack(PARK, 'to be looked at', message);
        this.parked.add(id);
      } else if (Number(revision) % 13 === 5 && !this.retried.has(id)) {
        this.retried.add(id);
        await subscription.nack(RETRY, 'not yet', message);
      } else {
        await subscription.ack(message);
        this.acknowledged.add(id);
      }
    }
  }
}

/** Lets a writer and two consumers work and kills the server after a random number of messages. */
async function storm(server: ServerProcess, writer: StormWriter, work: Work): Promise<void> {
  const client = EventStoreDBClient.connectionString(server.connectionString);
  let killing: Promise<void> | undefined;
  let messagesLeft = 50 + Math.floor(Math.random() * 300);
  const onMessage = () => {
    if (--messagesLeft === 0) killing = server.kill();
  };
  const consumers = [1, 2].map(() =>
    work.consume(client, onMessage).catch((error: unknown) => {
      if (killing === undefined) throw error;
    }),
  );
  await writer.run(
    client,
    () => killing !== undefined,
    () => undefined,
  );
  await Promise.all(consumers);
  await killing;
  await client.dispose();
}

it(
  `goes on after a crash without leaving out a message (${ROUNDS} rounds)`,
  async () => {
    const writer = new StormWriter(STREAM, true);
    const work = new Work();
    let checkpoint = -1;
    for (let round = 0; round <= ROUNDS; round++) {
      const server = await startServer();
      const client = EventStoreDBClient.connectionString(server.connectionString);
      if (round === 0) {
        const settings = persistentSubscriptionToStreamSettingsFromDefaults({
          startFrom: START,
          checkPointLowerBound: 1,
          checkPointUpperBound: 10,
          checkPointAfter: 10,
        });
        await client.createPersistentSubscriptionToStream(STREAM, GROUP, settings);
      }
      const { stats } = await client.getPersistentSubscriptionToStreamInfo(STREAM, GROUP);
      const stored = Number(stats.lastCheckpointedEventRevision ?? -1);
      expect(stored).toBeGreaterThanOrEqual(checkpoint);
      expect(Number(stats.parkedMessageCount)).toBeGreaterThanOrEqual(0);
      const answered = new Set([...work.acknowledged, ...work.parked]);
      for (const [id, revision] of work.delivered) if (revision <= stored) expect(answered).toContain(id);
      checkpoint = stored;
      if (round < ROUNDS) await storm(server, writer, work);
      else await drain(server, client, writer, work);
      await client.dispose();
    }
  },
  (ROUNDS + 1) * SECONDS_PER_ROUND * 1_000,
);

/** In the end every event was delivered and answered, and everything that was parked can be found there. */
async function drain(
  server: ServerProcess,
  client: EventStoreDBClient,
  writer: StormWriter,
  work: Work,
): Promise<void> {
  const consuming = work.consume(client, () => undefined).catch((error: unknown) => error);
  const expected = writer.acknowledged.map(({ id }) => id);
  await eventually('every event is answered', () =>
    expected.every((id) => work.acknowledged.has(id) || work.parked.has(id)),
  );
  await eventually('everything parked is stored', async () => {
    const { stats } = await client.getPersistentSubscriptionToStreamInfo(STREAM, GROUP);
    return Number(stats.parkedMessageCount) >= work.parked.size;
  });
  await server.stop();
  await consuming;
}
