import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  DISPATCH_TO_SINGLE,
  EventStoreDBClient,
  PINNED,
  PersistentSubscriptionDroppedError,
  PersistentSubscriptionMaximumSubscribersReachedError,
  ROUND_ROBIN,
  START,
  jsonEvent,
  persistentSubscriptionToStreamSettingsFromDefaults as streamSettings,
  type PersistentSubscriptionToStreamSettings,
} from '@eventstore/db-client';
import { TestConsumer, ackAll, consume, askUntil, holdAll } from './persistent-consumer.js';
import { freshName, serverUnderTest, someEvents, type ServerUnderTest } from './server-under-test.js';

let server: ServerUnderTest;
let client: EventStoreDBClient;

beforeAll(async () => {
  server = await serverUnderTest();
  client = server.client;
});

afterAll(() => server.stop());

async function emptyGroup(
  settings: Partial<PersistentSubscriptionToStreamSettings> = {},
): Promise<readonly [string, string]> {
  const key = [freshName(), freshName('group')] as const;
  await client.createPersistentSubscriptionToStream(
    ...key,
    streamSettings({ startFrom: START, ...settings }),
  );
  return key;
}

/** Waits until consumers together have this many messages. */
async function haveTogether(consumers: readonly TestConsumer[], count: number): Promise<void> {
  const received = () => consumers.reduce((sum, consumer) => sum + consumer.received.length, 0);
  await askUntil(
    async () => received(),
    (sum) => sum >= count,
  );
}

