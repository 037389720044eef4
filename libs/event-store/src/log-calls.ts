import { type EventData, NotLeaderError, type RecordedEvent as ClientEvent } from '@eventstore/db-client';
import { Arrived } from './arrived.js';
import { whyNoAppends } from './cluster.js';
import { LastAppend } from './last-append.js';
import type { FindChannel, LogChannel, ReadCall } from './log-channel.js';
import {
  type EventBytes,
  type Searched,
  clientEvent,
  readAllRequest,
  readStreamBackRequest,
  readStreamRequest,
  subscriptionRequest,
} from './log-messages.js';
import { AppendsRefused, LogDenies, LogUnavailable, elsewhere, named, readFailed } from './outage.js';
import { type Appended, SharedAppends } from './shared-appends.js';
import { Patience } from './silence.js';

interface SubscribeOptions {
  readonly size: number;
  readonly only?: ReadonlySet<string>;
  readonly signal: AbortSignal;
}

/**
 * Appends and reads over a channel of the client, which finds the server, connects again and knows who signs in. The
 * client's own calls for the two build several objects for each field and keep one table of answers for all clients of a process,
 * which ends the process when an answer comes that nobody waits for.
 */
export class LogCalls {
  private readonly appends = new WeakMap<LogChannel, SharedAppends>();
  private readonly open = new Set<ReadCall>();
  private readonly lastAppend = new LastAppend();

  /** @param readTimeoutMs how long a read may keep its reader waiting in all, and a subscription until it has begun */
  constructor(
    private readonly channel: FindChannel,
    private readonly readTimeoutMs = 10_000,
  ) {}

  /**
   * Appends to a stream that is at a revision, or does not exist when that is null.
   * @throws WrongExpectedVersionError when the stream is elsewhere
   * @throws AppendUnanswered when nobody knows whether the events were recorded
   * @throws LogUnavailable, AppendTooLarge when they were not
   */
  append(
    streamId: string,
    events: readonly EventData[],
    after: bigint | null,
    timeoutMs: number,
  ): Promise<Appended> {
    return this.lastAppend.of(this.appended(streamId, events, after, timeoutMs));
  }

  private async appended(
    streamId: string,
    events: readonly EventData[],
    after: bigint | null,
    timeoutMs: number,
  ): Promise<Appended> {
    const deadline = Date.now() + timeoutMs;
    const patience = new Patience(timeoutMs);
    let shared = await this.sharedAppends(patience);
    while (shared.isLeft) shared = await this.sharedAppends(patience);
    return shared.append({ streamId, events, after, deadline }, timeoutMs);
  }

  /** The events of a stream, `size` at a time. A stream that does not exist has none. */
  async *read(streamId: string, fromRevision: bigint, size: number): AsyncGenerator<ClientEvent[]> {
    for await (const items of this.items(readStreamRequest(streamId, fromRevision), { size, eager: false })) {
      yield items.filter((item) => 'id' in item);
    }
  }

  /**
   * The events of a stream from the newest on that `isLast` says yes to, in order; all of them where there is none.
   * @param size how many are asked for at first; more at a time where those were not enough
   */
  async readSince(
    streamId: string,
    isLast: (event: ClientEvent) => boolean,
    size: number,
  ): Promise<ClientEvent[]> {
    const found: ClientEvent[] = [];
    let from: bigint | 'end' = 'end';
    for (let count = size; ; count = READ_BACK_BATCH) {
      const older = await this.collect(readStreamBackRequest(streamId, from, count), count);
      const last = older.findIndex(isLast);
      if (last >= 0) return [...found, ...older.slice(0, last + 1)].toReversed();
      found.push(...older);
      const oldest = older.at(-1)?.revision ?? 0n;
      if (oldest === 0n || older.length < count) return found.toReversed();
      from = oldest - 1n;
    }
  }

  /** Up to `count` events of all streams from a position on, system events too. A position that no event has is a place too. */
  readAll(from: bigint | 'end', count: number, backwards: boolean): Promise<ClientEvent[]> {
    return this.collect(readAllRequest(from, count, backwards), count);
  }

  private async collect(request: Buffer, count: number): Promise<ClientEvent[]> {
    const found: ClientEvent[] = [];
    for await (const items of this.items(request, { size: count, eager: false })) {
      found.push(...items.filter((item) => 'id' in item));
    }
    return found;
  }

  /**
   * All events behind a position and those to come, whatever is at hand at a time but at most `size`, until `signal`
   * aborts. What is not taken waits in the server.
   * @param only the categories that the log is to search for; it tells how far it has searched
   */
  async *subscribe(
    after: bigint | null,
    { size, only, signal }: SubscribeOptions,
  ): AsyncGenerator<(ClientEvent | Searched)[]> {
    yield* this.items(subscriptionRequest(after, only && { categories: only, window: size }), {
      size,
      eager: true,
      signal,
    });
  }

  /** The same of events as they are on the wire. */
  async *subscribeToBytes(
    after: bigint | null,
    { size, signal }: Omit<SubscribeOptions, 'only'>,
  ): AsyncGenerator<EventBytes[]> {
    for await (const items of this.itemsAs(subscriptionRequest(after), asItIs, {
      size,
      eager: true,
      signal,
    })) {
      yield items.filter((item) => 'id' in item);
    }
  }

