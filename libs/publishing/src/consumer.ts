import { type CloudEvent, NotACloudEvent, readCloudEvent } from './cloud-event.js';
import { BrokersUnavailable, type KafkaOptions, type ReceivedMessage } from './kafka-client.js';
import { clientOf } from './choose-client.js';

/** A message that is none of our events, with its place. */
export interface UnreadableMessage extends Omit<ReceivedMessage, 'value' | 'key'> {
  readonly key: string | null;
  /** What is wrong with it, without what it says. */
  readonly reason: string;
  readonly bytes: Buffer | null;
}

interface Listener extends KafkaOptions {
  /** Consumers with the same name share the partitions. */
  readonly group: string;
  readonly topics: readonly string[];
  /**
   * Told of a message that is no event: once it resolves, what is behind that message goes on. Without it such a message is delivered again
   * until somebody has looked.
   */
  readonly onUnreadable?: (message: UnreadableMessage) => Promise<void>;
}

interface OneByOne extends Listener {
  /**
   * Called for every message, in order within a key, and again for the same event after a crash or a rebalance:
   * use an `Inbox`. When it throws, the message is delivered again; nothing is skipped.
   */
  readonly handle: (event: CloudEvent) => Promise<void>;
}

interface InBatches extends Listener {
  /** The same for as many messages of a partition as have come: they are done together, or come again together. */
  readonly handleBatch: (events: readonly CloudEvent[]) => Promise<void>;
}

export type ConsumerOptions = OneByOne | InBatches;

export interface RunningConsumer {
  /** Finishes the message under way, commits its place and leaves the group. */
  stop(): Promise<void>;
}

/**
 * Reads topics from the beginning, or from where the group has got to. Resolves once it runs.
 * @throws BrokersUnavailable when the brokers cannot be reached or a topic does not exist
 */
export async function consume(options: ConsumerOptions): Promise<RunningConsumer> {
  const client = await clientOf(options);
  const handleAll = 'handleBatch' in options ? options.handleBatch : oneByOne(options);
  const take = async (messages: readonly ReceivedMessage[]) => {
    const events: CloudEvent[] = [];
    for (const message of messages) {
      const event = await readable(message, options);
      if (event) events.push(event);
    }
    if (events.length > 0) await handleAll(events);
  };
  try {
    return await client.listen({ ...options, take, inBatches: 'handleBatch' in options });
  } catch (error) {
    throw new BrokersUnavailable(options.brokers, `consume ${options.topics.join(', ')}`, error);
  }
}

const oneByOne =
  ({ handle }: OneByOne) =>
  async (events: readonly CloudEvent[]) => {
    for (const event of events) await handle(event);
  };

/** @throws NotACloudEvent when nobody is told of what cannot be read */
async function readable(
  message: ReceivedMessage,
  { onUnreadable }: Listener,
): Promise<CloudEvent | undefined> {
  const { value: bytes, key, ...place } = message;
  try {
    return readCloudEvent(bytes);
  } catch (error) {
    if (!onUnreadable || !(error instanceof NotACloudEvent)) throw error;
    await onUnreadable({ ...place, key: key?.toString('utf8') ?? null, reason: error.message, bytes });
    return undefined;
  }
}
