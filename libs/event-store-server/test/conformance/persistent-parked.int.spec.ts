import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  EventStoreDBClient,
  PersistentSubscriptionDoesNotExistError,
  START,
  StreamNotFoundError,
  persistentSubscriptionToAllSettingsFromDefaults as allSettings,
  persistentSubscriptionToStreamSettingsFromDefaults as streamSettings,
  streamNameFilter,
  type PersistentSubscriptionToStreamSettings,
} from '@eventstore/db-client';
import { ackAll, consume, consumeAll, askUntil, holdAll, type Reaction } from './persistent-consumer.js';
import {
  collect,
  freshName,
  serverUnderTest,
  someEvents,
  type ServerUnderTest,
} from './server-under-test.js';

let server: ServerUnderTest;
let client: EventStoreDBClient;

beforeAll(async () => {
  server = await serverUnderTest();
  client = server.client;
});

afterAll(() => server.stop());

const parkAll: Reaction = (message, self) => self.nack('park', message);

async function someGroup(
  count: number,
  settings: Partial<PersistentSubscriptionToStreamSettings> = {},
): Promise<readonly [string, string]> {
  const key = [freshName(), freshName('group')] as const;
  await client.createPersistentSubscriptionToStream(
    ...key,
    streamSettings({ startFrom: START, ...settings }),
  );
  await client.appendToStream(key[0], someEvents(count));
  return key;
}

function hasParked(key: readonly [string, string], count: bigint): Promise<unknown> {
  return askUntil(
    () => client.getPersistentSubscriptionToStreamInfo(...key),
    ({ stats }) => stats.parkedMessageCount === count && stats.outstandingMessagesCount === 0,
  );
}

/** A group all of whose messages are parked; nobody is connected any more. */
async function parkedGroup(count: number): Promise<readonly [string, string]> {
  const key = await someGroup(count);
  const consumer = await consume(client, key, parkAll);
  await hasParked(key, BigInt(count));
  await consumer.leave();
  return key;
}

describe('parked messages', () => {
  it('are links in a stream of their own, with the reason', async () => {
    const [stream, group] = await parkedGroup(3);
    const parkedStream = `$persistentsubscription-${stream}::${group}-parked`;

    const links = await collect(client.readStream(parkedStream, { resolveLinkTos: true }));

    expect(links.map(({ link }) => link!.type)).toEqual(['$>', '$>', '$>']);
    expect(links.map(({ event }) => [event!.streamId, Number(event!.revision)])).toEqual([
      [stream, 0],
      [stream, 1],
      [stream, 2],
    ]);
    const reason = "Client explicitly NAK'ed message.\nas the spec asks";
    expect(links[0]!.link!.metadata).toEqual({ added: expect.any(String), reason });
    expect(links[1]!.link!.metadata).toMatchObject({ reason, subscriptionEventNumber: 1 });
  });

  it('do not hold up the checkpoint', async () => {
    const key = await someGroup(20, { checkPointLowerBound: 1, checkPointUpperBound: 1 });
    const consumer = await consume(client, key, parkAll);

    await askUntil(
      () => client.getPersistentSubscriptionToStreamInfo(...key),
      ({ stats }) => stats.lastCheckpointedEventRevision === 19n && stats.parkedMessageCount === 20n,
    );
    await consumer.leave();
  });

  it('come from messages that were tried too often', async () => {
    const key = await someGroup(2, { maxRetryCount: 3 });
    const consumer = await consume(client, key, (message, self) => self.nack('retry', message));

    await hasParked(key, 2n);

    expect(consumer.received).toHaveLength(8);
    await consumer.leave();
  });

  it('come from messages that were held too long, too often', async () => {
    const key = await someGroup(1, { maxRetryCount: 1, messageTimeout: 100 });
    const consumer = await consume(client, key, holdAll);

    await hasParked(key, 1n);

    expect(consumer.received.map(({ retryCount }) => retryCount)).toEqual([0, 1]);
    await consumer.leave();
  });

  it('go away with their group', async () => {
    const [stream, group] = await parkedGroup(1);

    await client.deletePersistentSubscriptionToStream(stream, group);

    const parkedStream = `$persistentsubscription-${stream}::${group}-parked`;
    await expect(collect(client.readStream(parkedStream))).rejects.toThrow(StreamNotFoundError);
  });
});

