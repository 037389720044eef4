import { type CloudEvent, readCloudEvent } from './cloud-event.js';
import { BrokersUnavailable, type KafkaOptions, kafkaConnection } from './kafka-client.js';

interface ConsumerOptions extends KafkaOptions {
  /** Consumers with the same name share the partitions. */
  readonly group: string;
  readonly topics: readonly string[];
  /**
   * Called for every message, in order within a key, and again for the same event after a crash or a rebalance:
   * use an `Inbox`. When it throws, the message is delivered again; nothing is skipped.
   */
  readonly handle: (event: CloudEvent) => Promise<void>;
}

export interface RunningConsumer {
  /** Finishes the message under way, commits its place and leaves the group. */
  stop(): Promise<void>;
}

/**
 * Reads topics from the beginning, or from where the group has got to. Resolves once it runs.
 * @throws BrokersUnavailable when the brokers cannot be reached or a topic does not exist
 */
export async function consume(options: ConsumerOptions): Promise<RunningConsumer> {
  const { group, topics, handle, brokers, log } = options;
  const connection = kafkaConnection(options);
  const consumer = connection.kafka.consumer({ groupId: group, allowAutoTopicCreation: false });
  const leave = () => connection.leave(() => consumer.disconnect());
  consumer.on(consumer.events.CRASH, ({ payload: { error, restart } }) => {
    log.error({ group, reason: error.name, restart }, 'A consumer stopped on a message');
  });
  const start = async () => {
    await consumer.connect();
    await consumer.subscribe({ topics: [...topics], fromBeginning: true });
    await consumer.run({ eachMessage: async ({ message }) => handle(readCloudEvent(message.value)) });
  };
  try {
    await connection.inTime(start());
  } catch (error) {
    await leave();
    throw new BrokersUnavailable(brokers, `consume ${topics.join(', ')}`, error);
  }
  return {
    stop: async () => {
      await connection.inTime(consumer.stop()).catch(() => {
        // Whoever does not answer is left without a word: another one of the group goes on from the place it knows.
      });
      await leave();
    },
  };
}
