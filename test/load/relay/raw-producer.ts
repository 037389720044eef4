import kafkajs, { Kafka, Partitioners, type CompressionTypes, logLevel } from 'kafkajs';
import type { Compression } from '../../../libs/publishing/src/compression.js';

/** What is sent with one call. */
export interface RawBatch {
  readonly messages: readonly { readonly topic: string; readonly key: string; readonly value: string }[];
  readonly count: number;
  readonly bytes: number;
}

const TYPES: Readonly<Record<Compression, CompressionTypes>> = {
  none: kafkajs.CompressionTypes.None,
  gzip: kafkajs.CompressionTypes.GZIP,
  zstd: kafkajs.CompressionTypes.ZSTD,
};

/** Sends everything by kafkajs as its manual has it, one batch after the other; seconds from the first to the last answer. */
export async function sendRaw(
  broker: string,
  batches: readonly RawBatch[],
  compression: Compression,
): Promise<number> {
  const kafka = new Kafka({ brokers: [broker], clientId: 'raw', logLevel: logLevel.NOTHING });
  const producer = kafka.producer({
    idempotent: true,
    maxInFlightRequests: 1,
    allowAutoTopicCreation: false,
    createPartitioner: Partitioners.DefaultPartitioner,
  });
  await producer.connect();
  const start = performance.now();
  for (const { messages } of batches) {
    const topics = [...new Set(messages.map(({ topic }) => topic))];
    await producer.sendBatch({
      acks: -1,
      compression: TYPES[compression],
      topicMessages: topics.map((topic) => ({
        topic,
        messages: messages.filter((message) => message.topic === topic),
      })),
    });
  }
  const seconds = (performance.now() - start) / 1000;
  await producer.disconnect();
  return seconds;
}