describe('replaying parked messages', () => {
  it('delivers all of them again', async () => {
    const key = await parkedGroup(20);
    const consumer = await consume(client, key, ackAll);

    await client.replayParkedMessagesToStream(...key);

    await consumer.receives(20);
    expect(consumer.numbers).toEqual(Array.from({ length: 20 }, (_, n) => n));
    await hasParked(key, 0n);
    await client.appendToStream(key[0], someEvents(1));
    await consumer.receives(21);
    await consumer.leave();
  });

  it('stops where it was told to', async () => {
    const key = await parkedGroup(20);
    const consumer = await consume(client, key, ackAll);

    await client.replayParkedMessagesToStream(...key, { stopAt: 4 });

    await hasParked(key, 16n);
    expect(consumer.numbers).toEqual([0, 1, 2, 3]);
    await client.replayParkedMessagesToStream(...key);
    await consumer.receives(20);
    expect(consumer.numbers).toEqual(Array.from({ length: 20 }, (_, n) => n));
    await consumer.leave();
  });

  it('parks again what is refused again', async () => {
    const key = await parkedGroup(3);
    const consumer = await consume(client, key, parkAll);

    await client.replayParkedMessagesToStream(...key);

    await consumer.receives(3);
    await hasParked(key, 3n);
    await consumer.leave();
  });

  it('does nothing when nothing is parked', async () => {
    const key = await someGroup(1);
    const consumer = await consume(client, key, ackAll);
    await consumer.receives(1);

    await client.replayParkedMessagesToStream(...key);
    await client.appendToStream(key[0], someEvents(1));

    await consumer.receives(2);
    expect(consumer.received.map(({ retryCount }) => retryCount)).toEqual([0, 0]);
    await consumer.leave();
  });

  it('works for names that are not ASCII', async () => {
    const key = [`어학연구소/0️⃣/${freshName()}`, `ヽ༼ຈل͜ຈ༽ﾉ ${freshName()}`] as const;
    await client.createPersistentSubscriptionToStream(...key, streamSettings({ startFrom: START }));
    await client.appendToStream(key[0], someEvents(2));
    const parking = await consume(client, key, parkAll);
    await hasParked(key, 2n);
    await parking.leave();
    const consumer = await consume(client, key, ackAll);

    await client.replayParkedMessagesToStream(...key);

    await consumer.receives(2);
    await consumer.leave();
  });

  it('works for a group that reads $all', async () => {
    const [stream, group] = [freshName(), freshName('group')];
    const filter = streamNameFilter({ prefixes: [stream] });
    await client.createPersistentSubscriptionToAll(group, allSettings({ startFrom: START }), { filter });
    await client.appendToStream(stream, someEvents(5));
    const parking = await consumeAll(client, group, parkAll);
    await askUntil(
      () => client.getPersistentSubscriptionToAllInfo(group),
      ({ stats }) => stats.parkedMessageCount === 5n,
    );
    await parking.leave();
    const consumer = await consumeAll(client, group, ackAll);

    await client.replayParkedMessagesToAll(group);

    await consumer.receives(5);
    expect(consumer.numbers).toEqual([0, 1, 2, 3, 4]);
    await client.deletePersistentSubscriptionToAll(group);
  });

  it('fails for a group that does not exist', async () => {
    const [stream, group] = [freshName(), freshName('group')];

    const ofStream = client.replayParkedMessagesToStream(stream, group);

    await expect(ofStream).rejects.toThrow(PersistentSubscriptionDoesNotExistError);
    await expect(ofStream).rejects.toThrow(`Subscription group ${group} on stream ${stream} does not exist.`);
    await expect(client.replayParkedMessagesToAll(group)).rejects.toThrow(
      PersistentSubscriptionDoesNotExistError,
    );
  });
});
