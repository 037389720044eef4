import { setTimeout as wait } from 'node:timers/promises';
import { EventStoreDBClient, type RecordedEvent as ClientEvent } from '@eventstore/db-client';
import {
  type CommandContext,
  type DomainEvent,
  type Instant,
  type Reading,
  type Stream,
  categoryOf,
} from '#kernel';
import type { EventCodec, Undecodable } from './codec.js';
import { seedsIn, userIn, withAllSeeds } from './connection-string.js';
import { LogCalls } from './log-calls.js';
import { type FindChannel, channelOf } from './log-channel.js';
import { type LogReport, checkLog } from './log-check.js';
import type { EventBytes, Searched } from './log-messages.js';
import { isOfNoPlace } from './outage.js';
import type { RecordedEvent } from './recorded-event.js';
import type { Appended } from './shared-appends.js';

export type { Appended } from './shared-appends.js';

/** How many events are opened (keys looked up, JSON parsed) at a time. */
const READ_BATCH = 256;

/** How many events are asked for to find a summary: the events of a year of months and what comes with them. */
const READ_BACK = 32;

/** What was at hand in the log at a time. */
export interface LogBatch {
  /** Those of the categories that were asked for; others are passed over before they are opened. */
  readonly events: readonly RecordedEvent[];
  /** Of the same categories, those that cannot be read: whoever wants one cannot go past it, everybody else can. */
  readonly unreadable?: readonly Undecodable[];
  /** Of the last event looked at, whoever it belongs to. */
  readonly position: bigint;
  /** Id of the event at that position. Undefined where the log was searched to a place that no event has. */
  readonly eventId: string | undefined;
  /** Undefined where the log only told how far it was searched. */
  readonly recordedAt: Instant | undefined;
}

/** An event as the log keeps it: nothing is opened, and data and metadata are what was recorded, byte for byte. */
export interface KeptEvent {
  readonly id: string;
  readonly streamId: string;
  readonly type: string;
  readonly revision: bigint;
  /** Commit position in the whole log. */
  readonly position: bigint;
  readonly data: Buffer;
  readonly metadata: Buffer;
}

/** Which event stands where in the log. */
export interface LogPlace {
  readonly position: bigint;
  readonly eventId: string;
}

export interface Following {
  /** Whose events are wanted; everybody's unless told. */
  readonly categories?: ReadonlySet<string>;
  /** Events in a batch at most, or a little more. */
  readonly largest?: number;
  /**
   * The log itself leaves out other categories: the fast way through old events. It tells only now and then how far it has
   * searched, so this is not for keeping up.
   */
  readonly onlyCategories?: boolean;
}

export interface LogTimeouts {
  /** How long an append may take; 10 seconds. */
  readonly appendMs?: number;
  /** How long a read may keep its reader waiting in all, and a subscription until it has begun; 10 seconds. */
  readonly readMs?: number;
}

/** EventStoreDB counts bytes, and refuses to read from the middle of an event: it is another log than that of the position. */
function noneWhereNoEventBegins(error: unknown): [] {
  if (isOfNoPlace(error)) return [];
  throw error;
}

/** What does not end by then has nobody on the other side. */
const CLOSE_WITHIN_MS = 500;

/** The event log as Lindung uses it: typed events in and out, over the EventStoreDB protocol. */
export class EventStore implements Reading {
  private readonly calls: LogCalls;

  private constructor(
    private readonly client: EventStoreDBClient,
    private readonly codec: EventCodec,
    private readonly channel: FindChannel,
    private readonly connectionString: string,
    private readonly limits: Required<LogTimeouts>,
  ) {
    this.calls = new LogCalls(channel, limits.readMs);
  }

  /** Does not connect yet; the first call does. `connectionString` as EventStoreDB documents it (`esdb://…`). */
  static at(
    connectionString: string,
    codec: EventCodec,
    { appendMs = 10_000, readMs = 10_000 }: LogTimeouts = {},
  ): EventStore {
    const client = EventStoreDBClient.connectionString(withAllSeeds(connectionString));
    const channel = channelOf(connectionString, client);
    return new EventStore(client, codec, channel, connectionString, { appendMs, readMs });
  }

  /** All events of a stream in order, a batch at a time. A stream that does not exist has none. */
  async *read<Event extends DomainEvent>(
    streamId: string,
    fromRevision: bigint = 0n,
  ): AsyncGenerator<RecordedEvent<Event>> {
    for await (const batch of this.readBatches<Event>(streamId, fromRevision)) yield* batch;
  }

  /** The same a batch at a time: most streams are one batch, and waiting for each of its events takes longer than folding it. */
  async *readBatches<Event extends DomainEvent>(
    streamId: string,
    fromRevision: bigint = 0n,
  ): AsyncGenerator<RecordedEvent<Event>[]> {
    for await (const batch of this.calls.read(streamId, fromRevision, READ_BATCH)) {
      yield await this.codec.decode<Event>(batch);
    }
  }

