import type {
  EventStoreDBClient,
  PersistentSubscriptionToAll,
  PersistentSubscriptionToAllResolvedEvent,
  PersistentSubscriptionToStream,
  PersistentSubscriptionToStreamResolvedEvent,
} from '@eventstore/db-client';
import { eventually } from '../eventually.js';

type Subscription = PersistentSubscriptionToStream | PersistentSubscriptionToAll;

/** What a consumer got. */
export type Message = PersistentSubscriptionToStreamResolvedEvent | PersistentSubscriptionToAllResolvedEvent;

/** What a consumer does with a message. */
export type Reaction = (message: Message, consumer: TestConsumer) => Promise<void> | void;

/** Acknowledges everything. */
export const ackAll: Reaction = (message, consumer) => consumer.ack(message);

/** Keeps everything without an answer. */
export const holdAll: Reaction = () => undefined;

interface Waiting {
  readonly isMet: () => boolean;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/** A consumer of a persistent subscription that remembers what it got, so that specs can wait for it. */
export class TestConsumer {
  readonly received: Message[] = [];
  failure: Error | undefined;
  private confirmed = false;
  private waiting: Waiting[] = [];

  constructor(
    private readonly subscription: Subscription,
    private readonly react: Reaction,
  ) {
    subscription
      .on('confirmation', () => {
        this.confirmed = true;
        this.check();
      })
      .on('error', (error: Error) => this.fail(error));
    subscription.on('data', (message: Message) => this.take(message));
  }

  /** The numbers in the events, in the order in which they came. */
  get numbers(): number[] {
    return this.received.map(({ event }) => (event!.data as { n: number }).n);
  }

  /** Waits until the server has accepted the connection. */
  async connected(): Promise<this> {
    await this.until(() => this.confirmed);
    return this;
  }

  /** Waits for this many messages in all. */
  async receives(count: number): Promise<Message[]> {
    await this.until(() => this.received.length >= count);
    return this.received;
  }

  /** Waits until the server ends the connection with an error. */
  async fails(): Promise<Error> {
    if (this.failure !== undefined) return this.failure;
    return new Promise((resolve) => {
      this.waiting.push({ isMet: () => false, resolve: () => undefined, reject: resolve });
    });
  }

  async ack(...messages: Message[]): Promise<void> {
    await this.subscription.ack(...messages);
  }

  async nack(action: 'park' | 'retry' | 'skip' | 'stop', ...messages: Message[]): Promise<void> {
    await this.subscription.nack(action, 'as the spec asks', ...messages);
  }

  async leave(): Promise<void> {
    await this.subscription.unsubscribe();
  }

  private until(isMet: () => boolean): Promise<void> {
    if (this.failure !== undefined) return Promise.reject(this.failure);
    if (isMet()) return Promise.resolve();
    return new Promise((resolve, reject) => this.waiting.push({ isMet, resolve, reject }));
  }

  private take(message: Message): void {
    this.received.push(message);
    this.check();
    Promise.resolve(this.react(message, this)).catch((error: unknown) => this.fail(error as Error));
  }

  private check(): void {
    const met = this.waiting.filter(({ isMet }) => isMet());
    this.waiting = this.waiting.filter((waiting) => !met.includes(waiting));
    for (const { resolve } of met) resolve();
  }

  private fail(error: Error): void {
    this.failure = error;
    for (const { reject } of this.waiting) reject(error);
    this.waiting = [];
  }
}

/** Connects a consumer to a group that reads a stream. */
export function consume(
  client: EventStoreDBClient,
  [stream, group]: readonly [stream: string, group: string],
  react: Reaction,
  bufferSize = 10,
): Promise<TestConsumer> {
  const subscription = client.subscribeToPersistentSubscriptionToStream(stream, group, { bufferSize });
  return new TestConsumer(subscription, react).connected();
}

/** Connects a consumer to a group that reads `$all`. */
export function consumeAll(
  client: EventStoreDBClient,
  group: string,
  react: Reaction,
): Promise<TestConsumer> {
  return new TestConsumer(client.subscribeToPersistentSubscriptionToAll(group), react).connected();
}

/**
 * Asks again and again until the answer is as expected.
 * @throws Error when it is not in time
 */
export async function askUntil<T>(ask: () => Promise<T>, isExpected: (answer: T) => boolean): Promise<T> {
  let answer: T | undefined;
  await eventually('the answer is as expected', async () => isExpected((answer = await ask())));
  return answer as T;
}
