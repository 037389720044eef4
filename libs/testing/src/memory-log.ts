import {
  type EventData,
  type RecordedEvent as ClientEvent,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import {
  type Appended,
  EventCodec,
  type EventStore,
  type Following,
  type KeptEvent,
  type LogBatch,
  type LogReport,
  type RecordedEvent,
} from '#event-store';
import { type AnyStream, type CommandContext, type DomainEvent, type Stream, categoryOf } from '#kernel';

import { inMemoryKeyRing } from './in-memory-key-ring.js';

/** What the log takes of one append. */
const LARGEST_APPEND = 1024 * 1024;

/** What a log is to those who use it. */
type Log = Pick<EventStore, keyof EventStore>;

/** An event as bytes that nobody has looked into. */
interface Kept {
  readonly streamId: string;
  readonly id: string;
  readonly type: string;
  readonly revision: bigint;
  readonly position: bigint;
  readonly created: Date;
  readonly data: string;
  readonly metadata: string;
}

/**
 * A log for specs without a server: events go through the real codec into JSON text and back, so what is read is what a
 * real log would give. It answers like one: an append elsewhere than at the end is refused, and one that stands there already
 * is answered as the first time.
 */
export class MemoryLog implements Log {
  private readonly opened = new Map<Kept, RecordedEvent>();
  private ring = this.newKeyRing();
  private codec: EventCodec;
  private kept: Kept[] = [];
  private readonly streams = new Map<string, Kept[]>();
  private readonly listeners = new Set<() => void>();

  constructor(private readonly kinds: readonly AnyStream[]) {
    this.codec = new EventCodec(this.ring, kinds);
  }

  /** As what services ask for: the class has members that nobody outside sees. */
  get store(): EventStore {
    return this as unknown as EventStore;
  }

  /** The keys of whoever was recorded, to be destroyed. */
  get keyRing() {
    return this.ring;
  }

  /** Forgets everything, keys too. */
  clear(): void {
    this.opened.clear();
    this.ring = this.newKeyRing();
    this.codec = new EventCodec(this.ring, this.kinds);
    this.kept = [];
    this.streams.clear();
  }

  /** What was recorded behind a position, opened, in log order. */
  async since(position: bigint): Promise<RecordedEvent[]> {
    return this.open(this.behind(position));
  }

  async append(
    streamId: string,
    events: readonly DomainEvent[],
    after: bigint | null,
    context: CommandContext,
    digest?: string,
  ): Promise<Appended> {
    const encoded = await this.codec.encode(streamId, events, context, digest);
    const stream = this.streams.get(streamId) ?? [];
    const at = Number((after ?? -1n) + 1n);
    if (at !== stream.length) {
      const repeated = stream.slice(at, at + encoded.length);
      const last = repeated.at(-1);
      if (last && isSame(repeated, encoded)) return { revision: last.revision, position: last.position };
      throw new WrongExpectedVersionError(undefined, {
        streamName: streamId,
        expected: after ?? 'no_stream',
        current: BigInt(stream.length - 1),
      });
    }
    const kept = this.keep(streamId, encoded, stream.length, new Date(context.issuedAt));
    this.streams.set(streamId, [...stream, ...kept]);
    for (const tell of this.listeners) tell();
    const last = kept.at(-1)!;
    return { revision: last.revision, position: last.position };
  }

  async couldAppend(
    streamId: string,
    events: readonly DomainEvent[],
    context: CommandContext,
  ): Promise<void> {
    await this.codec.encode(streamId, events, context);
  }

  /** Holds a stream as an earlier release left it: its events in the shapes of then. */
  async hold(
    streamId: string,
    events: readonly (DomainEvent & { readonly schema: number })[],
    context: CommandContext,
  ): Promise<void> {
    const encoded = await this.codec.encode(streamId, events, context);
    const asThen = encoded.map((event, place) => ({
      ...event,
      metadata: { ...(event.metadata as object), schema: events[place]?.schema },
    }));
    const kept = this.keep(streamId, asThen, 0, new Date(context.issuedAt));
    this.streams.set(streamId, kept);
  }

  /** Events are opened once, until a key is destroyed: whoever reads again reads the same. */
  private async open(kept: readonly Kept[]): Promise<RecordedEvent[]> {
    const closed = kept.filter((one) => !this.opened.has(one));
    const decoded = await this.codec.decode(closed.map(asClientEvent));
    for (const [nth, one] of closed.entries()) this.opened.set(one, decoded[nth]!);
    return kept.map((one) => this.opened.get(one)!);
  }

  private newKeyRing() {
    return inMemoryKeyRing(() => this.opened.clear());
  }

  private keep(streamId: string, events: readonly EventData[], from: number, created: Date): Kept[] {
    const start = this.kept.at(-1)?.position ?? 1_000n;
    const kept = events.map(({ id, type, data, metadata }, index) => ({
      streamId,
      id: id ?? '',
      type,
      revision: BigInt(from + index),
      position: start + 137n * BigInt(index + 1),
      created,
      data: JSON.stringify(data),
      metadata: JSON.stringify(metadata),
    }));
    const bytes = kept.reduce((sum, { data, metadata }) => sum + Buffer.byteLength(data + metadata), 0);
    if (bytes > LARGEST_APPEND)
      throw new RangeError(`An append of ${bytes} bytes is larger than the log takes`);
    this.kept.push(...kept);
    return kept;
  }

  async *readBatches<Event extends DomainEvent>(
    streamId: string,
    fromRevision = 0n,
  ): AsyncGenerator<RecordedEvent<Event>[]> {
    const events = (this.streams.get(streamId) ?? []).slice(Number(fromRevision));
    if (events.length > 0) yield (await this.open(events)) as RecordedEvent<Event>[];
  }

  async *readToFold<Event extends DomainEvent>(
    { of, summary }: Pick<Stream<never, Event>, 'of' | 'summary'>,
    id: string,
  ): AsyncGenerator<RecordedEvent<Event>[]> {
    const last = (this.streams.get(of(id)) ?? []).findLast(({ type }) => type === summary);
    yield* this.readBatches<Event>(of(id), last?.revision);
  }

  async *read<Event extends DomainEvent>(
    streamId: string,
    fromRevision = 0n,
  ): AsyncGenerator<RecordedEvent<Event>> {
    for await (const batch of this.readBatches<Event>(streamId, fromRevision)) yield* batch;
  }

  async state<State, Event extends DomainEvent>(stream: Stream<State, Event>, id: string): Promise<State> {
    return (await this.stateAndRevision(stream, id)).state;
  }

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

  async *follow(
    after: bigint | null,
    signal: AbortSignal,
    { categories, largest = 256 }: Following = {},
  ): AsyncGenerator<LogBatch> {
    for (let place = after ?? -1n; !signal.aborted;) {
      const batch = this.behind(place).slice(0, largest);
      const last = batch.at(-1);
      if (!last) {
        await this.somethingNew(signal);
        continue;
      }
      place = last.position;
      const own = batch.filter(({ streamId }) => categories?.has(categoryOf(streamId)) ?? true);
      const { events } = await this.codec.decodeEach(own.map(asClientEvent));
      const recordedAt = last.created.toISOString() as LogBatch['recordedAt'];
      yield { events, position: last.position, eventId: last.id, recordedAt };
    }
  }

  async *followKept(
    after: bigint | null,
    signal: AbortSignal,
    { largest = 256 }: Pick<Following, 'largest'> = {},
  ): AsyncGenerator<readonly KeptEvent[]> {
    for (let place = after ?? -1n; !signal.aborted;) {
      const batch = this.behind(place).slice(0, largest);
      place = batch.at(-1)?.position ?? place;
      if (batch.length > 0) yield batch.map(asKeptEvent);
      else await this.somethingNew(signal);
    }
  }

  async keptAt(streamId: string, revision: bigint): Promise<KeptEvent | undefined> {
    const found = this.streams.get(streamId)?.[Number(revision)];
    return found && asKeptEvent(found);
  }

  async *readKept(streamId: string): AsyncGenerator<KeptEvent> {
    yield* (this.streams.get(streamId) ?? []).map(asKeptEvent);
  }

  private behind(position: bigint): readonly Kept[] {
    return this.kept.slice(this.kept.findLastIndex((event) => event.position <= position) + 1);
  }

  private somethingNew(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        this.listeners.delete(done);
        signal.removeEventListener('abort', done);
        resolve();
      };
      this.listeners.add(done);
      signal.addEventListener('abort', done);
    });
  }

  async lastPosition(): Promise<bigint | null> {
    return this.kept.at(-1)?.position ?? null;
  }

  async firstFrom(position: bigint) {
    const found = this.kept.find((event) => event.position >= position);
    return found && { position: found.position, eventId: found.id };
  }

  async ready(): Promise<void> {}

  async check(): Promise<LogReport> {
    const rights = { 'read $all': 'given', 'read streams': 'given', append: 'given' } as const;
    return { version: null, members: [], leader: null, noAppends: null, user: null, rights, said: [] };
  }

  async close(): Promise<void> {}
}

function isSame(kept: readonly Kept[], events: readonly EventData[]): boolean {
  return kept.length === events.length && kept.every(({ id }, index) => id === events[index]?.id);
}

function asKeptEvent({ data, metadata, ...event }: Kept): KeptEvent {
  return { ...event, data: Buffer.from(data), metadata: Buffer.from(metadata) };
}

/** Streams are read again with every request: what stands there is taken out of its text once. */
const clientEvents = new WeakMap<Kept, ClientEvent>();

function asClientEvent(kept: Kept): ClientEvent {
  const known = clientEvents.get(kept);
  if (known) return known;
  const { data, metadata, position, ...event } = kept;
  const clientEvent: ClientEvent = {
    ...event,
    isJson: true,
    data: JSON.parse(data) as Record<string, unknown>,
    metadata: JSON.parse(metadata) as Record<string, unknown>,
    position: { commit: position, prepare: position },
  };
  clientEvents.set(kept, clientEvent);
  return clientEvent;
}
