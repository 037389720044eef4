import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  END,
  START,
  StreamDeletedError,
  eventTypeFilter,
  excludeSystemEvents,
  streamNameFilter,
  type EventStoreDBClient,
  type Filter,
  type Position,
} from '@eventstore/db-client';
import { freshName, serverUnderTest, someEvents, take, type ServerUnderTest } from './server-under-test.js';

let server: ServerUnderTest;
let client: EventStoreDBClient;

beforeAll(async () => {
  server = await serverUnderTest();
  client = server.client;
});
afterAll(() => server.stop());

/** The last position of the log, so that a test sees only what comes after it. */
async function here(): Promise<Position> {
  const { position } = await client.appendToStream(freshName('marker'), someEvents(1));
  return position!;
}

describe('a subscription to a stream', () => {
  it('gives what is stored and then what arrives, and says when it has caught up', async () => {
    const stream = freshName();
    await client.appendToStream(stream, someEvents(3));
    const seen: string[] = [];
    const subscription = client.subscribeToStream(stream);
    subscription.on('confirmation', () => seen.push('confirmed'));
    subscription.on('caughtUp', () => {
      seen.push('caught up');
      void client.appendToStream(stream, someEvents(2));
    });
    for await (const { event } of subscription) {
      seen.push(String(event!.revision));
      if (event!.revision === 4n) break;
    }
    expect(seen).toEqual(['confirmed', '0', '1', '2', 'caught up', '3', '4']);
  });

  it.each([
    ['start', START, ['0', '1', '2', '3', '4']],
    ['a revision, which it leaves out', 1n, ['2', '3', '4']],
    ['the end', END, ['3', '4']],
  ] as const)('begins at %s', async (_, fromRevision, expected) => {
    const stream = freshName();
    await client.appendToStream(stream, someEvents(3));
    const subscription = client.subscribeToStream(stream, { fromRevision });
    const events = take(subscription, expected.length);
    await once(subscription, 'caughtUp');
    await client.appendToStream(stream, someEvents(2));
    expect((await events).map(({ event }) => String(event!.revision))).toEqual(expected);
  });

  it('waits for a stream that does not exist yet', async () => {
    const stream = freshName();
    const subscription = client.subscribeToStream(stream);
    const events = take(subscription, 1);
    await once(subscription, 'caughtUp');
    await client.appendToStream(freshName(), someEvents(1));
    await client.appendToStream(stream, someEvents(1, 'First'));
    expect((await events)[0]!.event).toMatchObject({ type: 'First', streamId: stream });
  });

  it('ends when the client leaves, and others go on', async () => {
    const stream = freshName();
    const [leaving, staying] = [client.subscribeToStream(stream), client.subscribeToStream(stream)];
    const events = take(staying, 2);
    await Promise.all([once(leaving.resume(), 'caughtUp'), once(staying, 'caughtUp')]);
    const ended = once(leaving, 'end');
    await leaving.unsubscribe();
    await ended;
    await client.appendToStream(stream, someEvents(2));
    expect(await events).toHaveLength(2);
  });
});

describe('a subscription to $all', () => {
  it('gives the events of all streams in order, from after a position', async () => {
    const from = await here();
    const streams = [freshName('a'), freshName('b')];
    const subscription = client.subscribeToAll({ fromPosition: from, filter: excludeSystemEvents() });
    const events = take(subscription, 40);
    for (let n = 0; n < 10; n++) {
      await client.appendToStream(streams[0]!, someEvents(3));
      await client.appendToStream(streams[1]!, someEvents(1));
    }
    const positions = (await events).map(({ event }) => event!.position.commit);
    expect(positions).toEqual(positions.toSorted((a, b) => Number(a - b)));
    expect(positions[0]).toBeGreaterThan(from.commit);
  });

  it('begins at the end when it is asked to', async () => {
    await here();
    const stream = freshName();
    const subscription = client.subscribeToAll({ fromPosition: END });
    const events = take(subscription, 1);
    await once(subscription, 'caughtUp');
    await client.appendToStream(stream, someEvents(1));
    expect((await events)[0]!.event!.streamId).toBe(stream);
  });

  it('can be joined while many write, and misses nothing', async () => {
    const from = await here();
    const writing = Promise.all(
      Array.from({ length: 300 }, () => client.appendToStream(freshName('storm'), someEvents(2))),
    );
    const filter = streamNameFilter({ prefixes: ['storm-'] });
    const subscribers = Array.from({ length: 5 }, () =>
      take(client.subscribeToAll({ fromPosition: from, filter }), 600),
    );
    await writing;
    const [first, ...others] = (await Promise.all(subscribers)).map((events) =>
      events.map(({ event }) => event!.id),
    );
    expect(new Set(first).size).toBe(600);
    for (const other of others) expect(other).toEqual(first);
  });
});

