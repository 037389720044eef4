import { Partitioners, type Producer } from 'kafkajs';
import { CLOUD_EVENT_MEDIA_TYPE } from './cloud-event.js';
import { BrokersUnavailable, type KafkaOptions, RETRY, kafkaClient } from './kafka-client.js';
import type { Outgoing } from './to-cloud-events.js';

/** Takes events out of the house. */
export interface Publisher {
  /**
   * Resolves once every event is on all in-sync replicas; events with the same key stay in the given order.
   * After a failure some may be there and some not: publish all of them again.
   * @throws BrokersUnavailable
   */
  publish(events: readonly Outgoing[]): Promise<void>;
  /** Lets go of the brokers; `publish` may be called no more. */
  close(): Promise<void>;
}

/** Publishes to Kafka. Connects with the first publication, and anew after a failure. */
export function kafkaPublisher(options: KafkaOptions): Publisher {
  const kafka = kafkaClient(options);
  let producer: Producer | undefined;

  async function connected(): Promise<Producer> {
    if (producer) return producer;
    const fresh = kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      createPartitioner: Partitioners.DefaultPartitioner,
      retry: RETRY,
    });
    await fresh.connect();
    producer = fresh;
    return fresh;
  }

  /** A producer that failed has lost count of what the broker has: the next one starts with an identity of its own. */
  async function forget(): Promise<void> {
    const failed = producer;
    producer = undefined;
    await failed?.disconnect();
  }

  return {
    publish: async (events) => {
      if (events.length === 0) return;
      try {
        await (await connected()).sendBatch({ acks: -1, topicMessages: topicMessages(events) });
      } catch (error) {
        await forget();
        throw new BrokersUnavailable(options.brokers, 'publish', error);
      }
    },
    close: forget,
  };
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