  /** An event of a stream as it is on the wire; undefined where the stream does not reach that far. */
  async bytesOf(streamId: string, revision: bigint): Promise<EventBytes | undefined> {
    const request = readStreamBackRequest(streamId, revision, 1);
    for await (const items of this.itemsAs(request, asItIs, { size: 1, eager: false })) {
      const found = items.find((item) => 'id' in item);
      if (found) return found.revision === revision ? found : undefined;
    }
    return undefined;
  }

  /** The events of a stream as they are on the wire, `size` at a time. A stream that does not exist has none. */
  async *readBytes(streamId: string, size: number): AsyncGenerator<EventBytes[]> {
    for await (const items of this.itemsAs(readStreamRequest(streamId, 0n), asItIs, { size, eager: false })) {
      yield items.filter((item) => 'id' in item);
    }
  }

  /**
   * Whether the log takes appends now: there is a leader that answers and a majority of the cluster is there, and the last
   * append of this program, if it was a moment ago, did not fail. Nothing is appended to find out.
   * @throws AppendsRefused, LogUnavailable when it does not
   */
  async ready(): Promise<void> {
    const channel = await new Patience(this.readTimeoutMs).of(this.channel());
    const [members] = await Promise.all([
      channel.members?.(this.readTimeoutMs).catch(unlessDenied),
      // Answered without an event being read: this is asked every few seconds.
      Array.fromAsync(this.read(PROBED_STREAM, 0n, 1)),
    ]);
    const why = (members && whyNoAppends(members)) ?? this.lastAppend.whyNot();
    if (why !== undefined) throw new AppendsRefused(why);
  }

  /** Ends every call. */
  close(): void {
    for (const call of this.open) call.cancel();
  }

  private async sharedAppends(patience: Patience): Promise<SharedAppends> {
    const channel = await patience.of(this.channel());
    const known = this.appends.get(channel);
    if (known) return known;
    const call = begin(() => channel.batchAppend());
    const shared = new SharedAppends(call, {
      left: (why) => {
        if (this.appends.get(channel) === shared) this.appends.delete(channel);
        void channel.failed?.(elsewhere(why));
      },
      ended: () => this.open.delete(call),
    });
    this.appends.set(channel, shared);
    this.open.add(call);
    return shared;
  }

  private items(request: Buffer, taking: Taking): AsyncGenerator<(ClientEvent | Searched)[]> {
    return this.itemsAs(request, clientEvent, taking);
  }

  /** What a call of `Read` brings. It is asked of the leader: whoever decides must not do so on what a follower has not heard of yet. */
  private async *itemsAs<Event extends object>(
    request: Buffer,
    as: (event: EventBytes) => Event,
    taking: Taking,
  ): AsyncGenerator<(Event | Searched)[]> {
    const patience = new Patience(this.readTimeoutMs);
    for (let attempt = 1; ; attempt++) {
      const channel = await patience.of(this.channel());
      let arrived: Arrived<Event> | undefined;
      try {
        arrived = new Arrived(
          begin(() => channel.read(request)),
          taking.size,
          as,
        );
        this.open.add(arrived.call);
        yield* itemsOf(arrived, patience, taking);
        return;
      } catch (error) {
        const moved = channel.failed?.(elsewhere(error as Error));
        const isTooEarly = error instanceof NotLeaderError || error instanceof NotBegun;
        if (!isTooEarly || arrived?.hasBegun || attempt === ATTEMPTS) throw readFailed(error as Error);
        await patience.of(moved ?? Promise.resolve());
      } finally {
        if (arrived) this.open.delete(arrived.call);
        if (arrived && !arrived.ended) arrived.call.cancel();
      }
    }
  }
}

/** How many events are asked for at a time where the newest few were not enough. */
const READ_BACK_BATCH = 256;

/** A stream that nobody writes. */
const PROBED_STREAM = 'health-probe';

/** Who may not ask for the members of a cluster may append nevertheless. */
function unlessDenied(error: unknown): undefined {
  if (!(error instanceof LogDenies)) throw error;
}

/** How often a read begins: a follower may know less of who the leader is than another. */
const ATTEMPTS = 3;

const asItIs = (event: EventBytes): EventBytes => event;

interface Taking {
  readonly size: number;
  readonly eager: boolean;
  readonly signal?: AbortSignal;
}

async function* itemsOf<Event extends object>(
  arrived: Arrived<Event>,
  patience: Patience,
  { eager, signal }: Taking,
): AsyncGenerator<(Event | Searched)[]> {
  const stop = () => arrived.stop();
  signal?.addEventListener('abort', stop, { once: true });
  if (signal?.aborted) stop();
  try {
    while (!arrived.stopped) {
      if (eager) await arrived.gather();
      const batch = arrived.take(eager || arrived.ended);
      if (batch.length > 0) yield batch;
      else if (arrived.failure) throw named(arrived.failure);
      else if (arrived.ended) return;
      else if (eager && arrived.hasBegun) await arrived.more();
      else await patience.of(arrived.more());
    }
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}

/** A connection that is just being replaced takes no calls. */
class NotBegun extends LogUnavailable {
  constructor(cause: Error) {
    super(`was not reached: ${cause.message}`, cause);
  }
}

/** @throws NotBegun instead of what gRPC throws at once */
function begin<Call>(call: () => Call): Call {
  try {
    return call();
  } catch (error) {
    throw new NotBegun(error as Error);
  }
}
