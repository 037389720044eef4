import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  END,
  EventStoreDBClient,
  PersistentSubscriptionDoesNotExistError,
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

async function someGroup(
  count: number,
  settings: Partial<PersistentSubscriptionToStreamSettings> = {},
): Promise<readonly [string, string]> {
  const key = [freshName(), freshName('group')] as const;
  if (count > 0) await client.appendToStream(key[0], someEvents(count));
  await client.createPersistentSubscriptionToStream(
    ...key,
    streamSettings({ startFrom: START, ...settings }),
  );
  return key;
}

describe('where a group starts', () => {
  it('delivers all there is and what follows, from the start', async () => {
    const key = await someGroup(20);
    const consumer = await consume(client, key, ackAll);
    await client.appendToStream(key[0], someEvents(4));

    await consumer.receives(24);

    expect(consumer.received.map(({ event }) => Number(event!.revision))).toEqual(
      Array.from({ length: 24 }, (_, n) => n),
    );
    await consumer.leave();
  });

  it('begins with the revision that it names', async () => {
    const key = await someGroup(4, { startFrom: 1n });
    const consumer = await consume(client, key, ackAll);

    await consumer.receives(3);

    expect(consumer.numbers).toEqual([1, 2, 3]);
    await consumer.leave();
  });

  it('begins with what comes after its creation, from the end', async () => {
    const key = await someGroup(4, { startFrom: END });
    await client.appendToStream(key[0], [jsonEvent({ type: 'Happened', data: { n: 100 } })]);
    const consumer = await consume(client, key, ackAll);

    await consumer.receives(1);

    expect(consumer.numbers).toEqual([100]);
    await consumer.leave();
  });

  it('waits for a stream that does not exist yet', async () => {
    const key = await someGroup(0);
    const consumer = await consume(client, key, ackAll);

    await client.appendToStream(key[0], someEvents(2));

    await consumer.receives(2);
    await consumer.leave();
  });

  it('delivers thousands of events in order', async () => {
    const key = await someGroup(3_000, { checkPointUpperBound: 500 });
    const consumer = await consume(client, key, ackAll, 100);

    await consumer.receives(3_000);

    expect(consumer.numbers).toEqual(Array.from({ length: 3_000 }, (_, n) => n));
    await consumer.leave();
  });

  it('refuses a consumer of a group that does not exist', async () => {
    const [stream, group] = [freshName(), freshName('group')];

    const failure = await new TestConsumer(
      client.subscribeToPersistentSubscriptionToStream(stream, group),
      ackAll,
    ).fails();

    expect(failure).toBeInstanceOf(PersistentSubscriptionDoesNotExistError);
    expect(failure).toMatchObject({ streamName: stream, groupName: group });
  });
});

describe('what a consumer gets', () => {
  it('has the position in the log', async () => {
    const key = await someGroup(0);
    const { position } = await client.appendToStream(key[0], someEvents(1));
    const consumer = await consume(client, key, ackAll);

    const [message] = await consumer.receives(1);

    expect(message!.event!.position).toEqual(position);
    await consumer.leave();
  });

  it('is no more than its buffer holds until it answers', async () => {
    const key = await someGroup(10);
    const consumer = await consume(client, key, holdAll, 3);
    const held = await consumer.receives(3);
    const info = await client.getPersistentSubscriptionToStreamInfo(...key);
    expect(info.connections[0]).toMatchObject({ inFlightMessages: 3, availableSlots: 0 });
    expect(consumer.numbers).toEqual([0, 1, 2]);

    await consumer.ack(held[1]!);

    await consumer.receives(4);
    expect(consumer.numbers).toEqual([0, 1, 2, 3]);
    await consumer.leave();
  });

  it('is what a link points at, when links are resolved', async () => {
    const target = freshName();
    await client.appendToStream(target, someEvents(1));
    const key = await someGroup(0, { resolveLinkTos: true });
    await client.appendToStream(key[0], [
      {
        ...jsonEvent({ type: '$>', data: {} }),
        contentType: 'application/octet-stream',
        data: Buffer.from(`0@${target}`),
      } as never,
    ]);
    const consumer = await consume(client, key, ackAll);

    const [message] = await consumer.receives(1);

    expect(message!.event).toMatchObject({ streamId: target, type: 'Happened' });
    expect(message!.link).toMatchObject({ streamId: key[0], type: '$>' });
    await askUntil(
      () => client.getPersistentSubscriptionToStreamInfo(...key),
      ({ stats }) => stats.outstandingMessagesCount === 0,
    );
    await consumer.leave();
  });
});

