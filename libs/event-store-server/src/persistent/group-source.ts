import type { EventLog } from '../storage/event-log.js';
import { LINK_TYPE, resolveLink } from '../storage/links.js';
import { compileFilter, isShownInAll, type EventFilter } from '../streams/event-filter.js';
import { eventSource, type EventSource } from '../streams/event-source.js';
import { ProtoReader } from '../wire/proto-reader.js';
import { encodeReadEvent } from '../wire/read-event.js';
import { eventDataOf, eventHeaderOf, recordedEventOf } from '../wire/recorded-event.js';
import { ALL, type GroupSettings } from './group-definition.js';
import type { StoredGroup } from './group-store.js';
import type { LookedAt } from './group-feed.js';
import type { GroupMessage } from './message-flow.js';

/** Reads from the log what is for a group: what is stored now, and what a reader sees of what was stored before. */
export class GroupSource {
  private readonly source: EventSource;
  private readonly filter: EventFilter | undefined;
  private takenTo: number;
  private shownTo: number;

  constructor(
    private readonly log: EventLog,
    private readonly definition: StoredGroup,
  ) {
    this.source = eventSource(log, definition.stream);
    this.filter = definition.filter === undefined ? undefined : compileFilter(definition.filter);
    this.takenTo = this.source.head();
    this.shownTo = this.takenTo;
  }

  /**
   * How far the log was looked at as it grew, up to the newest event that any reader gets to see: a checkpoint of the group is
   * none, and no reason for another one.
   */
  get lookedTo(): number {
    return this.shownTo;
  }

  /** True when events were stored that `takeStored` has not given yet. */
  get hasGrown(): boolean {
    return this.source.head() > this.takenTo;
  }

  /** The messages among events that were stored since the group began or since the last call, whatever hides them now. */
  takeStored(): GroupMessage[] {
    const { events, searchedTo } = this.source.stored(this.takenTo);
    this.takenTo = searchedTo;
    const { begin, stream } = this.definition;
    const shown = stream === undefined ? events.filter(({ message }) => isShownInAll(message)) : events;
    this.shownTo = shown.at(-1)?.number ?? this.shownTo;
    return shown.flatMap(({ number, message }) =>
      number < begin ? [] : (this.messageOf(number, message) ?? []),
    );
  }

  /**
   * Some of the events from a number on that a reader may see.
   *
   * @throws CallError when the stream is tombstoned
   */
  read(from: number): { events: LookedAt[]; searchedTo: number; isEnd: boolean } {
    const head = this.source.head();
    const { events, searchedTo } = this.source.visible(from - 1, head);
    const looked = events.map(({ number, message }) => ({
      number,
      message: this.messageOf(number, message),
    }));
    return { events: looked, searchedTo, isEnd: searchedTo >= head };
  }

  /** A message as a consumer gets it. */
  encode(message: GroupMessage): Buffer {
    const { retryCount } = message;
    const stored = this.stored(message);
    if (this.definition.settings.resolveLinks) {
      return encodeReadEvent({ ...resolveLink(this.log, stored), retryCount });
    }
    const { position } = eventHeaderOf(stored);
    return encodeReadEvent({ event: recordedEventOf(stored), link: undefined, position, retryCount });
  }

  /** The stored event. What stands in the log stays there, so a message that was delivered once can be read again. */
  stored({ body, number }: GroupMessage): Buffer {
    const { stream } = this.definition;
    const stored = body ?? (stream === undefined ? this.at(number) : this.inStream(stream, number));
    if (stored === undefined) throw new Error(`event ${number} of ${stream ?? ALL} cannot be read`);
    return stored;
  }

  private accepts(message: Buffer): boolean {
    if (this.definition.stream !== undefined) return true;
    return (this.filter?.matches ?? isShownInAll)(message);
  }

  private messageOf(number: number, body: Buffer): GroupMessage | undefined {
    if (!this.accepts(body)) return undefined;
    const pin = pinOf(this.log, this.definition.settings, body);
    return { number, id: eventHeaderOf(body).id, pin, body, retryCount: 0, parkedRevision: undefined };
  }

  private at(position: number): Buffer | undefined {
    return this.log.reader.all(position, false, 1)[0]?.message;
  }

  private inStream(stream: string, revision: number): Buffer | undefined {
    return this.log.reader.eventAt(this.log.streamHead(stream).id, revision);
  }
}

/**
 * What pins a stored event to a consumer: the stream that the event comes from (for a link, the stream it points at),
 * or its correlation id when the strategy asks for that. Empty for strategies that do not pin.
 */
function pinOf(log: EventLog, settings: GroupSettings, stored: Buffer): string {
  if (settings.strategy !== 'Pinned' && settings.strategy !== 'PinnedByCorrelation') return '';
  const correlation = settings.strategy === 'PinnedByCorrelation' ? correlationId(log, settings, stored) : '';
  return correlation === '' ? sourceStream(stored) : correlation;
}

function sourceStream(stored: Buffer): string {
  const { type, stream } = eventHeaderOf(stored);
  if (type !== LINK_TYPE) return stream;
  const pointer = eventDataOf(stored).toString('utf8');
  return pointer.slice(pointer.indexOf('@') + 1);
}

function correlationId(log: EventLog, { resolveLinks }: GroupSettings, stored: Buffer): string {
  const recorded = resolveLinks ? resolveLink(log, stored).event : recordedEventOf(stored);
  if (recorded === undefined) return '';
  const reader = new ProtoReader(recorded);
  for (let field = reader.nextField(); field !== 0; field = reader.nextField()) {
    if (field === 7) return correlationIn(reader.text());
    reader.skip();
  }
  return '';
}

/** Metadata is whatever its writer put there; only a JSON object can name a correlation id. */
function correlationIn(metadata: string): string {
  try {
    const parsed: unknown = JSON.parse(metadata);
    if (typeof parsed !== 'object' || parsed === null || !('$correlationId' in parsed)) return '';
    return typeof parsed.$correlationId === 'string' ? parsed.$correlationId : '';
  } catch (error) {
    if (error instanceof SyntaxError) return '';
    throw error;
  }
}
