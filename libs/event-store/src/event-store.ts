import type { Readable } from 'node:stream';
import {
  type AllStreamResolvedEvent,
  type AllStreamSubscription,
  BACKWARDS,
  END,
  EventStoreDBClient,
  FORWARDS,
  NO_STREAM,
  type RecordedEvent as ClientEvent,
  START,
  StreamNotFoundError,
  type StreamingRead,
  excludeSystemEvents,
  streamNameFilter,
} from '@eventstore/db-client';
import { inBatches } from './in-batches.js';
import {
  type CommandContext,
  type DomainEvent,
  type Instant,
  type Reading,
  type Stream,
  categoryOf,
} from '#kernel';
import type { EventCodec } from './codec.js';
import type { RecordedEvent } from './recorded-event.js';

/** Where the batch of one append ended. */
export interface Appended {
  readonly revision: bigint;
  readonly position: bigint;
}

/** How many events are opened (keys looked up, JSON parsed) at a time. */
const READ_BATCH = 256;

/** What was at hand in the log at a time. */
export interface LogBatch {
  /** Those of the categories that were asked for; others are passed over before they are read. */
  readonly events: readonly RecordedEvent[];
  /** Of the last event looked at, whoever it belongs to. */
  readonly position: bigint;
  /** Undefined where the log only told how far it was searched. */
  readonly recordedAt: Instant | undefined;
}

/** How far the log was searched for the categories that were asked for. */
interface Searched {
  readonly searchedTo: bigint;
}

export interface Following {
  /** Whose events are read; everybody's unless told. */
  readonly categories?: ReadonlySet<string>;
  /** Events in a batch at most. */
  readonly largest?: number;
  /**
   * The log itself leaves out other categories: the fast way through old events. It tells only now and then how far it has
   * searched, so this is not for keeping up.
   */
  readonly onlyCategories?: boolean;
}

/** The event log as Lindung uses it: typed events in and out, over the EventStoreDB protocol. */
export class EventStore implements Reading {
  private constructor(
    private readonly client: EventStoreDBClient,
    private readonly codec: EventCodec,
    private readonly appendTimeoutMs: number,
  ) {}

  /** Does not connect yet; the first call does. `connectionString` as EventStoreDB documents it (`esdb://…`). */
  static at(connectionString: string, codec: EventCodec, appendTimeoutMs = 10_000): EventStore {
    return new EventStore(EventStoreDBClient.connectionString(connectionString), codec, appendTimeoutMs);
  }

  /** All events of a stream in order, a batch at a time. A stream that does not exist has none. */
  async *read<Event extends DomainEvent>(
    streamId: string,
    fromRevision: bigint = 0n,
  ): AsyncGenerator<RecordedEvent<Event>> {
    let batch: ClientEvent[] = [];
    try {
      const events = this.client.readStream(streamId, {
        direction: FORWARDS,
        fromRevision: fromRevision === 0n ? START : fromRevision,
      });
      for await (const { event } of cancelledEarly(events)) {
        if (!event) continue;
        batch.push(event);
        if (batch.length === READ_BATCH) {
          yield* await this.codec.decode<Event>(batch);
          batch = [];
        }
      }
    } catch (error) {
      if (error instanceof StreamNotFoundError) return;
      throw error;
    }
    yield* await this.codec.decode<Event>(batch);
  }

  /** What the log knows of one thing now. */
  async state<State, Event extends DomainEvent>(stream: Stream<State, Event>, id: string): Promise<State> {
    return (await this.stateAndRevision(stream, id)).state;
  }

  /** The same with the revision of the stream; null when it does not exist. */
  async stateAndRevision<State, Event extends DomainEvent>(
    stream: Stream<State, Event>,
    id: string,
  ): Promise<{ readonly state: State; readonly revision: bigint | null }> {
    let state = stream.initial;
    let revision: bigint | null = null;
    for await (const event of this.read<Event>(stream.of(id))) {
      state = stream.evolve(state, event);
      revision = event.revision;
    }
    return { state, revision };
  }