describe('a live subscriber', () => {
  it.each([
    ['maxCount', { maxCount: 1 }],
    ['truncateBefore', { truncateBefore: 100 }],
  ])('gets events that %s hides from readers', async (_, metadata) => {
    const stream = freshName();
    await client.setStreamMetadata(stream, metadata);
    const subscription = client.subscribeToStream(stream);
    const events = take(subscription, 3);
    await once(subscription, 'caughtUp');
    await client.appendToStream(stream, someEvents(3));
    expect((await events).map(({ event }) => String(event!.revision))).toEqual(['0', '1', '2']);
  });

  it('gets every change of metadata', async () => {
    const stream = freshName();
    const subscription = client.subscribeToStream(`$$${stream}`);
    const events = take(subscription, 2);
    await once(subscription, 'caughtUp');
    await client.setStreamMetadata(stream, { a: 1 });
    await client.setStreamMetadata(stream, { a: 2 });
    expect((await events).map(({ event }) => event!.data)).toEqual([{ a: 1 }, { a: 2 }]);
  });

  it.each([0, 1])('gets the tombstone of a stream of %d events, and then the error', async (count) => {
    const stream = freshName();
    if (count > 0) await client.appendToStream(stream, someEvents(count));
    const subscription = client.subscribeToStream(stream);
    const types: string[] = [];
    const ended = once(subscription, 'error');
    subscription.on('data', ({ event }) => types.push(event!.type));
    await once(subscription, 'caughtUp');
    await client.tombstoneStream(stream);
    expect((await ended)[0]).toBeInstanceOf(StreamDeletedError);
    expect(types).toEqual([...someEvents(count).map(({ type }) => type), '$streamDeleted']);
  });

  it('is refused without a confirmation when the stream is tombstoned', async () => {
    const stream = freshName();
    await client.appendToStream(stream, someEvents(1));
    await client.tombstoneStream(stream);
    const subscription = client.subscribeToStream(stream);
    const told: string[] = [];
    subscription.on('confirmation', () => told.push('confirmed'));
    subscription.on('data', () => told.push('event'));
    expect((await once(subscription, 'error'))[0]).toBeInstanceOf(StreamDeletedError);
    expect(told).toEqual([]);
  });
});

