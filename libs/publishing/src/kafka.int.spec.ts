import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkpointOf, runFollower } from '#followers';
import { event } from '#kernel';
import {
  type FreshDatabase,
  type LocalEventStore,
  eventually,
  freshDatabase,
  localEventStore,
  testContext,
} from '#testing';
import { brokerAvailable, brokerForTests } from '#testing/kafka';
import type { CloudEvent } from './cloud-event.js';
import { type RunningConsumer, type UnreadableMessage, consume } from './consumer.js';
import { BrokersUnavailable, KAFKA_CLIENTS, type KafkaClientName } from './kafka-client.js';
import { SILENT, anyContext, countedOn, thingsOf } from './kafka.examples.js';
import { type Publisher, kafkaPublisher } from './publisher.js';
import { RELAY, relayFollower } from './relay.js';
import { replay } from './replay.js';
import { makeTopics } from './topics.js';

const { available } = await brokerAvailable();

(available ? describe : describe.skip).each(KAFKA_CLIENTS)(
  'events that go through Kafka, with %s',
  (client) => {
    let options: { brokers: string[]; clientId: string; client: KafkaClientName; log: typeof SILENT };
    let publisher: Publisher;
    const consumers: RunningConsumer[] = [];
    beforeAll(async () => {
      options = { brokers: [await brokerForTests()], clientId: 'spec', client, log: SILENT };
      publisher = kafkaPublisher(options);
    });
    afterAll(async () => {
      await Promise.all(consumers.map((consumer) => consumer.stop()));
      await publisher?.close();
    });

    async function topicOf(context: string): Promise<string> {
      const { topic } = thingsOf(context);
      await makeTopics(options, [topic]);
      return topic;
    }

    async function listen(
      topic: string,
      handle: (event: CloudEvent) => Promise<void>,
      group: string = randomUUID(),
    ): Promise<RunningConsumer> {
      const consumer = await consume({ ...options, group, topics: [topic], handle });
      consumers.push(consumer);
      return consumer;
    }

    it('come out as they went in, in the order of their stream, whatever partition that is in', async () => {
      const topic = await topicOf(anyContext());
      const heard: CloudEvent[] = [];
      await listen(topic, async (event) => void heard.push(event));
      const sent = Array.from({ length: 300 }, (_, n) => countedOn(topic, `thing-${n % 7}`, n));
      for (let from = 0; from < sent.length; from += 50) await publisher.publish(sent.slice(from, from + 50));
      await eventually('all were heard', () => heard.length === sent.length);
      const byStream = (events: readonly CloudEvent[]) =>
        Array.from({ length: 7 }, (_, n) =>
          events.filter(({ partitionkey }) => partitionkey === `thing-${n}`),
        );
      expect(byStream(heard)).toEqual(byStream(sent.map(({ event }) => event)));
    });

    it('for a topic that nobody made are an error; once it is made, they are sent', async () => {
      const context = anyContext();
      const first = countedOn(thingsOf(context).topic, 'thing-1', 1);
      await expect(publisher.publish([first])).rejects.toThrow(BrokersUnavailable);
      const heard: CloudEvent[] = [];
      await listen(await topicOf(context), async (event) => void heard.push(event));
      await publisher.publish([first]);
      await eventually('it was heard', () => heard.length === 1);
    });

    it('that cannot be handled come again, and those behind them wait', async () => {
      const topic = await topicOf(anyContext());
      const heard: unknown[] = [];
      let isBroken = true;
      await listen(topic, async ({ data }) => {
        heard.push(data.number);
        if (isBroken) throw new Error('the database is away');
      });
      await publisher.publish([1, 2, 3].map((number) => countedOn(topic, 'thing-1', number)));
      await eventually('the first was tried twice', () => heard.length >= 2);
      expect(new Set(heard)).toEqual(new Set([1]));
      isBroken = false;
      await eventually('all were handled', () => heard.includes(3));
      expect(heard.slice(-3)).toEqual([1, 2, 3]);
    });

    it('come in batches of one partition, in its order, to whoever does them together', async () => {
      const topic = await topicOf(anyContext());
      const batches: (readonly CloudEvent[])[] = [];
      await publisher.publish(Array.from({ length: 200 }, (_, n) => countedOn(topic, `thing-${n % 7}`, n)));
      const handleBatch = async (events: readonly CloudEvent[]) => void batches.push(events);
      consumers.push(await consume({ ...options, group: randomUUID(), topics: [topic], handleBatch }));
      await eventually('all were heard', () => batches.flat().length === 200);
      expect(batches.length).toBeLessThan(60);
      for (let n = 0; n < 7; n++) {
        const numbers = batches
          .flat()
          .flatMap(({ partitionkey, data }) => (partitionkey === `thing-${n}` ? [data.number] : []));
        expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, index) => n + 7 * index));
      }
    });

    it('are not kept waiting by a message that is none, where somebody takes it', async () => {
      const topic = await topicOf(anyContext());
      const poison = countedOn(topic, 'thing-1', 2);
      const unlike = { ...poison, event: { ...poison.event, specversion: '0.3' as unknown as '1.0' } };
      await publisher.publish([countedOn(topic, 'thing-1', 1), unlike, countedOn(topic, 'thing-1', 3)]);
      const [heard, aside]: [unknown[], UnreadableMessage[]] = [[], []];
      consumers.push(
        await consume({
          ...options,
          group: randomUUID(),
          topics: [topic],
          handle: async ({ data }) => void heard.push(data.number),
          onUnreadable: async (message) => void aside.push(message),
        }),
      );
      await eventually('the others were heard', () => heard.includes(3));
      expect(heard).toEqual([1, 3]);
      expect(aside).toMatchObject([
        { topic, offset: '1', key: 'thing-1', reason: expect.stringContaining('specversion') },
      ]);
      expect(aside[0]!.bytes?.toString()).toContain('0.3');
    });

    it('go on behind what was committed, for a member of the group that comes later', async () => {
      const topic = await topicOf(anyContext());
      const group = randomUUID();
      const before: unknown[] = [];
      const first = await listen(topic, async ({ data }) => void before.push(data.number), group);
      await publisher.publish([1, 2, 3].map((number) => countedOn(topic, 'thing-1', number)));
      await eventually('they were heard', () => before.length === 3);
      await first.stop();
      await publisher.publish([countedOn(topic, 'thing-1', 4)]);
      const after: unknown[] = [];
      await listen(topic, async ({ data }) => void after.push(data.number), group);
      await eventually('the next one was heard', () => after.includes(4));
      expect(after).toEqual([4]);
    });

    it('are shared by consumers of one group, and taken over from one that leaves', async () => {
      const topic = await topicOf(anyContext());
      const heard = new Map<string, unknown[]>([
        ['one', []],
        ['two', []],
      ]);
      const group = randomUUID();
      const [one] = await Promise.all(
        ['one', 'two'].map((name) =>
          listen(topic, async ({ data }) => void heard.get(name)!.push(data.number), group),
        ),
      );
      let number = 0;
      const send = () =>
        publisher.publish(Array.from({ length: 24 }, () => countedOn(topic, `thing-${number}`, number++)));
      await eventually('both have heard something', async () => {
        await send();
        return [...heard.values()].every((numbers) => numbers.length > 0);
      });
      await one!.stop();
      await send();
      const all = () => new Set([...heard.values()].flat());
      await eventually('everything was heard', () => all().size === number);
    });

    describe('by the relay', () => {
      let fresh: FreshDatabase;
      let log: LocalEventStore;
      beforeAll(async () => {
        [fresh, log] = await Promise.all([freshDatabase(20), localEventStore()]);
      });
      afterAll(async () => {
        await log.stop();
        await fresh.drop();
      });

      it('are there, in the order of each stream, before it notes its place', async () => {
        const context = anyContext();
        const topic = await topicOf(context);
        const heard: CloudEvent[] = [];
        await listen(topic, async (event) => void heard.push(event));
        const numbers = Array.from({ length: 200 }, (_, number) => number);
        let last = 0n;
        for (const stream of ['thing-1', 'thing-2']) {
          const events = numbers.map((number) => event('ThingCounted', { number }));
          const commanded = testContext({ commandId: randomUUID() });
          last = (await log.store.append(stream, events, null, commanded)).position;
        }
        const stopping = new AbortController();
        const relay = runFollower(relayFollower([thingsOf(context)], publisher), {
          store: log.store,
          database: fresh.database,
          signal: stopping.signal,
          log: SILENT,
          standbyPollMs: 10,
          backOffMs: { first: 5, longest: 20 },
        });
        await eventually(
          'it has got there',
          async () => (await checkpointOf(fresh.database, RELAY))?.position === last,
        );
        await eventually('all were heard', () => heard.length === 2 * numbers.length);
        for (const stream of ['thing-1', 'thing-2']) {
          const told = heard.filter(({ partitionkey }) => partitionkey === stream);
          expect(told.map(({ data }) => data.number)).toEqual(numbers);
        }
        const once = new Map(heard.map((told) => [told.id, told]));
        const half = heard.filter(({ partitionkey }) => partitionkey === 'thing-2');
        const from = BigInt(half[0]!.logposition);
        const replayed = await replay({ log: log.store, contexts: [thingsOf(context)], publisher, from });
        expect(replayed).toEqual({ events: half.length, position: last });
        await eventually('half was heard again', () => heard.length === once.size + half.length);
        // Copies of what was told before, from the place that was named on.
        expect(heard.slice(once.size).map(({ id }) => id)).toEqual(half.map(({ id }) => id));
        expect(heard.slice(once.size)).toEqual(half);
        stopping.abort();
        await relay.finished;
      });
    });
  },
);
