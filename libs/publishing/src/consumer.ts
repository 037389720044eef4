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

interface OneByOne {
  /**
   * Called for every message, in order within a key, and again for the same event after a crash or a rebalance:
   * use an `Inbox`. When it throws, the message is delivered again; nothing is skipped.
   */
  readonly handle: (event: CloudEvent) => Promise<void>;
}

interface InBatches {
  /** The same for as many messages of a partition as have come: they are done together, or come again together. */
  readonly handleBatch: (events: readonly CloudEvent[]) => Promise<void>;
}

type Handling = OneByOne | InBatches;

export type ConsumerOptions = Listener & Handling;

export interface RunningConsumer {
  /** Resolves once it reads no more: with the reason why it gave up, whereupon one may `consume` anew, or with nothing after `stop`. */
  readonly ended: Promise<BrokersUnavailable | undefined>;
  /** Finishes the message under way, commits its place and leaves the group. */
  stop(): Promise<void>;
}

/**
 * Reads topics from the beginning, or from where the group has got to. Resolves once it runs; whoever does not look at `ended` does not hear
 * that it gave up.
 * @throws BrokersUnavailable when the brokers cannot be reached or a topic does not exist
 */
export async function consume(options: ConsumerOptions): Promise<RunningConsumer> {
  const client = await clientOf(options);
  const unavailable = (error: unknown) =>
    new BrokersUnavailable(options.brokers, `consume ${options.topics.join(', ')}`, error);
  try {
    const take = takes(options);
    const listening = await client.listen({ ...options, take, inBatches: 'handleBatch' in options });
    const ended = listening.ended.then((error) => error && unavailable(error));
    return { ended, stop: () => listening.stop() };
  } catch (error) {
    throw unavailable(error);
  }
}

const oneByOne =
  ({ handle }: OneByOne) =>
  async (events: readonly CloudEvent[]) => {
    for (const event of events) await handle(event);
  };

/**
 * Hands on messages of one partition in their order: what stands before one that is no event is handled before anybody is told of that one.
 * @throws NotACloudEvent where nobody is to be told of it
 */
export function takes(
  options: Handling & Pick<Listener, 'onUnreadable'>,
): (messages: readonly ReceivedMessage[]) => Promise<void> {
  const handleAll = 'handleBatch' in options ? options.handleBatch : oneByOne(options);
  return async (messages) => {
    let events: CloudEvent[] = [];
    const handleHeld = async () => {
      const held = events;
      events = [];
      if (held.length > 0) await handleAll(held);
    };
    for (const message of messages) {
      const event = readCloudEventOf(message);
      if (!(event instanceof NotACloudEvent)) {
        events.push(event);
        continue;
      }
      await handleHeld();
      if (!options.onUnreadable) throw event;
      const { value: bytes, key, ...place } = message;
      const told = { ...place, key: key?.toString('utf8') ?? null, reason: event.message, bytes };
      await options.onUnreadable(told);
    }
    await handleHeld();
  };
}

function readCloudEventOf({ value }: ReceivedMessage): CloudEvent | NotACloudEvent {
  try {
    return readCloudEvent(value);
  } catch (error) {
    if (error instanceof NotACloudEvent) return error;
    throw error;
  }
}
