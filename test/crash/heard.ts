import { randomUUID } from 'node:crypto';
import { Kafka, logLevel } from 'kafkajs';
import { eventually } from '../../libs/testing/src/eventually.js';

/** A message as a broker holds it. */
export interface Heard {
  readonly topic: string;
  readonly partition: number;
  readonly key: string;
  readonly value: string;
}

const HEARD_WITHIN_MS = 120_000;

/** Every message of these topics, partition by partition in its order, read by nothing of Lindung. @throws Error after two minutes */
export async function heardOn(broker: string, topics: readonly string[]): Promise<Heard[]> {
  const kafka = new Kafka({ brokers: [broker], clientId: 'audit', logLevel: logLevel.NOTHING });
  const [admin, consumer] = [kafka.admin(), kafka.consumer({ groupId: randomUUID() })];
  const heard: Heard[] = [];
  await Promise.all([admin.connect(), consumer.connect()]);
  try {
    const offsets = await Promise.all(topics.map((topic) => admin.fetchTopicOffsets(topic)));
    const there = offsets.flat().reduce((sum, { high, low }) => sum + Number(high) - Number(low), 0);
    await consumer.subscribe({ topics: [...topics], fromBeginning: true });
    await consumer.run({
      eachBatch: async ({ batch: { topic, partition, messages } }) => {
        for (const { key, value } of messages) {
          heard.push({ topic, partition, key: String(key), value: String(value) });
        }
      },
    });
    await eventually('everything was heard', () => heard.length >= there, HEARD_WITHIN_MS);
  } finally {
    await Promise.all([admin.disconnect(), consumer.disconnect()]);
  }
  return heard;
}
