import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkpointOf, prepareTables } from '#followers';
import { localDate } from '#kernel';
import { makeTopics } from '#publishing';
import { type FreshDatabase, eventually, freshDatabase } from '#testing';
import { brokerAvailable, brokerForTests } from '#testing/kafka';
import { kafkaPublisher } from '../../../publishing/src/publisher.js';
import { REPORTING } from '../facts/fact-tables.js';
import { TOPICS_READ } from '../facts/readers.js';
import { countWaiting } from '../intake/dead-letters.js';
import { paid, registered } from '../reporting.examples.js';
import { report } from '../reports.js';
import { followTopics } from './broker.js';

const { available } = await brokerAvailable();

const SILENT = { info: () => {}, warn: () => {}, error: () => {} };
const TODAY = localDate('2026-10-15');

(available ? describe : describe.skip)('The reporting service, of a consumer group', () => {
  let fresh: FreshDatabase;
  let kafka: { brokers: string[]; clientId: string; log: typeof SILENT };
  const stopping: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    kafka = { brokers: [await brokerForTests()], clientId: 'reporting', log: SILENT };
    await makeTopics(kafka, TOPICS_READ);
    fresh = await freshDatabase();
    await prepareTables(fresh.database, REPORTING);
  });
  afterAll(async () => {
    await Promise.all(stopping.map((stop) => stop()));
    await fresh?.drop();
  });

  /** One of the group, until it leaves. */
  function member(): () => Promise<void> {
    const left = new AbortController();
    const running = followTopics(fresh.database, kafka, () => {}, left.signal);
    const leave = async () => {
      left.abort();
      await running;
    };
    stopping.push(leave);
    return leave;
  }

  const active = async () => {
    const asked = { name: 'active-participants', by: [], where: {}, today: TODAY };
    return (await report(fresh.database, asked, 0)).total.figures?.persons ?? null;
  };

  it('counts each event once, whoever of the group gets it and however often it is published', async () => {
    const topic = 'lindung.participants';
    const people = Array.from({ length: 40 }, () => randomUUID());
    const events = people.flatMap((id, n) => [registered(id, 2 * n), paid(id, 2 * n + 1)]);
    const publisher = kafkaPublisher(kafka);
    const publish = (some: typeof events) => publisher.publish(some.map((event) => ({ topic, event })));
    const poison = { ...registered(randomUUID(), 90), data: {} };
    try {
      const leave = member();
      await publish([...events.slice(0, 30), poison]);
      await eventually('the first were counted', async () => ((await active()) ?? 0) >= 10);
      // Another one joins, and the first one leaves: partitions go from one to the other in the middle.
      member();
      await publish(events);
      await leave();
      await publish(events.slice(50));
      await eventually('all were counted', async () => (await active()) === people.length);
      expect(await countWaiting(fresh.database)).toBe(1);
      expect(await checkpointOf(fresh.database, REPORTING)).toMatchObject({
        position: null,
        lastEventAt: poison.time,
      });
    } finally {
      await publisher.close();
    }
  });
});
