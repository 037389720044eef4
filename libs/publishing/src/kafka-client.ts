import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from '#kernel';
import type { Compression } from './compression.js';

/** Clients of Kafka that can be taken; [when to take which](../../../docs/decisions/which-client-of-kafka.md). */
export const KAFKA_CLIENTS = ['kafkajs', 'platformatic'] as const;

export type KafkaClientName = (typeof KAFKA_CLIENTS)[number];

export interface KafkaOptions {
  /** `host:port` of the brokers to start from. */
  readonly brokers: readonly string[];
  /** Name of this app at the brokers. */
  readonly clientId: string;
  /** Which client is taken; kafkajs unless told. */
  readonly client?: KafkaClientName;
  /** SASL/SCRAM-SHA-512 over TLS; without it the connection is plain. */
  readonly credentials?: { readonly username: string; readonly password: string };
  /** The authority (PEM) that signed the certificates of the brokers; without one, those that Node knows. */
  readonly ca?: string;
  /** How long a request to a broker may take, and three times as long all that is asked for at once; 10 seconds. */
  readonly requestTimeoutMs?: number;
  /** How what is published is packed; not at all unless told. */
  readonly compression?: Compression;
  readonly log: Logger;
}

/** A message to be sent. */
export interface KafkaMessage {
  readonly topic: string;
  readonly key: string;
  readonly value: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds since 1970. */
  readonly timestamp: number;
}

/** A message that came. */
export interface ReceivedMessage {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
}

/** Sends; the last thing that is asked of it is to leave. */
export interface KafkaProducing {
  /**
   * Resolves once every in-sync replica has every message. Messages with the same key stay in order; one that reached the broker is not there
   * twice, however often it is sent within this call. Limits of time are for the caller.
   */
  send(messages: readonly KafkaMessage[]): Promise<void>;
  /** Says good-bye, which a broker that does not answer is not waited for, and leaves no socket open. */
  leave(): Promise<void>;
}

export interface KafkaListening {
  /** Resolves once it listens no more: with the error on which the client gave up, or with nothing after `stop`. */
  readonly ended: Promise<Error | undefined>;
  /** Finishes the messages under way, commits their place and leaves the group. */
  stop(): Promise<void>;
}

/** What is listened to. */
export interface ListenOptions extends KafkaOptions {
  readonly group: string;
  readonly topics: readonly string[];
  /**
   * Takes messages of one partition, in order; the place of the group moves behind the last of them. What fails is delivered again, with all
   * that is behind it.
   */
  readonly take: (messages: readonly ReceivedMessage[]) => Promise<void>;
  /** Whether `take` is given one message at a time, or as many of a partition as have come. */
  readonly inBatches: boolean;
}

/** Everything that Lindung asks of a client of Kafka. The contract of all of them is `kafka.int.spec.ts` and those beside it. */
export interface KafkaClient {
  producer(options: KafkaOptions): KafkaProducing;
  /**
   * Resolves once it has asked to be a member of the group, and begins again by itself after most trouble; where it gives up, `ended` says why.
   * What it leaves behind when that fails is nothing.
   */
  listen(options: ListenOptions): Promise<KafkaListening>;
  /** Makes topics that are not there yet, with so many partitions, whose messages stay for ever. */
  makeTopics(options: KafkaOptions, topics: readonly string[], partitions: number): Promise<void>;
}

/** Bounded, so that a broker that is gone is an error within seconds; whoever publishes or consumes tries again for as long as it takes. */
export const RETRY = { retries: 4, initialRetryTime: 100, maxRetryTime: 500 };

const [CONNECT_TIMEOUT_MS, REQUEST_TIMEOUT_MS] = [3_000, 10_000];

/** All that is asked for at once may take so many times the limit of a request. */
const REQUESTS_AT_ONCE = 3;

/** How long somebody who leaves waits for the broker to say good-bye. */
export const LEAVE_WITHIN_MS = 500;

export function limitsOf({ requestTimeoutMs = REQUEST_TIMEOUT_MS }: KafkaOptions) {
  return { requestTimeoutMs, connectTimeoutMs: Math.min(CONNECT_TIMEOUT_MS, requestTimeoutMs) };
}

/**
 * Does what takes one connection or several.
 * @throws Error when it takes too long, or when `until` aborts
 */
export async function inTime<Result>(
  options: KafkaOptions,
  work: Promise<Result>,
  until?: AbortSignal,
): Promise<Result> {
  const ms = REQUESTS_AT_ONCE * limitsOf(options).requestTimeoutMs;
  const ended = new AbortController();
  const signal = until ? AbortSignal.any([until, ended.signal]) : ended.signal;
  const tooLate = wait(ms, undefined, { signal }).then(
    () => Promise.reject(new Error(`no answer within ${ms} ms`)),
    () => Promise.reject(new Error('told to stop')),
  );
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    ended.abort();
  }
}

/** None of the brokers answered as it should. The message names them and says what to look at. */
export class BrokersUnavailable extends Error {
  override readonly name = 'BrokersUnavailable';

  constructor(brokers: readonly string[], doing: string, cause: unknown) {
    super(
      `Cannot ${doing}: Kafka at ${brokers.join(', ')} does not answer as it should (${reasonOf(cause)})`,
      { cause },
    );
  }
}

/** Errors of several attempts, or around another one, say that there was one; the innermost one says why. */
function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return 'no reason given';
  const { errors } = cause as { errors?: readonly unknown[] };
  const inner = errors?.at(-1) ?? cause.cause;
  return inner instanceof Error ? reasonOf(inner) : cause.message;
}
