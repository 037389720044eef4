import type { ConsumerRunConfig } from 'kafkajs';
import {
  type KafkaClient,
  type KafkaMessage,
  type KafkaOptions,
  type KafkaProducing,
  type ListenOptions,
  RETRY,
} from '../kafka-client.js';
import { compressionType } from './compression.js';
import { kafkaConnection } from './connection.js';
import { firstPartitions } from './partitioner.js';

/** kafkajs 2.2.4: what it does with brokers of Kafka 4 is in docs/decisions/kafkajs-with-kafka-4.md. */
export const kafkajsClient: KafkaClient = {
  producer,
  listen,
  makeTopics: async (options, topics, partitions) => {
    const connection = kafkaConnection(options);
    const admin = connection.kafka.admin();
    const make = async () => {
      await admin.connect();
      await admin.createTopics({
        waitForLeaders: true,
        topics: topics.map((topic) => ({
          topic,
          numPartitions: partitions,
          configEntries: [{ name: 'retention.ms', value: '-1' }],
        })),
      });
    };
    try {
      await connection.inTime(make());
    } finally {
      await connection.leave(() => admin.disconnect());
    }
  },
};

function producer(options: KafkaOptions): KafkaProducing {
  const connection = kafkaConnection(options);
  const compression = compressionType(options.compression ?? 'none');
  const sender = connection.kafka.producer({
    idempotent: true,
    maxInFlightRequests: 1,
    allowAutoTopicCreation: false,
    createPartitioner: firstPartitions,
    retry: RETRY,
  });
  const ready = sender.connect();
  // Whoever sends is told; nobody may be.
  ready.catch(() => {});
  return {
    send: async (messages) => {
      await ready;
      await sender.sendBatch({ acks: -1, compression, topicMessages: byTopic(messages) });
    },
    leave: () => connection.leave(() => sender.disconnect()),
  };
}

function byTopic(messages: readonly KafkaMessage[]) {
  const topics = [...new Set(messages.map(({ topic }) => topic))];
  return topics.map((topic) => ({
    topic,
    messages: messages
      .filter((message) => message.topic === topic)
      .map(({ key, value, headers, timestamp }) => ({
        key,
        value,
        headers: { ...headers },
        timestamp: String(timestamp),
      })),
  }));
}

async function listen({ group, topics, take, inBatches, ...options }: ListenOptions) {
  const connection = kafkaConnection(options);
  const consumer = connection.kafka.consumer({ groupId: group, allowAutoTopicCreation: false });
  const leave = () => connection.leave(() => consumer.disconnect());
  let end: (because?: Error) => void = () => {};
  const ended = new Promise<Error | undefined>((resolve) => (end = resolve));
  consumer.on(consumer.events.CRASH, ({ payload: { error, restart } }) => {
    options.log.error({ group, reason: error.name, restart }, 'A consumer stopped on a message');
    // It has given up: where the group is not its own, and where no broker answered while it looked for who keeps the group.
    if (!restart) end(error);
  });
  const start = async () => {
    await consumer.connect();
    await consumer.subscribe({ topics: [...topics], fromBeginning: true });
    await consumer.run(inBatches ? batchByBatch(take) : oneByOne(take));
  };
  try {
    await connection.inTime(start());
  } catch (error) {
    await leave();
    throw error;
  }
  return {
    ended,
    stop: async () => {
      end();
      await connection.inTime(consumer.stop()).catch(() => {
        // Whoever does not answer is left without a word: another one of the group goes on from the place it knows.
      });
      await leave();
    },
  };
}

const batchByBatch = (take: ListenOptions['take']): ConsumerRunConfig => ({
  eachBatch: async ({ batch: { topic, partition, messages } }) =>
    take(messages.map(({ offset, key, value }) => ({ topic, partition, offset, key, value }))),
});

const oneByOne = (take: ListenOptions['take']): ConsumerRunConfig => ({
  eachMessage: async ({ topic, partition, message: { offset, key, value } }) =>
    take([{ topic, partition, offset, key, value }]),
});
