import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import {
  END,
  EventStoreDBClient,
  START,
  UnavailableError,
  eventTypeFilter,
  persistentSubscriptionToAllSettingsFromDefaults as allSettings,
  persistentSubscriptionToStreamSettingsFromDefaults as streamSettings,
} from '@eventstore/db-client';
import { backupStore, restoreStore, startEventStoreServer } from '#event-store-server';
import { ackAll, consume, consumeAll, askUntil, holdAll } from './persistent-consumer.js';
import { someEvents } from './server-under-test.js';

/** Only for our own server: a server that somebody named in EVENTSTORE_URL cannot be restarted from here. */
const STREAM = 'orders';
const GROUP = 'workers';
let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'event-store-restart-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

async function running(
  use: (client: EventStoreDBClient) => Promise<void>,
  data = join(directory, 'data'),
): Promise<void> {
  const server = await startEventStoreServer({ port: 0, data });
  const client = EventStoreDBClient.connectionString(server.connectionString);
  await use(client);
  await server.stop();
  await client.dispose();
}

it('goes on just after what was acknowledged, and keeps settings, filter and parked messages', async () => {
  const settings = streamSettings({ startFrom: START, maxRetryCount: 4, checkPointLowerBound: 100 });
  await running(async (client) => {
    await client.createPersistentSubscriptionToStream(STREAM, GROUP, settings);
    const filter = eventTypeFilter({ prefixes: ['Wanted'] });
    await client.createPersistentSubscriptionToAll(GROUP, allSettings({ startFrom: START }), { filter });
    await client.appendToStream(STREAM, someEvents(10));
    const consumer = await consume(client, [STREAM, GROUP], (message, self) => {
      const revision = Number(message.event!.revision);
      if (revision === 3) return self.nack('park', message);
      return revision < 6 ? self.ack(message) : undefined;
    });
    await consumer.receives(10);
    await askUntil(
      () => client.getPersistentSubscriptionToStreamInfo(STREAM, GROUP),
      ({ stats }) => stats.outstandingMessagesCount === 4 && stats.parkedMessageCount === 1n,
    );
  });

  await running(async (client) => {
    const info = await client.getPersistentSubscriptionToStreamInfo(STREAM, GROUP);
    expect(info.settings).toEqual(settings);
    expect(info.stats).toMatchObject({ lastCheckpointedEventRevision: 5n, parkedMessageCount: 1n });
    const consumer = await consume(client, [STREAM, GROUP], ackAll);
    await consumer.receives(4);
    expect(consumer.numbers).toEqual([6, 7, 8, 9]);
    await client.replayParkedMessagesToStream(STREAM, GROUP);
    await consumer.receives(5);
    expect(consumer.numbers[4]).toBe(3);
    await consumer.leave();

    const onAll = await consumeAll(client, GROUP, ackAll);
    await client.appendToStream(STREAM, someEvents(3, 'Wanted'));
    await onAll.receives(3);
    expect(onAll.received.map(({ event }) => event!.type)).toEqual(['Wanted', 'Wanted', 'Wanted']);
    await onAll.leave();
  });
});

it('tells consumers that the server stops', async () => {
  const server = await startEventStoreServer({ port: 0, data: join(directory, 'data') });
  const client = EventStoreDBClient.connectionString(server.connectionString);
  await client.createPersistentSubscriptionToStream(STREAM, GROUP, streamSettings());
  const consumer = await consume(client, [STREAM, GROUP], holdAll);

  await server.stop();

  expect(await consumer.fails()).toBeInstanceOf(UnavailableError);
  await client.dispose();
});

it('delivers what came while nobody was connected, also to a group that began at the end', async () => {
  await running(async (client) => {
    await client.appendToStream(STREAM, someEvents(5));
    await client.createPersistentSubscriptionToStream(STREAM, GROUP, streamSettings({ startFrom: END }));
    await client.appendToStream(STREAM, someEvents(2));
  });

  await running(async (client) => {
    const consumer = await consume(client, [STREAM, GROUP], ackAll);
    await consumer.receives(2);
    expect(consumer.received.map(({ event }) => event!.revision)).toEqual([5n, 6n]);
    await consumer.leave();
  });
});

it('forgets a deleted group for good', async () => {
  await running(async (client) => {
    await client.createPersistentSubscriptionToStream(STREAM, GROUP, streamSettings());
    await client.deletePersistentSubscriptionToStream(STREAM, GROUP);
  });

  await running(async (client) => {
    expect(await client.listAllPersistentSubscriptions()).toEqual([]);
  });
});

it('is in a backup with all that it knows', async () => {
  const backup = join(directory, 'backup.sqlite');
  const settings = streamSettings({ startFrom: START, checkPointLowerBound: 1, checkPointUpperBound: 1 });
  await running(async (client) => {
    await client.createPersistentSubscriptionToStream(STREAM, GROUP, settings);
    await client.appendToStream(STREAM, someEvents(4));
    const consumer = await consume(client, [STREAM, GROUP], (message, self) =>
      message.event!.revision === 0n ? self.nack('park', message) : self.ack(message),
    );
    await askUntil(
      () => client.getPersistentSubscriptionToStreamInfo(STREAM, GROUP),
      ({ stats }) => stats.lastCheckpointedEventRevision === 3n,
    );
    expect(backupStore(join(directory, 'data'), backup)).toMatchObject({ isSound: true });
    await consumer.leave();
  });

  expect(restoreStore(backup, join(directory, 'restored'))).toMatchObject({ isSound: true });

  await running(
    async (client) => {
      const { stats, ...info } = await client.getPersistentSubscriptionToStreamInfo(STREAM, GROUP);
      expect(info.settings).toEqual(settings);
      expect(stats).toMatchObject({ lastCheckpointedEventRevision: 3n, parkedMessageCount: 1n });
    },
    join(directory, 'restored'),
  );
});
