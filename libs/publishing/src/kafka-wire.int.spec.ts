import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type LocalKafka, startLocalKafka } from '#local-kafka';
import { eventually } from '#testing';
import { brokerAvailable } from '#testing/kafka';
import { freePort } from '../../../test/deployment/app-processes.js';
import type { CloudEvent } from './cloud-event.js';
import type { Compression } from './compression.js';
import { consume } from './consumer.js';
import { KAFKA_CLIENTS, type KafkaClientName, type KafkaOptions } from './kafka-client.js';
import { kafkaConnection } from './kafkajs/connection.js';
import { SILENT, anyContext, countedOn, thingsOf } from './kafka.examples.js';
import { type KafkaWire, kafkaWire } from './kafka-wire.examples.js';
import { kafkaPublisher } from './publisher.js';
import { makeTopics } from './topics.js';

const { available } = await brokerAvailable();

(available ? describe : describe.skip)('what is sent to the brokers', () => {
  let client: KafkaClientName;
  let folder: string;
  let broker: LocalKafka;
  let wire: KafkaWire;
  let topic: string;
  const options = (compression: Compression = 'none'): KafkaOptions => ({
    brokers: [`127.0.0.1:${wire.port}`],
    clientId: 'spec',
    client,
    compression,
    log: SILENT,
  });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lindung-kafka-'));
    const port = await freePort();
    wire = await kafkaWire(port);
    broker = await startLocalKafka({ dataDir: join(folder, 'data'), port, advertisedPort: wire.port });
  });
  afterAll(async () => {
    await wire?.close();
    await broker?.stop();
    await rm(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    ({ topic } = thingsOf(anyContext()));
    await makeTopics(options(), [topic]);
    await eventually('it can be sent to', () =>
      held().then(
        () => true,
        () => false,
      ),
    );
  });

  const sentHere = () => wire.sent.filter((batch) => batch.topic === topic);
  const things = (count: number, streams = 7) =>
    Array.from({ length: count }, (_, n) => countedOn(topic, `thing-${n % streams}`, n));

  /** How many messages each partition holds. */
  async function held(): Promise<number[]> {
    const connection = kafkaConnection(options());
    const admin = connection.kafka.admin();
    await admin.connect();
    const offsets = await admin.fetchTopicOffsets(topic);
    await connection.leave(() => admin.disconnect());
    return offsets.sort((a, b) => a.partition - b.partition).map(({ high }) => Number(high));
  }

  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

  describe.each(KAFKA_CLIENTS)('with %s', (name) => {
    beforeAll(() => void (client = name));

    it('waits for every replica in sync, and is numbered so that the broker knows what it has', async () => {
      const publisher = kafkaPublisher(options());
      await publisher.publish(things(20, 1));
      await publisher.publish(things(30, 1));
      await publisher.close();
      const batches = sentHere();
      expect(batches.map(({ acks }) => acks)).toEqual([-1, -1]);
      expect(batches.map(({ firstSequence, records }) => [firstSequence, records])).toEqual([
        [0, 20],
        [20, 30],
      ]);
      expect(batches[0]!.producerId).toBeGreaterThanOrEqual(0n);
      expect(batches[1]!.producerId).toBe(batches[0]!.producerId);
    });

    it('goes in one request, a batch for each partition', async () => {
      const publisher = kafkaPublisher(options());
      const before = wire.requests();
      await publisher.publish(things(500, 100));
      await publisher.close();
      expect(wire.requests() - before).toBe(1);
      expect(sentHere()).toHaveLength(12);
      expect(sum(sentHere().map(({ records }) => records))).toBe(500);
    });

    it('is there once, also where the line broke before the broker could say that it has it', async () => {
      const publisher = kafkaPublisher(options());
      await publisher.publish(things(10, 1));
      wire.loseAnswers(2);
      await publisher.publish(things(15, 1));
      await publisher.publish(things(5, 1));
      await publisher.close();
      const numbers = sentHere().map(({ firstSequence, records }) => `${firstSequence}+${records}`);
      expect([...new Set(numbers)]).toEqual(['0+10', '10+15', '25+5']);
      // Twice in vain, under the same number.
      expect(numbers.filter((number) => number === '10+15')).toHaveLength(3);
      expect(sum(await held())).toBe(30);
    });

    it.each([
      ['none', 0, 1],
      ['gzip', 1, 0.2],
      ['zstd', 4, 0.2],
    ] as const)('packed as %s arrives as it was, and takes so much less', async (compression, code, most) => {
      const publisher = kafkaPublisher(options(compression));
      const sent = things(600, 24);
      await publisher.publish(sent);
      await publisher.close();
      const batches = sentHere();
      expect(new Set(batches.map((batch) => batch.compression))).toEqual(new Set([code]));
      const plain = sum(sent.map(({ event }) => JSON.stringify(event).length));
      const taken = sum(batches.map(({ bytes }) => bytes));
      expect(taken / plain).toBeLessThan(most === 1 ? 1.3 : most);
      const heard: CloudEvent[] = [];
      const consumer = await consume({
        ...options(),
        group: randomUUID(),
        topics: [topic],
        handle: async (event) => void heard.push(event),
      });
      await eventually('all were heard', () => heard.length === sent.length);
      await consumer.stop();
      const byNumber = (one: CloudEvent, other: CloudEvent) =>
        Number(one.data.number) - Number(other.data.number);
      expect(heard.sort(byNumber)).toEqual(sent.map(({ event }) => event));
    });

    it('never goes to partitions that were added later: what is read of a stream stays in order', async () => {
      const first = kafkaPublisher(options());
      await first.publish(things(60, 30));
      await first.close();
      const before = await held();
      const connection = kafkaConnection(options());
      const admin = connection.kafka.admin();
      await admin.connect();
      await admin.createPartitions({ topicPartitions: [{ topic, count: 18 }] });
      await connection.leave(() => admin.disconnect());
      await eventually('eighteen are there', async () => (await held().catch(() => [])).length === 18);
      // Whoever asks anew is told of all of them.
      const second = kafkaPublisher(options());
      await second.publish(things(60, 30));
      await second.close();
      expect(before.filter((count) => count > 0).length).toBeGreaterThan(6);
      expect(await held()).toEqual([...before.map((count) => 2 * count), 0, 0, 0, 0, 0, 0]);
    });
  });
});