  /** What a fold needs of a stream, in order: all events, or those from the last on that sums up what stands before it. */
  async *readToFold<Event extends DomainEvent>(
    { of, summary }: Pick<Stream<never, Event>, 'of' | 'summary'>,
    id: string,
  ): AsyncGenerator<RecordedEvent<Event>[]> {
    if (summary === undefined) {
      yield* this.readBatches<Event>(of(id));
      return;
    }
    const read = await this.calls.readSince(of(id), ({ type }) => type === summary, READ_BACK);
    if (read.length > 0) yield await this.codec.decode<Event>(read);
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
    for await (const batch of this.readToFold<Event>(stream, id)) {
      for (const event of batch) state = stream.evolve(state, event);
      revision = batch.at(-1)?.revision ?? revision;
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
    return this.calls.append(streamId, encoded, after, this.limits.appendMs);
  }

  /**
   * Whether what was decided could be appended, as far as keys of persons are concerned. Nothing is recorded.
   * @throws KeyDestroyed
   */
  async couldAppend(
    streamId: string,
    events: readonly DomainEvent[],
    context: CommandContext,
  ): Promise<void> {
    await this.codec.encode(streamId, events, context);
  }

  /**
   * Follows the whole log from behind a position, old events first, then new ones as they come, a batch of what is at hand at
   * a time, until `signal` aborts. System events are left out.
   * The consumer's pace is the pace of reading. Throws when the connection is lost: start again from your checkpoint.
   */
  async *follow(
    after: bigint | null,
    signal: AbortSignal,
    { categories, largest = READ_BATCH, onlyCategories = false }: Following = {},
  ): AsyncGenerator<LogBatch> {
    const only = onlyCategories ? categories : undefined;
    for await (const items of this.calls.subscribe(after, { size: largest, only, signal })) {
      const seen = items.filter((item) => 'id' in item);
      const own = categories ? seen.filter(({ streamId }) => categories.has(categoryOf(streamId))) : seen;
      const { events, unreadable } = await this.codec.decodeEach(own);
      const [last, end] = [seen.at(-1), items.at(-1)];
      const searched = end && !('id' in end) ? await this.placeOf(end, last) : undefined;
      const recordedAt = last && (last.created.toISOString() as Instant);
      const found = { events, ...(unreadable.length > 0 && { unreadable }), recordedAt };
      if (searched) yield { ...found, ...searched };
      else if (last?.position) yield { ...found, position: last.position.commit, eventId: last.id };
    }
  }

  /**
   * Follows the whole log without opening anything, for whoever proves what was recorded: all events but the system's, of
   * whatever category, in the order of the log.
   * @param largest events in a batch at most, or a little more
   */
  async *followKept(
    after: bigint | null,
    signal: AbortSignal,
    { largest = READ_BATCH }: Pick<Following, 'largest'> = {},
  ): AsyncGenerator<readonly KeptEvent[]> {
    for await (const batch of this.calls.subscribeToBytes(after, { size: largest, signal })) {
      yield batch.map(keptEvent);
    }
  }

  /** One event as the log keeps it; undefined when the stream has no such revision. */
  async keptAt(streamId: string, revision: bigint): Promise<KeptEvent | undefined> {
    const found = await this.calls.bytesOf(streamId, revision);
    return found && keptEvent(found);
  }

  /** All events of a stream as the log keeps them, in order. A stream that does not exist has none. */
  async *readKept(streamId: string): AsyncGenerator<KeptEvent> {
    for await (const batch of this.calls.readBytes(streamId, READ_BATCH)) yield* batch.map(keptEvent);
  }

  /** The newest event that a search has looked at; undefined when it has looked at none. */
  private async placeOf(
    searched: Searched,
    last: ClientEvent | undefined,
  ): Promise<{ readonly position: bigint; readonly eventId: string | undefined } | undefined> {
    if ('searchedBefore' in searched) {
      const [before] = await this.calls.readAll(searched.searchedBefore, 1, true);
      return before?.position && { position: before.position.commit, eventId: before.id };
    }
    const position = searched.searchedTo;
    if (last?.position?.commit === position) return { position, eventId: last.id };
    const place = await this.firstFrom(position);
    return { position, eventId: place?.position === position ? place.eventId : undefined };
  }

  /** The position of the newest event of Lindung; null while the log is empty. */
  async lastPosition(): Promise<bigint | null> {
    let from: bigint | 'end' = 'end';
    for (let count = 1; ; count = READ_BATCH) {
      const seen = await this.calls.readAll(from, count, true);
      const newest = seen.find(({ type }) => !type.startsWith('$'));
      if (newest?.position) return newest.position.commit;
      const last = seen.at(-1)?.position;
      if (!last || seen.length < count) return null;
      from = last.commit;
    }
  }

  /** The event at a position, or else the next one behind it, system events too; undefined when the log ends before it. */
  async firstFrom(position: bigint): Promise<LogPlace | undefined> {
    const [found] = await this.calls.readAll(position, 1, false).catch(noneWhereNoEventBegins);
    return found?.position && { position: found.position.commit, eventId: found.id };
  }

  /**
   * Resolves when the log takes appends, so far as is known without making one.
   * @throws AppendsRefused, LogUnavailable when it does not
   */
  ready(): Promise<void> {
    return this.calls.ready();
  }

  /**
   * What the log is, and what it lets us do. Nothing is recorded.
   * @throws LogUnavailable when no server is found
   */
  check(): Promise<LogReport> {
    const { calls, channel, connectionString } = this;
    const [user, seeds] = [userIn(connectionString), seedsIn(connectionString)];
    return checkLog({ calls, channel, user, seeds, timeoutMs: this.limits.readMs });
  }

  /** Cuts every call. */
  async close(): Promise<void> {
    this.calls.close();
    await Promise.race([this.client.dispose(), wait(CLOSE_WITHIN_MS, undefined, { ref: false })]);
  }
}

function keptEvent({ id, streamId, type, revision, commit, data, metadata }: EventBytes): KeptEvent {
  return { id, streamId, type, revision, position: commit, data, metadata };
}