  /**
   * Appends what one command decided.
   * @param after the revision the decision was made on; null when the stream did not exist
   * @throws WrongExpectedVersionError when the stream has moved on
   * @throws AppendUnanswered when the log did not answer in time: it may or may not have recorded the events
   */
  async append(
    streamId: string,
    events: readonly DomainEvent[],
    after: bigint | null,
    context: CommandContext,
    digest?: string,
  ): Promise<Appended> {
    const encoded = await this.codec.encode(streamId, events, context, digest);
    const result = await answeredWithin(
      this.appendTimeoutMs,
      this.client.appendToStream(streamId, encoded, {
        expectedRevision: after ?? NO_STREAM,
        deadline: this.appendTimeoutMs,
      }),
    );
    return { revision: result.nextExpectedRevision, position: result.position?.commit ?? 0n };
  }

  /**
   * Follows the whole log from behind a position, a batch of what is at hand at a time, until `signal` aborts.
   * The consumer's pace is the pace of reading. Throws when the connection is lost: start again from your checkpoint.
   */
  async *follow(
    after: bigint | null,
    signal: AbortSignal,
    { categories, largest = READ_BATCH, onlyCategories = false }: Following = {},
  ): AsyncGenerator<LogBatch> {
    const subscription = this.subscription(after, largest, onlyCategories ? categories : undefined);
    const stop = () => void subscription.unsubscribe();
    signal.addEventListener('abort', stop, { once: true });
    try {
      for await (const items of inBatches<AllStreamResolvedEvent | Searched>(
        subscription as unknown as Readable,
        largest,
        signal,
      )) {
        const seen = items.flatMap((item) => ('searchedTo' in item ? [] : (item.event ?? [])));
        const own = categories ? seen.filter(({ streamId }) => categories.has(categoryOf(streamId))) : seen;
        const events = await this.codec.decode(own);
        const place = placeBehind(items.at(-1), seen.at(-1));
        if (place) yield { events, ...place };
      }
    } finally {
      signal.removeEventListener('abort', stop);
      await subscription.unsubscribe();
    }
  }

  /** Events in log order, old ones first, then new ones as they come; system events are left out. */
  private subscription(
    after: bigint | null,
    largest: number,
    categories: ReadonlySet<string> | undefined,
  ): AllStreamSubscription {
    const filter = categories
      ? streamNameFilter({
          prefixes: [...categories].map((category) => `${category}-`),
          maxSearchWindow: largest,
          checkpointReached: (subscription, { commit }) => {
            // In the stream it stands where it belongs: behind the events it was searched for.
            (subscription as unknown as Readable).push({ searchedTo: commit } satisfies Searched);
          },
        })
      : excludeSystemEvents();
    const fromPosition = after === null ? START : { commit: after, prepare: after };
    return this.client.subscribeToAll({ fromPosition, filter }, { highWaterMark: largest });
  }

  /** The position of the newest event of Lindung; null while the log is empty. */
  async lastPosition(): Promise<bigint | null> {
    const events = this.client.readAll({ direction: BACKWARDS, fromPosition: END });
    for await (const { event } of cancelledEarly(events)) {
      if (event && !event.type.startsWith('$')) return event.position.commit;
    }
    return null;
  }

  async close(): Promise<void> {
    await this.client.dispose();
  }
}

function placeBehind(
  item: AllStreamResolvedEvent | Searched | undefined,
  last: ClientEvent | undefined,
): Pick<LogBatch, 'position' | 'recordedAt'> | undefined {
  const recordedAt = last && (last.created.toISOString() as Instant);
  if (item && 'searchedTo' in item) return { position: item.searchedTo, recordedAt };
  return last?.position && { position: last.position.commit, recordedAt };
}

/** A consumer that has read enough must end the call: the client leaves it open, and a client with open calls never closes. */
async function* cancelledEarly<Resolved>(read: StreamingRead<Resolved>): AsyncGenerator<Resolved> {
  let open = true;
  try {
    yield* read;
    open = false;
  } catch (error) {
    open = false;
    throw error;
  } finally {
    if (open) await read.cancel();
  }
}

/** The log did not say whether it recorded the events. Sending the same command again is harmless. */
export class AppendUnanswered extends Error {
  override readonly name = 'AppendUnanswered';

  constructor(timeoutMs: number) {
    super(`The event log did not answer within ${timeoutMs} ms`);
  }
}

/** The client keeps one batch-append call open and never answers a write that was under way when that call broke off. */
async function answeredWithin<T>(timeoutMs: number, answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new AppendUnanswered(timeoutMs)), timeoutMs);
  });
  try {
    return await Promise.race([answer, silence]);
  } finally {
    clearTimeout(timer);
  }
}
