import { type Producer } from 'kafkajs';
import { CLOUD_EVENT_MEDIA_TYPE } from './cloud-event.js';
import {
  BrokersUnavailable,
  type KafkaConnection,
  type KafkaOptions,
  RETRY,
  kafkaConnection,
} from './kafka-client.js';
import { compressionType } from './compression.js';
import { firstPartitions } from './partitions.js';
import type { Outgoing } from './to-cloud-events.js';

/** Takes events out of the house. */
export interface Publisher {
  /**
   * Resolves once every event is on all in-sync replicas; events with the same key stay in the given order.
   * After a failure some may be there and some not: publish all of them again.
   * @throws BrokersUnavailable
   */
  publish(events: readonly Outgoing[]): Promise<void>;
  /** Lets go of the brokers, also while something is published; `publish` may be called no more. */
  close(): Promise<void>;
}

interface Connected {
  readonly connection: KafkaConnection;
  readonly producer: Producer;
  readonly ready: Promise<void>;
}

/** Publishes to Kafka. Connects with the first publication, and anew after a failure. */
export function kafkaPublisher(options: KafkaOptions): Publisher {
  const closed = new AbortController();
  const compression = compressionType(options.compression ?? 'none');
  let connected: Connected | undefined;

  async function send(events: readonly Outgoing[]): Promise<void> {
    const { connection, producer, ready } = (connected ??= newProducer(options));
    const sending = async () => {
      await ready;
      await producer.sendBatch({ acks: -1, compression, topicMessages: topicMessages(events) });
    };
    await connection.inTime(sending(), closed.signal);
  }

  /** A producer that failed has lost count of what the broker has: the next one starts with an identity of its own. */
  async function forget(): Promise<void> {
    const failed = connected;
    connected = undefined;
    await failed?.connection.leave(() => failed.producer.disconnect());
  }

  return {
    publish: async (events) => {
      if (events.length === 0) return;
      try {
        await send(events);
      } catch (error) {
        await forget();
        throw new BrokersUnavailable(options.brokers, 'publish', error);
      }
    },
    close: async () => {
      closed.abort();
      await forget();
    },
  };
}

function newProducer(options: KafkaOptions): Connected {
  const connection = kafkaConnection(options);
  const producer = connection.kafka.producer({
    idempotent: true,
    maxInFlightRequests: 1,
    allowAutoTopicCreation: false,
    createPartitioner: firstPartitions,
    retry: RETRY,
  });
  return { connection, producer, ready: producer.connect() };
}

function topicMessages(events: readonly Outgoing[]) {
  const topics = [...new Set(events.map(({ topic }) => topic))];
  return topics.map((topic) => ({
    topic,
    messages: events.filter((outgoing) => outgoing.topic === topic).map(({ event }) => messageOf(event)),
  }));
}

/** One event as Kafka carries it. */
function messageOf(event: Outgoing['event']) {
  return {
    key: event.partitionkey,
    value: JSON.stringify(event),
    headers: { 'content-type': CLOUD_EVENT_MEDIA_TYPE },
    timestamp: String(Date.parse(event.time)),
  };
}
