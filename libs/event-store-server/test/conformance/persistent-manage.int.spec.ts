import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  END,
  EventStoreDBClient,
  PersistentSubscriptionDoesNotExistError,
  PersistentSubscriptionDroppedError,
  PersistentSubscriptionExistsError,
  PersistentSubscriptionFailedError,
  PINNED,
  START,
  excludeSystemEvents,
  persistentSubscriptionToAllSettingsFromDefaults as allSettings,
  persistentSubscriptionToStreamSettingsFromDefaults as streamSettings,
} from '@eventstore/db-client';
import { ackAll, consume, askUntil, holdAll } from './persistent-consumer.js';
import { freshName, serverUnderTest, someEvents, type ServerUnderTest } from './server-under-test.js';

let server: ServerUnderTest;
let client: EventStoreDBClient;

beforeAll(async () => {
  server = await serverUnderTest();
  client = server.client;
});

afterAll(() => server.stop());

describe('creating a group', () => {
  it.each([START, END, 1n] as const)('reads a stream from %s', async (startFrom) => {
    const [stream, group] = [freshName(), freshName('group')];
    await client.createPersistentSubscriptionToStream(stream, group, streamSettings({ startFrom }));

    const info = await client.getPersistentSubscriptionToStreamInfo(stream, group);

    expect(info).toMatchObject({ eventSource: stream, groupName: group, connections: [] });
    expect(info.settings).toEqual(streamSettings({ startFrom }));
  });

  it.each([START, END, { commit: 1n, prepare: 1n }] as const)('reads $all from %p', async (startFrom) => {
    const group = freshName('group');
    await client.createPersistentSubscriptionToAll(group, allSettings({ startFrom }), {
      filter: excludeSystemEvents(),
    });

    const info = await client.getPersistentSubscriptionToAllInfo(group);

    expect(info).toMatchObject({ eventSource: '$all', groupName: group, connections: [] });
    expect(info.settings).toEqual(allSettings({ startFrom }));
    await client.deletePersistentSubscriptionToAll(group);
  });

  it('keeps every setting', async () => {
    const [stream, group] = [freshName(), freshName('group')];
    const settings = streamSettings({
      startFrom: START,
      resolveLinkTos: true,
      extraStatistics: true,
      messageTimeout: 1_234,
      maxRetryCount: 3,
      checkPointAfter: 4_321,
      checkPointLowerBound: 5,
      checkPointUpperBound: 50,
      maxSubscriberCount: 7,
      liveBufferSize: 300,
      readBatchSize: 30,
      historyBufferSize: 400,
      consumerStrategyName: PINNED,
    });
    await client.createPersistentSubscriptionToStream(stream, group, settings);

    const info = await client.getPersistentSubscriptionToStreamInfo(stream, group);

    expect(info.settings).toEqual(settings);
  });

  it('refuses a second group of the same name, on a stream and on $all', async () => {
    const [stream, group] = [freshName(), freshName('group')];
    const toStream = () => client.createPersistentSubscriptionToStream(stream, group, streamSettings());
    const toAll = () => client.createPersistentSubscriptionToAll(group, allSettings());
    await toStream();
    await toAll();

    await expect(toStream()).rejects.toThrow(PersistentSubscriptionExistsError);
    await expect(toStream()).rejects.toMatchObject({ streamName: stream, groupName: group });
    await expect(toAll()).rejects.toThrow(PersistentSubscriptionExistsError);
    await client.deletePersistentSubscriptionToAll(group);
  });

  it('refuses a read batch that does not fit into the history buffer', async () => {
    const settings = streamSettings({ readBatchSize: 500, historyBufferSize: 500 });

    const create = client.createPersistentSubscriptionToStream(freshName(), 'group', settings);

    await expect(create).rejects.toThrow(PersistentSubscriptionFailedError);
  });
});

