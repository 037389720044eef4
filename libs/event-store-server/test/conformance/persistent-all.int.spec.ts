import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  END,
  EventStoreDBClient,
  PersistentSubscriptionDoesNotExistError,
  START,
  eventTypeFilter,
  excludeSystemEvents,
  persistentSubscriptionToAllSettingsFromDefaults as allSettings,
  streamNameFilter,
  type Filter,
} from '@eventstore/db-client';
import { TestConsumer, ackAll, consumeAll, askUntil, type Reaction } from './persistent-consumer.js';
import { freshName, serverUnderTest, someEvents, type ServerUnderTest } from './server-under-test.js';

let server: ServerUnderTest;
let client: EventStoreDBClient;
const groups: string[] = [];

beforeAll(async () => {
  server = await serverUnderTest();
  client = server.client;
});

afterAll(async () => {
  for (const group of groups) await client.deletePersistentSubscriptionToAll(group);
  await server.stop();
});

async function groupOnAll(settings: Parameters<typeof allSettings>[0], filter?: Filter): Promise<string> {
  const group = freshName('group');
  await client.createPersistentSubscriptionToAll(
    group,
    allSettings(settings),
    filter === undefined ? {} : { filter },
  );
  groups.push(group);
  return group;
}

function ofStreams(prefix: string): { filter: Filter } {
  return { filter: streamNameFilter({ prefixes: [prefix] }) };
}

