import { CLOUD_EVENT_MEDIA_TYPE } from './cloud-event.js';
import { requireCompression } from './compression.js';
import {
  BrokersUnavailable,
  type KafkaMessage,
  type KafkaOptions,
  type KafkaProducing,
  inTime,
} from './kafka-client.js';
import { clientOf } from './choose-client.js';
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

/** Publishes to Kafka. Connects with the first publication, and anew after a failure. */
export function kafkaPublisher(options: KafkaOptions): Publisher {
  requireCompression(options.compression ?? 'none');
  const closed = new AbortController();
  let producing: Promise<KafkaProducing> | undefined;

  async function send(events: readonly Outgoing[]): Promise<void> {
    producing ??= clientOf(options).then((client) => client.producer(options));
    const producer = await producing;
    await inTime(options, producer.send(events.map(messageOf)), closed.signal);
  }

  /** A producer that failed has lost count of what the broker has: the next one starts with an identity of its own. */
  async function forget(): Promise<void> {
    const failed = producing;
    producing = undefined;
    const producer = await failed?.catch(() => undefined);
    await producer?.leave();
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

/** One event as Kafka carries it. */
function messageOf({ topic, event }: Outgoing): KafkaMessage {
  return {
    topic,
    key: event.partitionkey,
    value: JSON.stringify(event),
    headers: { 'content-type': CLOUD_EVENT_MEDIA_TYPE },
    timestamp: Date.parse(event.time),
  };
}
