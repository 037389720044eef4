import {
  Admin,
  ProduceAcks,
  Producer,
  compatibilityPartitioner,
  stringSerializers,
} from '@platformatic/kafka';
import {
  type KafkaClient,
  type KafkaMessage,
  type KafkaOptions,
  type KafkaProducing,
  inTime,
} from '../kafka-client.js';
import { PARTITIONS } from '../partitions.js';
import { baseOptions, left, toldOfTrouble } from './connection.js';
import { listen } from './listen.js';

/** @platformatic/kafka: when to take it is in docs/decisions/which-client-of-kafka.md. */
export const platformaticClient: KafkaClient = {
  producer,
  listen,
  makeTopics: async (options, topics, partitions) => {
    const admin = toldOfTrouble(new Admin(baseOptions(options)), options);
    try {
      await inTime(options, makeMissing(admin, topics, partitions));
    } finally {
      await left(() => admin.close());
    }
  },
};

async function makeMissing(admin: Admin, topics: readonly string[], partitions: number): Promise<void> {
  const there = new Set(await admin.listTopics());
  const missing = topics.filter((topic) => !there.has(topic));
  if (missing.length === 0) return;
  const configs = [{ name: 'retention.ms', value: '-1' }];
  await admin.createTopics({ topics: missing, partitions, configs });
}

function producer(options: KafkaOptions): KafkaProducing {
  const { compression = 'none' } = options;
  const sender = toldOfTrouble(
    new Producer({
      ...baseOptions(options),
      idempotent: true,
      acks: ProduceAcks.ALL,
      serializers: stringSerializers,
      ...(compression === 'none' ? {} : { compression }),
    }),
    options,
  );
  return {
    send: async (messages) => {
      const partitionOf = await partitionsOf(sender, messages);
      await sender.send({
        messages: messages.map((message) => ({
          ...message,
          headers: { ...message.headers },
          timestamp: BigInt(message.timestamp),
          partition: partitionOf(message),
        })),
      });
    },
    leave: () => left(() => sender.close(true)),
  };
}

/** That of producers of Kafka, among the first partitions. */
async function partitionsOf(
  sender: Producer<string, string, string, string>,
  messages: readonly KafkaMessage[],
) {
  const { topics } = await sender.metadata({ topics: [...new Set(messages.map(({ topic }) => topic))] });
  return ({ topic, key, value }: KafkaMessage): number => {
    const there = topics.get(topic)?.partitionsCount ?? PARTITIONS;
    return compatibilityPartitioner({ topic, value }, Buffer.from(key)) % Math.min(there, PARTITIONS);
  };
}
