import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { type DomainEvent, event } from '#kernel';
import { type RunnerOptions, checkpointOf, dropVersion, runFollower } from '#followers';
import {
  type FreshDatabase,
  type LocalEventStore,
  eventually,
  freshDatabase,
  localEventStore,
  testContext,
} from '#testing';
import { contextContracts, contract } from './contract.js';
import { count } from './fields.js';
import type { Publisher } from './publisher.js';
import { RELAY, relayFollower } from './relay.js';
import type { Outgoing } from './to-cloud-events.js';

type LogSource = RunnerOptions['store'];

type ThingCounted = DomainEvent<'ThingCounted', { number: number }>;

const things = contextContracts(
  'things',
  ['thing'],
  [
    contract({
      type: 'lindung.things.thing-counted.v1',
      from: 'ThingCounted',
      about: 'A thing was counted.',
      fields: { number: count('Its number') },
      data: ({ data }: ThingCounted) => ({ number: data.number }),
    }),
  ],
);

interface Recorder extends Pick<Publisher, 'publish'> {
  readonly confirmed: Outgoing[];
  /** Whether the brokers are away. */
  away: boolean;
}

/** Takes what Kafka would take. A real broker is in kafka.int.spec.ts. */
function recorder(): Recorder {
  const self: Recorder = {
    confirmed: [],
    away: false,
    publish: async (events) => {
      if (events.length > 0 && self.away) throw new Error('no broker');
      self.confirmed.push(...events);
    },
  };
  return self;
}

const numbersIn = (outgoing: readonly Outgoing[]) => outgoing.map(({ event: { data } }) => data.number);