describe('competing consumers', () => {
  it('never have the same message at the same time', async () => {
    const key = await emptyGroup();
    const consumers = await Promise.all([1, 2, 3].map(() => consume(client, key, ackAll)));

    await client.appendToStream(key[0], someEvents(300));
    await haveTogether(consumers, 300);

    const all = consumers.flatMap(({ numbers }) => numbers).toSorted((a, b) => a - b);
    expect(all).toEqual(Array.from({ length: 300 }, (_, n) => n));
    await Promise.all(consumers.map((consumer) => consumer.leave()));
  });

  it('take turns with round robin', async () => {
    const key = await emptyGroup({ consumerStrategyName: ROUND_ROBIN });
    const consumers = [await consume(client, key, holdAll), await consume(client, key, holdAll)];

    await client.appendToStream(key[0], someEvents(8));
    await haveTogether(consumers, 8);

    expect(consumers.map(({ received }) => received.length)).toEqual([4, 4]);
    await Promise.all(consumers.map((consumer) => consumer.leave()));
  });

  it('wait behind the first, as long as it has room, with dispatch to single', async () => {
    const key = await emptyGroup({ consumerStrategyName: DISPATCH_TO_SINGLE });
    const consumers = [await consume(client, key, holdAll, 5), await consume(client, key, holdAll, 5)];

    await client.appendToStream(key[0], someEvents(7));
    await haveTogether(consumers, 7);

    expect(consumers.map(({ received }) => received.length)).toEqual([5, 2]);
    await Promise.all(consumers.map((consumer) => consumer.leave()));
  });

  it('each get whole streams when they are pinned', async () => {
    const key = await emptyGroup({ consumerStrategyName: PINNED, resolveLinkTos: true });
    const consumers = [await consume(client, key, ackAll), await consume(client, key, ackAll)];
    const targets = Array.from({ length: 20 }, () => freshName('pinned'));
    for (const target of targets) await client.appendToStream(target, someEvents(3));
    const links = targets.flatMap((target) => [0, 1, 2].map((revision) => linkTo(`${revision}@${target}`)));

    await client.appendToStream(key[0], links);
    await haveTogether(consumers, 60);

    const streams = consumers.map(({ received }) => new Set(received.map(({ event }) => event!.streamId)));
    expect(streams[0]!.size + streams[1]!.size).toBe(20);
    expect(Math.min(streams[0]!.size, streams[1]!.size)).toBeGreaterThan(0);
    for (const { received } of consumers) {
      for (const target of targets) {
        const revisions = received.filter(({ event }) => event!.streamId === target).map(revisionOf);
        expect([[], [0, 1, 2]]).toContainEqual(revisions);
      }
    }
    await Promise.all(consumers.map((consumer) => consumer.leave()));
  });

  it('get what one of them had when it leaves', async () => {
    const key = await emptyGroup();
    const leaving = await consume(client, key, holdAll);
    await client.appendToStream(key[0], someEvents(5));
    await leaving.receives(5);
    const staying = await consume(client, key, ackAll);

    await leaving.leave();

    await staying.receives(5);
    expect(staying.numbers).toEqual([0, 1, 2, 3, 4]);
    expect(staying.received.map(({ retryCount }) => retryCount)).toEqual([1, 1, 1, 1, 1]);
    await staying.leave();
  });

  it('may not be more than the group takes', async () => {
    const key = await emptyGroup({ maxSubscriberCount: 1 });
    const first = await consume(client, key, ackAll);

    const second = new TestConsumer(client.subscribeToPersistentSubscriptionToStream(...key), ackAll);

    const failure = await second.fails();
    expect(failure).toBeInstanceOf(PersistentSubscriptionMaximumSubscribersReachedError);
    expect(failure).toMatchObject({ streamName: key[0], groupName: key[1] });
    await first.leave();
    await askUntil(
      () => client.getPersistentSubscriptionToStreamInfo(...key),
      ({ connections }) => connections.length === 0,
    );
    const third = await consume(client, key, ackAll);
    await third.leave();
  });

  it('go on when one of them answers "stop"', async () => {
    if (server.isForeign) return; // EventStoreDB takes "stop" for "skip"; see docs/event-store.md of this library.
    const key = await emptyGroup();
    const stopping = await consume(client, key, (message, self) => self.nack('stop', message));
    const staying = await consume(client, key, ackAll);

    await client.appendToStream(key[0], someEvents(10));

    expect(await stopping.fails()).toBeInstanceOf(PersistentSubscriptionDroppedError);
    await staying.receives(10);
    expect(staying.numbers.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    await staying.leave();
  });

  it('that take nothing from the network are given a few messages, and not all that their buffers promise', async () => {
    if (server.isForeign) return; // Whether a server waits for slow consumers cannot be seen from outside of it.
    const key = await emptyGroup();
    const stalled = client.subscribeToPersistentSubscriptionToStream(
      ...key,
      { bufferSize: 1_000 },
      { highWaterMark: 1 },
    );
    const large = Buffer.alloc(100_000, 'x').toString();
    for (let round = 0; round < 8; round++) {
      const events = Array.from({ length: 10 }, (_, n) => jsonEvent({ type: 'Large', data: { n, large } }));
      await client.appendToStream(key[0], events);
    }

    const other = await consume(client, key, ackAll);
    await askUntil(
      async () => other.received.length,
      (count) => count >= 30,
    );

    const { connections } = await client.getPersistentSubscriptionToStreamInfo(...key);
    const inFlight = connections.map(({ inFlightMessages }) => inFlightMessages);
    expect(Math.max(...inFlight)).toBeLessThan(30);
    await other.leave();
    await stalled.unsubscribe();
  });

  it('share a group that reads a stream whose events are written meanwhile', async () => {
    const key = await emptyGroup({ liveBufferSize: 30, historyBufferSize: 30, readBatchSize: 10 });
    const consumers = [await consume(client, key, ackAll, 3), await consume(client, key, ackAll, 7)];

    for (let round = 0; round < 20; round++) await client.appendToStream(key[0], someEvents(25));
    await haveTogether(consumers, 500);

    const revisions = consumers.flatMap(({ received }) => received.map(revisionOf));
    expect(revisions.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 500 }, (_, n) => n));
    await Promise.all(consumers.map((consumer) => consumer.leave()));
  });
});

function revisionOf({ event }: TestConsumer['received'][number]): number {
  return Number(event!.revision);
}

/** A link as EventStoreDB's own projections write it. */
function linkTo(pointer: string): ReturnType<typeof jsonEvent> {
  const data = Buffer.from(pointer);
  return { ...jsonEvent({ type: '$>', data: {} }), contentType: 'application/octet-stream', data } as never;
}
