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
  const consumer = consumerOf(options);
  const stopping = new AbortController();
  const listener = new Listener(consumer, options, stopping.signal);
  try {
    await inTime(options, listener.begin());
  } catch (error) {
    await left(() => consumer.close(true));
    throw error;
  }
  const listened = listener.listen();
  return {
    ended: listened.then(() => listener.givenUp),
    stop: async () => {
      stopping.abort();
      listener.cut();
      await inTime(options, listened).catch(() => {
        // Whoever does not answer is left without a word: another one of the group goes on from the place it knows.
      });
      await left(() => consumer.close(true));
    },
  };
}

const consumerOf = (options: ListenOptions): Consumer =>
  toldOfTrouble(
    new Consumer({
      ...baseOptions(options),
      groupId: options.group,
      autocommit: false,
      sessionTimeout: SESSION_TIMEOUT_MS,
      rebalanceTimeout: 2 * SESSION_TIMEOUT_MS,
      maxWaitTime: 1_000,
    }),
    options,
  );

/** One consumer and the stream that it takes from now; another one whenever that ended. */
class Listener {
  /** Why it listens no more, though nobody told it to stop. */
  givenUp: Error | undefined;
  #stream!: Stream;

  constructor(
    readonly consumer: Consumer,
    readonly options: ListenOptions,
    readonly stopping: AbortSignal,
  ) {}

  /** Behind what the group has committed, or from the first message. */
  async begin(): Promise<void> {
    this.#stream = await this.consumer.consume({
      topics: [...this.options.topics],
      mode: MessagesStreamModes.COMMITTED,
      fallbackMode: MessagesStreamFallbackModes.EARLIEST,
    });
  }

  async listen(): Promise<void> {
    const { group, log } = this.options;
    while (!this.stopping.aborted && !this.givenUp) {
      try {
        await takeAll(this.consumer, this.#stream, this.options, this.stopping);
      } catch (error) {
        log.error({ group, reason: nameOf(error), restart: true }, 'A consumer stopped on a message');
      }
      if (!this.stopping.aborted) await this.#beginAgain();
    }
  }

  cut(): void {
    this.#stream.destroy();
  }

  async #beginAgain(): Promise<void> {
    this.cut();
    await this.#pause();
    while (!this.stopping.aborted) {
      try {
        return await this.begin();
      } catch (error) {
        if (isRefusal(error)) {
          this.givenUp = error;
          return;
        }
        await this.#pause();
      }
    }
  }

  async #pause(): Promise<void> {
    await wait(RETRY.maxRetryTime, undefined, { signal: this.stopping, ref: false }).catch(() => {});
  }
}

/** Gives what comes to whoever takes it, partition by partition, and commits the place behind what was taken. */
async function takeAll(
  consumer: Consumer,
  stream: Stream,
  options: ListenOptions,
  stopping: AbortSignal,
): Promise<void> {
  const held: Came[] = [];
  const handled: Came[] = [];
  try {
    for await (const message of stream) {
      held.push(message);
      if (stream.readableLength > 0 && held.length < COMMIT_AFTER) continue;
      await takeInTurn(held.splice(0), options, stopping, handled);
      if (stopping.aborted) return;
      await commitBehind(handled.splice(0), consumer);
    }
  } catch (error) {
    if (!stopping.aborted) throw error;
  } finally {
    await commitBehind(handled, consumer).catch(() => {
      // They come again.
    });
  }
}

/** Adds to `handled` whatever was taken, as far as it got. */
async function takeInTurn(
  held: readonly Came[],
  { take, inBatches }: ListenOptions,
  stopping: AbortSignal,
  handled: Came[],
): Promise<void> {
  const groups = inBatches ? byPartition(held) : held.map((message) => [message]);
  for (const messages of groups) {
    if (stopping.aborted) return;
    await take(messages.map(received));
    handled.push(...messages);
  }
}

async function commitBehind(handled: readonly Came[], consumer: Consumer): Promise<void> {
  const offsets = [...lastOfEach(handled).values()].map(({ topic, partition, offset, leaderEpoch }) => ({
    topic,
    partition,
    offset: offset + 1n,
    leaderEpoch,
  }));
  if (offsets.length > 0) await consumer.commit({ offsets });
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