describe('a group that reads $all', () => {
  it('delivers from the start what its filter lets through, and what follows', async () => {
    const prefix = freshName('all');
    await client.appendToStream(`${prefix}-a`, someEvents(20));
    const group = await groupOnAll({ startFrom: START }, ofStreams(prefix).filter);
    const consumer = await consumeAll(client, group, ackAll);
    await client.appendToStream(`${prefix}-b`, someEvents(3));

    await consumer.receives(23);

    expect(consumer.numbers.slice(20)).toEqual([0, 1, 2]);
    await consumer.leave();
  });

  it('gets the system event that tells of its own creation, when it begins at the end', async () => {
    const group = await groupOnAll({ startFrom: END });
    const consumer = await consumeAll(client, group, ackAll);
    await client.appendToStream(freshName(), someEvents(1));

    const received = await consumer.receives(2);

    expect(received.map(({ event }) => event!.streamId)).toContain('$persistentSubscriptionConfig');
    await consumer.leave();
  });

  it('begins with the position that it names', async () => {
    const stream = freshName();
    await client.appendToStream(stream, someEvents(1));
    const { position } = await client.appendToStream(stream, someEvents(1));
    await client.appendToStream(stream, someEvents(20));
    const group = await groupOnAll({ startFrom: position! });
    const consumer = await consumeAll(client, group, ackAll);

    await askUntil(
      async () => ofStream(consumer, stream).length,
      (count) => count === 21,
    );

    expect(ofStream(consumer, stream).map(({ event }) => event!.revision)).toEqual(
      Array.from({ length: 21 }, (_, n) => BigInt(n + 1)),
    );
    await consumer.leave();
  });

  it('begins with what comes after its creation, from the end', async () => {
    const stream = freshName();
    await client.appendToStream(stream, someEvents(4));
    const group = await groupOnAll({ startFrom: END }, excludeSystemEvents());
    await client.appendToStream(stream, someEvents(2));
    const consumer = await consumeAll(client, group, ackAll);

    await askUntil(
      async () => ofStream(consumer, stream).length,
      (count) => count >= 2,
    );

    expect(ofStream(consumer, stream).map(({ event }) => event!.revision)).toEqual([4n, 5n]);
    await consumer.leave();
  });

  it.each([
    ['stream prefixes', (key: string) => streamNameFilter({ prefixes: [`s-${key}`, 'nothing'] }), 16],
    ['a stream pattern', (key: string) => streamNameFilter({ regex: `^s-${key}-[ab]$` }), 16],
    ['type prefixes', (key: string) => eventTypeFilter({ prefixes: [`t-${key}-a`] }), 8],
    ['a type pattern', (key: string) => eventTypeFilter({ regex: `^t-${key}-[b-z]$` }), 8],
  ])('can be narrowed by %s', async (_, filterFor, expected) => {
    const key = freshName('key');
    await client.appendToStream(`s-${key}-a`, someEvents(8, `t-${key}-a`));
    await client.appendToStream(`s-${key}-b`, someEvents(8, `t-${key}-b`));
    await client.appendToStream(freshName(), someEvents(8));
    const group = await groupOnAll({ startFrom: START }, filterFor(key));
    const consumer = await consumeAll(client, group, ackAll);
    await consumer.receives(expected);
    await client.appendToStream(`s-${key}-a`, someEvents(1, `t-${key}-a`));
    await client.appendToStream(`s-${key}-b`, someEvents(1, `t-${key}-b`));

    await consumer.receives(expected + 1);

    const streams = new Set(consumer.received.map(({ event }) => event!.streamId));
    expect([...streams].every((stream) => stream.startsWith(`s-${key}`))).toBe(true);
    await consumer.leave();
  });

  it('tries again what was refused and leaves out what was skipped', async () => {
    const prefix = freshName('nack');
    await client.appendToStream(`${prefix}-a`, someEvents(20, 'skipped'));
    await client.appendToStream(`${prefix}-b`, someEvents(20, 'retried'));
    const group = await groupOnAll({ startFrom: START }, ofStreams(prefix).filter);
    const answer: Reaction = (message, self) => {
      if (message.event!.type === 'skipped') return self.nack('skip', message);
      return message.retryCount === 0 ? self.nack('retry', message) : self.ack(message);
    };
    const consumer = await consumeAll(client, group, answer);

    await consumer.receives(60);

    const { stats } = await askUntil(
      () => client.getPersistentSubscriptionToAllInfo(group),
      ({ stats }) => stats.outstandingMessagesCount === 0,
    );
    expect(stats).toMatchObject({ totalItems: 60n, parkedMessageCount: 0n });
    await consumer.leave();
  });

  it('tells positions', async () => {
    const stream = freshName();
    const { position } = await client.appendToStream(stream, someEvents(3));
    const settings = { startFrom: position!, checkPointLowerBound: 1, checkPointUpperBound: 1 };
    const group = await groupOnAll(settings, ofStreams(stream).filter);
    const consumer = await consumeAll(client, group, ackAll);
    await consumer.receives(1);

    const { stats } = await askUntil(
      () => client.getPersistentSubscriptionToAllInfo(group),
      ({ stats }) => (stats.lastCheckpointedEventPosition?.commit ?? -1n) >= position!.commit,
    );

    expect(stats.lastKnownEventPosition).toEqual(position);
    expect('lastKnownEventRevision' in stats).toBe(false);
    await consumer.leave();
  });

  it('keeps its filter when it is updated', async () => {
    const prefix = freshName('kept');
    const group = await groupOnAll({ startFrom: START }, ofStreams(prefix).filter);
    await client.appendToStream(freshName(), someEvents(5));
    await client.appendToStream(`${prefix}-a`, someEvents(2));

    await client.updatePersistentSubscriptionToAll(
      group,
      allSettings({ startFrom: START, maxRetryCount: 3 }),
    );

    const consumer = await consumeAll(client, group, ackAll);
    await consumer.receives(2);
    await client.appendToStream(`${prefix}-a`, someEvents(1));
    await consumer.receives(3);
    expect(ofStream(consumer, `${prefix}-a`)).toHaveLength(3);
    await consumer.leave();
  });

  it('refuses a consumer when there is no such group', async () => {
    const group = freshName('group');

    const failure = await new TestConsumer(
      client.subscribeToPersistentSubscriptionToAll(group),
      ackAll,
    ).fails();

    expect(failure).toBeInstanceOf(PersistentSubscriptionDoesNotExistError);
    expect(failure).toMatchObject({ streamName: '$all', groupName: group });
  });
});

function ofStream({ received }: TestConsumer, stream: string): TestConsumer['received'] {
  return received.filter(({ event }) => event?.streamId === stream);
}