describe('updating a group', () => {
  it('takes the new settings', async () => {
    const [stream, group] = [freshName(), freshName('group')];
    await client.createPersistentSubscriptionToStream(stream, group, streamSettings());
    const settings = streamSettings({ startFrom: 123n, checkPointLowerBound: 12, maxSubscriberCount: 200 });

    await client.updatePersistentSubscriptionToStream(stream, group, settings);

    const info = await client.getPersistentSubscriptionToStreamInfo(stream, group);
    expect(info.settings).toEqual(settings);
    expect(info.stats.lastKnownEventRevision).toBeUndefined();
  });

  it('drops its consumers, who connect again and go on', async () => {
    const [stream, group] = [freshName(), freshName('group')];
    await client.createPersistentSubscriptionToStream(stream, group, streamSettings({ startFrom: START }));
    await client.appendToStream(stream, someEvents(3));
    const before = await consume(client, [stream, group], holdAll);
    await before.receives(3);

    const settings = streamSettings({ startFrom: START, maxRetryCount: 1 });
    await client.updatePersistentSubscriptionToStream(stream, group, settings);

    expect(await before.fails()).toBeInstanceOf(PersistentSubscriptionDroppedError);
    const after = await consume(client, [stream, group], ackAll);
    await after.receives(3);
    expect(after.numbers).toEqual([0, 1, 2]);
    await after.leave();
  });

  it('fails for a group that does not exist', async () => {
    const [stream, group] = [freshName(), freshName('group')];

    await expect(
      client.updatePersistentSubscriptionToStream(stream, group, streamSettings()),
    ).rejects.toThrow(PersistentSubscriptionDoesNotExistError);
    await expect(client.updatePersistentSubscriptionToAll(group, allSettings())).rejects.toThrow(
      PersistentSubscriptionDoesNotExistError,
    );
  });
});

describe('deleting a group', () => {
  it('drops its consumers and forgets it', async () => {
    const [stream, group] = [freshName(), freshName('group')];
    await client.createPersistentSubscriptionToStream(stream, group, streamSettings());
    const consumer = await consume(client, [stream, group], ackAll);

    await client.deletePersistentSubscriptionToStream(stream, group);

    const failure = await consumer.fails();
    expect(failure).toBeInstanceOf(PersistentSubscriptionDroppedError);
    expect(failure).toMatchObject({ streamName: stream, groupName: group });
    await expect(client.getPersistentSubscriptionToStreamInfo(stream, group)).rejects.toThrow(
      PersistentSubscriptionDoesNotExistError,
    );
  });

  it('lets a new group of the same name begin anew', async () => {
    const [stream, group] = [freshName(), freshName('group')];
    const settings = streamSettings({ startFrom: START, checkPointUpperBound: 1, checkPointLowerBound: 1 });
    await client.appendToStream(stream, someEvents(2));
    for (let round = 0; round < 2; round++) {
      await client.createPersistentSubscriptionToStream(stream, group, settings);
      const consumer = await consume(client, [stream, group], ackAll);
      await consumer.receives(2);
      expect(consumer.numbers).toEqual([0, 1]);
      await client.deletePersistentSubscriptionToStream(stream, group);
    }
  });

  it('fails for a group that does not exist', async () => {
    const [stream, group] = [freshName(), freshName('group')];

    await expect(client.deletePersistentSubscriptionToStream(stream, group)).rejects.toThrow(
      PersistentSubscriptionDoesNotExistError,
    );
    await expect(client.deletePersistentSubscriptionToAll(group)).rejects.toThrow(
      PersistentSubscriptionDoesNotExistError,
    );
  });
});

describe('listing groups', () => {
  it('finds those of a stream, those of $all, and all together', async () => {
    const [stream, group] = [freshName(), freshName('group')];
    await client.createPersistentSubscriptionToStream(stream, `${group}-1`, streamSettings());
    await client.createPersistentSubscriptionToStream(stream, `${group}-2`, streamSettings());
    await client.createPersistentSubscriptionToAll(group, allSettings());

    const ofStream = await client.listPersistentSubscriptionsToStream(stream);
    const ofAll = await client.listPersistentSubscriptionsToAll();
    const all = await client.listAllPersistentSubscriptions();

    expect(ofStream.map(({ groupName }) => groupName)).toEqual([`${group}-1`, `${group}-2`]);
    expect(ofAll.map(({ groupName }) => groupName)).toContain(group);
    expect(all.map(({ groupName }) => groupName)).toEqual(
      expect.arrayContaining([group, `${group}-1`, `${group}-2`]),
    );
    await client.deletePersistentSubscriptionToAll(group);
  });

  it('fails for a stream that has none', async () => {
    const stream = freshName();

    const list = client.listPersistentSubscriptionsToStream(stream);

    await expect(list).rejects.toThrow(PersistentSubscriptionDoesNotExistError);
    await expect(list).rejects.toThrow(`Subscription group  on stream ${stream} does not exist.`);
  });
});