describe('filters', () => {
  const key = freshName('key');
  const cases: [string, Filter, string, string][] = [
    ['stream prefix', streamNameFilter({ prefixes: [`${key}-none`, `${key}-yes`] }), `${key}-yes-1`, 'T'],
    ['stream regex', streamNameFilter({ regex: `^${key}-\\d+-yes$` }), `${key}-17-yes`, 'T'],
    ['type prefix', eventTypeFilter({ prefixes: [`${key}Accepted`] }), `${key}-t`, `${key}AcceptedTwice`],
    ['type regex', eventTypeFilter({ regex: `^${key}.*Paid$` }), `${key}-t`, `${key}WasPaid`],
    ['regex of any case', eventTypeFilter({ regex: `(?i)^${key}.*FULL$` }), `${key}-t`, `${key}InFull`],
    ['escaped dashes', streamNameFilter({ regex: `^${key}\\-[\\-a]\\-d$` }), `${key}---d`, 'T'],
    ['anchors of .NET', eventTypeFilter({ regex: `\\A${key}Anchored\\z` }), `${key}-t`, `${key}Anchored`],
    ['comments', eventTypeFilter({ regex: `^(?#here)${key}Commented` }), `${key}-t`, `${key}Commented`],
    ['letters of any script', eventTypeFilter({ regex: `^${key}\\p{Lu}$` }), `${key}-t`, `${key}Ę`],
  ];

  it.each(cases)('by %s', async (_, filter, stream, type) => {
    const from = await here();
    const events = take(client.subscribeToAll({ fromPosition: from, filter }), 4);
    await client.appendToStream(freshName('other'), someEvents(5, 'Other'));
    await client.appendToStream(stream, someEvents(2, type));
    await client.appendToStream(freshName('other'), someEvents(5, 'Other'));
    await client.appendToStream(stream, someEvents(2, type));
    for (const { event } of await events) expect(event).toMatchObject({ streamId: stream, type });
  });

  it('refuses a regular expression that it cannot read', async () => {
    const subscription = client.subscribeToAll({ filter: eventTypeFilter({ regex: '[' }) });
    // EventStoreDB says UNKNOWN and nothing more.
    const reason = server.isForeign ? /./ : /regular expression/;
    await expect(take(subscription, 1)).rejects.toThrow(reason);
  });

  it.each(['\\Gclaim', '[a-z-[aeiou]]'])('refuses %s, which it would read otherwise', async (regex) => {
    if (server.isForeign) return;
    const subscription = client.subscribeToAll({ filter: eventTypeFilter({ regex }) });
    await expect(take(subscription, 1)).rejects.toThrow(/regular expression/);
  });

  it('report how far they have looked, at the interval that was asked for', async () => {
    const from = await here();
    const checkpoints: bigint[] = [];
    const filter = eventTypeFilter({
      prefixes: [`${key}Nothing`],
      maxSearchWindow: 10,
      checkpointInterval: 2,
      checkpointReached: async (_, { commit }) => {
        checkpoints.push(commit);
      },
    });
    const last = await client.appendToStream(freshName(), [
      ...someEvents(100, 'Passed'),
      ...someEvents(1, `${key}Nothing`),
    ]);
    await take(client.subscribeToAll({ fromPosition: from, filter }), 1);
    // The one that comes before it has caught up may still reach a subscriber who leaves.
    const searching = checkpoints.filter((commit) => commit < last.position!.commit);
    expect(searching).toHaveLength(5);
    expect(checkpoints).toEqual(checkpoints.toSorted((a, b) => Number(a - b)));
    expect(checkpoints[0]).toBeGreaterThan(from.commit);
  });

  it('say where they stand before they have caught up, also when nothing was found', async () => {
    const from = await here();
    await client.appendToStream(freshName(), someEvents(7));
    const told: string[] = [];
    const filter = eventTypeFilter({
      prefixes: [`${key}Nothing`],
      maxSearchWindow: 4,
      checkpointReached: async () => void told.push('checkpoint'),
    });
    const subscription = client.subscribeToAll({ fromPosition: from, filter }).resume();
    await once(subscription, 'caughtUp');
    expect(told.length).toBeGreaterThan(0);
    await subscription.unsubscribe();
  });

  it('can be gone on with at any place that was told', async () => {
    const from = await here();
    await client.appendToStream(freshName(), someEvents(10, `${key}Resumed`));
    const places: Position[] = [];
    const filter = eventTypeFilter({
      prefixes: [`${key}Nothing`],
      maxSearchWindow: 1,
      checkpointReached: async (_, place) => void places.push(place),
    });
    const subscription = client.subscribeToAll({ fromPosition: from, filter }).resume();
    await once(subscription, 'caughtUp');
    await subscription.unsubscribe();
    const wanted = eventTypeFilter({ prefixes: [`${key}Resumed`] });
    const [first] = await take(client.subscribeToAll({ fromPosition: places[1]!, filter: wanted }), 1);
    expect(first!.event!.position.commit).toBe(places[1]!.commit);
  });
});