describe('the relay', () => {
  const place = RELAY;
  let fresh: FreshDatabase;
  let log: LocalEventStore;
  let stopping: AbortController;
  let finished: Promise<void>[];
  let said: string[];

  beforeAll(async () => {
    fresh = await freshDatabase(20);
  });
  afterAll(() => fresh.drop());

  beforeEach(async () => {
    log = await localEventStore();
    await dropVersion(fresh.database, place);
    [stopping, finished, said] = [new AbortController(), [], []];
  });
  afterEach(async () => {
    stopping.abort();
    await Promise.all(finished);
    await log.stop();
  });

  function start(
    publisher: Pick<Publisher, 'publish'>,
    signal = stopping.signal,
    store: LogSource = log.store,
  ) {
    const note = (fields: object, message: string) => void said.push(`${message} ${JSON.stringify(fields)}`);
    const relay = runFollower(relayFollower([things], publisher), {
      store,
      database: fresh.database,
      signal,
      log: { info: note, warn: note, error: note },
      standbyPollMs: 10,
      backOffMs: { first: 5, longest: 20 },
    });
    finished.push(relay.finished);
    return relay;
  }

  async function counted(stream: string, from: number, to: number): Promise<bigint> {
    const events = Array.from({ length: to - from + 1 }, (_, index) =>
      event('ThingCounted', { number: from + index }),
    );
    const after = from === 1 ? null : BigInt(from - 2);
    const context = testContext({ commandId: randomUUID() });
    return (await log.store.append(stream, events, after, context)).position;
  }

  const placeNow = async () => (await checkpointOf(fresh.database, place))?.position;

  it('publishes what happened before it started and what happens after, in the order of the log', async () => {
    await counted('thing-1', 1, 400);
    const publisher = recorder();
    start(publisher);
    const last = await counted('thing-1', 401, 600);
    await eventually('it has got there', async () => (await placeNow()) === last);
    expect(numbersIn(publisher.confirmed)).toEqual(Array.from({ length: 600 }, (_, index) => index + 1));
    expect(new Set(publisher.confirmed.map(({ topic }) => topic))).toEqual(new Set(['lindung.things']));
  });

  it('says nothing of events without a contract, and moves on past them', async () => {
    const context = testContext({ commandId: randomUUID() });
    const { position } = await log.store.append('thing-9', [event('ThingMoved', {})], null, context);
    const publisher = recorder();
    start(publisher);
    await eventually('it has got there', async () => (await placeNow()) === position);
    expect(publisher.confirmed).toEqual([]);
  });

  it('stays where it is until the brokers have confirmed, and loses nothing', async () => {
    const last = await counted('thing-1', 1, 3);
    const publisher = recorder();
    publisher.away = true;
    const relay = start(publisher);
    await eventually('it has failed twice', () => relay.status().failures >= 2);
    expect(await placeNow()).toBeNull();
    publisher.away = false;
    await eventually('it has got there', async () => (await placeNow()) === last);
    expect(numbersIn(publisher.confirmed)).toEqual([1, 2, 3]);
    expect(said.filter((line) => line.includes('no broker')).length).toBeGreaterThan(1);
  });

  it('reads a few batches ahead of brokers that are slow, and no more', async () => {
    const [events, inAnAppend] = [12_000, 1_000];
    let last = 0n;
    for (let from = 1; from < events; from += inAnAppend)
      last = await counted('thing-1', from, from + inAnAppend - 1);
    let read = 0;
    const { store } = log;
    const counting: LogSource = {
      lastPosition: () => store.lastPosition(),
      firstFrom: (...asked) => store.firstFrom(...asked),
      follow: async function* (...asked) {
        for await (const batch of store.follow(...asked)) {
          read += batch.events.length;
          yield batch;
        }
      },
    };
    const publisher = recorder();
    let mostAhead = 0;
    const slow: Pick<Publisher, 'publish'> = {
      publish: async (outgoing) => {
        let before = -1;
        // As long as anything is still read, the brokers have not answered.
        while (before !== read) [before] = [read, await wait(100)];
        mostAhead = Math.max(mostAhead, read - publisher.confirmed.length);
        await publisher.publish(outgoing);
      },
    };
    start(slow, stopping.signal, counting);
    await eventually('it has got there', async () => (await placeNow()) === last);
    expect(publisher.confirmed).toHaveLength(events);
    expect(mostAhead).toBeLessThanOrEqual(6_144);
  });

  it('that was cut off between the confirmation and its own note publishes again, under the same ids', async () => {
    const last = await counted('thing-1', 1, 3);
    const first = recorder();
    const cutOff = new AbortController();
    start(
      {
        publish: async (events) => {
          await first.publish(events);
          if (first.confirmed.length === 3 && !cutOff.signal.aborted) {
            cutOff.abort();
            throw new Error('the process ended here');
          }
        },
      },
      cutOff.signal,
    );
    await eventually('the first has published', () => first.confirmed.length === 3);
    await Promise.all(finished);
    expect(await placeNow()).not.toBe(last);

    const second = recorder();
    start(second);
    await eventually('the second has got there', async () => (await placeNow()) === last);
    const again = second.confirmed.length;
    expect(again).toBeGreaterThan(0);
    expect(second.confirmed).toEqual(first.confirmed.slice(-again));
  });

  it('goes on where it stopped', async () => {
    const publisher = recorder();
    const stopped = new AbortController();
    const before = await counted('thing-1', 1, 3);
    start(publisher, stopped.signal);
    await eventually('it has got there', async () => (await placeNow()) === before);
    stopped.abort();
    await Promise.all(finished);
    const after = await counted('thing-1', 4, 5);
    start(publisher);
    await eventually('it has got there', async () => (await placeNow()) === after);
    expect(numbersIn(publisher.confirmed)).toEqual([1, 2, 3, 4, 5]);
  });

  it('is one at a time: a second one stands by and takes over', async () => {
    const [first, second] = [recorder(), recorder()];
    const stopFirst = new AbortController();
    const one = start(first, stopFirst.signal);
    await eventually('the first is active', () => one.status().role === 'active');
    const two = start(second);
    await eventually('the second stands by', () => two.status().role === 'standby');
    const last = await counted('thing-1', 1, 3);
    await eventually('the first has got there', async () => (await placeNow()) === last);
    expect(second.confirmed).toEqual([]);
    stopFirst.abort();
    const later = await counted('thing-1', 4, 4);
    await eventually('the second has got there', async () => (await placeNow()) === later);
    expect(numbersIn(second.confirmed)).toEqual([4]);
  });
});