describe('information about a group', () => {
  it('tells how far it has got and how long consumers take', async () => {
    const [stream, group] = [freshName(), freshName('group')];
    const settings = streamSettings({ startFrom: START, extraStatistics: true, checkPointUpperBound: 1 });
    await client.createPersistentSubscriptionToStream(stream, group, settings);
    await client.appendToStream(stream, someEvents(50));
    const consumer = await consume(client, [stream, group], ackAll);

    const info = await askUntil(
      () => client.getPersistentSubscriptionToStreamInfo(stream, group),
      ({ stats }) => stats.lastCheckpointedEventRevision === 49n,
    );

    expect(info.stats).toMatchObject({
      lastKnownEventRevision: 49n,
      totalItems: 50n,
      parkedMessageCount: 0n,
    });
    expect(info.stats.outstandingMessagesCount).toBe(0);
    const [connection] = info.connections;
    expect(connection).toMatchObject({ totalItems: 50n, availableSlots: 10, inFlightMessages: 0 });
    expect(connection!.connectionName).toBe(client.connectionName);
    const named = new URL(server.connectionString.replace('esdb', 'http')).username;
    expect(connection!.username).toBe(named === '' ? 'system' : named);
    expect(connection!.extraStatistics!.has('quintile 3')).toBe(true);
    await consumer.leave();
    const left = await askUntil(
      () => client.getPersistentSubscriptionToStreamInfo(stream, group),
      ({ connections }) => connections.length === 0,
    );
    expect(left.stats.lastCheckpointedEventRevision).toBe(49n);
  });

  it('says that a group which begins at the end is live before anybody has connected', async () => {
    const [stream, group] = [freshName(), freshName('group')];
    await client.appendToStream(stream, someEvents(3));
    await client.createPersistentSubscriptionToStream(stream, group, streamSettings({ startFrom: END }));
    await askUntil(
      () => client.getPersistentSubscriptionToStreamInfo(stream, group),
      ({ status }) => status === 'Live',
    );
  });

  it('tells what is held ready before anybody has connected', async () => {
    const [stream, group] = [freshName(), freshName('group')];
    await client.appendToStream(stream, someEvents(3));
    await client.createPersistentSubscriptionToStream(stream, group, streamSettings({ startFrom: START }));
    await client.appendToStream(stream, someEvents(2));
    const { stats } = await askUntil(
      () => client.getPersistentSubscriptionToStreamInfo(stream, group),
      ({ stats: { readBufferCount } }) => readBufferCount === 5,
    );
    expect(stats).toMatchObject({ liveBufferCount: 2n, lastKnownEventRevision: 4n, totalItems: 0n });
  });

  it('fails for a group that does not exist', async () => {
    const [stream, group] = [freshName(), freshName('group')];

    const ofStream = client.getPersistentSubscriptionToStreamInfo(stream, group);

    await expect(ofStream).rejects.toThrow(
      `5 NOT_FOUND: Subscription group ${group} on stream ${stream} does not exist.`,
    );
    await expect(ofStream).rejects.toMatchObject({ streamName: stream, groupName: group });
    await expect(client.getPersistentSubscriptionToAllInfo(group)).rejects.toMatchObject({
      streamName: '$all',
      groupName: group,
    });
  });
});

describe('restarting the subsystem', () => {
  it('drops consumers and keeps the groups', async () => {
    const [stream, group] = [freshName(), freshName('group')];
    await client.createPersistentSubscriptionToStream(stream, group, streamSettings({ startFrom: START }));
    const consumer = await consume(client, [stream, group], ackAll);

    await client.restartPersistentSubscriptionSubsystem();

    expect(await consumer.fails()).toBeInstanceOf(PersistentSubscriptionDroppedError);
    await client.appendToStream(stream, someEvents(1));
    const again = await consume(client, [stream, group], ackAll);
    await again.receives(1);
    await again.leave();
  });
});
