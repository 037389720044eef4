import { setTimeout as wait } from 'node:timers/promises';
import {
  AuthenticationError,
  Consumer,
  type Message,
  MessagesStreamFallbackModes,
  MessagesStreamModes,
  findErrorBy,
} from '@platformatic/kafka';
import { type KafkaListening, type ListenOptions, RETRY, inTime } from '../kafka-client.js';
import { baseOptions, left, toldOfTrouble } from './connection.js';

type Stream = Awaited<ReturnType<Consumer['consume']>>;
type Came = Message;

/** How many messages are handled before their place is committed, at most, while more have come already. */
const COMMIT_AFTER = 500;

/** A member that says nothing for so long is taken to be gone. */
const SESSION_TIMEOUT_MS = 30_000;

/** Listens, and begins again behind what was handled whenever that ends without having been told to. */
export async function listen(options: ListenOptions): Promise<KafkaListening> {
  const { group, topics, log } = options;
  const consumer = toldOfTrouble(
    new Consumer({
      ...baseOptions(options),
      groupId: group,
      autocommit: false,
      sessionTimeout: SESSION_TIMEOUT_MS,
      rebalanceTimeout: 2 * SESSION_TIMEOUT_MS,
      maxWaitTime: 1_000,
    }),
    options,
  );
  const begin = (): Promise<Stream> =>
    consumer.consume({
      topics: [...topics],
      mode: MessagesStreamModes.COMMITTED,
      fallbackMode: MessagesStreamFallbackModes.EARLIEST,
    });
  const stopping = new AbortController();
  let stream: Stream;
  try {
    stream = await inTime(options, begin());
  } catch (error) {
    await left(() => consumer.close(true));
    throw error;
  }

  let givenUp: Error | undefined;

  async function listening(): Promise<void> {
    while (!stopping.signal.aborted && !givenUp) {
      try {
        await takeAll(consumer, stream, options, stopping.signal);
      } catch (error) {
        log.error({ group, reason: nameOf(error), restart: true }, 'A consumer stopped on a message');
      }
      if (!stopping.signal.aborted) await beginAgain();
    }
  }

  async function beginAgain(): Promise<void> {
    stream.destroy();
    await wait(RETRY.maxRetryTime, undefined, { signal: stopping.signal, ref: false }).catch(() => {});
    while (!stopping.signal.aborted) {
      try {
        stream = await begin();
        return;
      } catch (error) {
        if (isRefusal(error)) {
          givenUp = error;
          return;
        }
        await wait(RETRY.maxRetryTime, undefined, { signal: stopping.signal, ref: false }).catch(() => {});
      }
    }
  }

  const listened = listening();
  return {
    ended: listened.then(() => givenUp),
    stop: async () => {
      stopping.abort();
      stream.destroy();
      await inTime(options, listened).catch(() => {
        // Whoever does not answer is left without a word: another one of the group goes on from the place it knows.
      });
      await left(() => consumer.close(true));
    },
  };
}

/** Gives what comes to whoever takes it, partition by partition, and commits the place behind what was taken. */
async function takeAll(
  consumer: Consumer,
  stream: Stream,
  { take, inBatches }: ListenOptions,
  stopping: AbortSignal,
): Promise<void> {
  let handled: Came[] = [];
  const commit = async () => {
    const offsets = [...lastOfEach(handled).values()].map(({ topic, partition, offset, leaderEpoch }) => ({
      topic,
      partition,
      offset: offset + 1n,
      leaderEpoch,
    }));
    handled = [];
    if (offsets.length > 0) await consumer.commit({ offsets });
  };
  let held: Came[] = [];
  const takeHeld = async () => {
    const groups = inBatches ? byPartition(held) : held.map((message) => [message]);
    held = [];
    for (const messages of groups) {
      if (stopping.aborted) return;
      await take(messages.map(received));
      handled.push(...messages);
    }
  };
  try {
    for await (const message of stream) {
      held.push(message);
      if (stream.readableLength > 0 && held.length < COMMIT_AFTER) continue;
      await takeHeld();
      if (stopping.aborted) return;
      await commit();
    }
  } catch (error) {
    if (!stopping.aborted) throw error;
  } finally {
    await commit().catch(() => {
      // They come again.
    });
  }
}

const REFUSALS = ['GROUP_AUTHORIZATION_FAILED', 'TOPIC_AUTHORIZATION_FAILED'];

/** Asking again is answered just so, until somebody gives the right. */
const isRefusal = (error: unknown): error is Error =>
  error instanceof Error &&
  (findErrorBy(error, 'code', AuthenticationError.code) !== null ||
    REFUSALS.some((refusal) => findErrorBy(error, 'apiId', refusal) !== null));

const received = ({ topic, partition, offset, key, value }: Came) => ({
  topic,
  partition,
  offset: String(offset),
  key: key ?? null,
  value: value ?? null,
});

const placeOf = ({ topic, partition }: Came) => `${topic}/${partition}`;

const lastOfEach = (messages: readonly Came[]) =>
  new Map(messages.map((message) => [placeOf(message), message]));

function byPartition(messages: readonly Came[]): Came[][] {
  const places = new Map<string, Came[]>();
  for (const message of messages) {
    const place = placeOf(message);
    const before = places.get(place);
    if (before) before.push(message);
    else places.set(place, [message]);
  }
  return [...places.values()];
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');