describe('answers', () => {
  it('of "retry" bring a message again and count', async () => {
    const key = await someGroup(3);
    const consumer = await consume(client, key, (message, self) =>
      message.retryCount < 2 ? self.nack('retry', message) : self.ack(message),
    );

    const received = await consumer.receives(9);

    for (const n of [0, 1, 2]) {
      const tries = received.filter((_, index) => consumer.numbers[index] === n);
      expect(tries.map(({ retryCount }) => retryCount)).toEqual([0, 1, 2]);
    }
    await consumer.leave();
  });

  it('of "skip" leave a message out', async () => {
    const key = await someGroup(20, { checkPointUpperBound: 1 });
    const consumer = await consume(client, key, (message, self) => self.nack('skip', message));
    await consumer.receives(20);

    const { stats } = await askUntil(
      () => client.getPersistentSubscriptionToStreamInfo(...key),
      ({ stats }) => stats.lastCheckpointedEventRevision === 19n,
    );

    expect(stats).toMatchObject({ parkedMessageCount: 0n, totalItems: 20n });
    await consumer.leave();
  });

  it('may come for several messages at once', async () => {
    const key = await someGroup(12);
    const consumer = await consume(client, key, holdAll, 6);
    await consumer.receives(6);

    await consumer.ack(...consumer.received);

    await consumer.receives(12);
    await consumer.leave();
  });

  it('of "retry" keep their turn: what a consumer has room for follows from the order of its answers', async () => {
    const key = await someGroup(9);
    const consumer = await consume(
      client,
      key,
      (message, taker) => (message.retryCount === 0 ? taker.nack('retry', message) : taker.ack(message)),
      3,
    );

    await consumer.receives(18);

    expect(consumer.numbers).toEqual([0, 1, 2, 0, 1, 2, 3, 4, 5, 3, 4, 5, 6, 7, 8, 6, 7, 8]);
    await consumer.leave();
  });

  it('that do not come in time bring the message to someone else', async () => {
    const key = await someGroup(1, { messageTimeout: 200 });
    const silent = await consume(client, key, holdAll);
    await silent.receives(1);
    await silent.leave();
    const second = await consume(client, key, holdAll);

    const [message, again] = await second.receives(2);

    expect(again!.event!.id).toBe(message!.event!.id);
    expect(again!.retryCount).toBe(message!.retryCount + 1);
    await second.leave();
  });
});

describe('checkpoints', () => {
  it('stand before the oldest message that is not answered', async () => {
    const key = await someGroup(10, { checkPointLowerBound: 1, checkPointUpperBound: 1 });
    const consumer = await consume(client, key, (message, self) =>
      message.event!.revision === 4n ? undefined : self.ack(message),
    );
    await consumer.receives(10);

    const { stats } = await askUntil(
      () => client.getPersistentSubscriptionToStreamInfo(...key),
      ({ stats }) => stats.outstandingMessagesCount === 1 && stats.lastCheckpointedEventRevision === 3n,
    );

    expect(stats.lastKnownEventRevision).toBe(9n);
    await consumer.leave();
  });

  it('are taken after a while when there are few messages', async () => {
    const key = await someGroup(5, {
      checkPointAfter: 50,
      checkPointLowerBound: 5,
      checkPointUpperBound: 1_000,
    });
    const consumer = await consume(client, key, ackAll);

    const { stats } = await askUntil(
      () => client.getPersistentSubscriptionToStreamInfo(...key),
      ({ stats }) => stats.lastCheckpointedEventRevision !== undefined,
    );

    expect(stats.lastCheckpointedEventRevision).toBe(4n);
    await consumer.leave();
  });
});
