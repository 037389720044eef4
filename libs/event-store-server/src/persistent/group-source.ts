import type { EventLog } from '../storage/event-log.js';
import { LINK_TYPE, resolveLink } from '../storage/links.js';
import { compileFilter, type EventFilter } from '../streams/event-filter.js';
import { eventSource, type EventSource } from '../streams/event-source.js';
import { ProtoReader } from '../wire/proto-reader.js';
import { encodeReadEvent } from '../wire/read-event.js';
import { eventDataOf, eventHeaderOf, recordedEventOf } from '../wire/recorded-event.js';
import { ALL, type GroupSettings } from './group-definition.js';
import type { StoredGroup } from './group-store.js';
import type { GroupMessage } from './message-flow.js';

/** Parked messages of groups that read `$all` are not in what such groups read: parking would feed itself. */
const PARKED_FROM_ALL = /^\$persistentsubscription-\$all::.*-parked$/;

/** Reads from the log what a group delivers, one message behind the other. */
export class GroupSource {
  private readonly source: EventSource;
  private readonly filter: EventFilter | undefined;
  private lookedTo: number;
  private live = false;
  private lastMatch: number | undefined;

  constructor(
    private readonly log: EventLog,
    private readonly definition: StoredGroup,
  ) {
    this.source = eventSource(log, definition.stream);
    this.filter = definition.filter === undefined ? undefined : compileFilter(definition.filter);
    this.lookedTo = definition.checkpoint ?? definition.begin - 1;
  }

  /** How far the log was looked at. */
  get cursor(): number {
    return this.lookedTo;
  }

  /** A group is live from the end of the log on, until more comes than the live buffer takes. */
  isLive(): boolean {
    this.measureLag();
    return this.live;
  }

  /** The newest event that the group is known to deliver. */
  get lastKnown(): number | undefined {
    const { begin, filter } = this.definition;
    const head = this.source.head();
    return filter === undefined && head >= begin ? head : this.lastMatch;
  }

  /**
   * The next messages out of one chunk of the log, as many as fit beside those that wait. There may be none in the
   * chunk; undefined when the log need not or cannot be read on.
   *
   * @throws CallError when the stream is tombstoned
   */
  next(waiting: number): GroupMessage[] | undefined {
    const { readBatchSize, historyBufferSize, liveBufferSize } = this.definition.settings;
    if (this.measureLag() <= 0 || waiting >= readBatchSize) return undefined;
    const limit = (this.live ? liveBufferSize : historyBufferSize) - waiting;
    return this.read(Math.max(1, limit));
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

  private measureLag(): number {
    const lag = this.source.head() - this.lookedTo;
    if (lag <= 0) this.live = true;
    else if (lag > this.definition.settings.liveBufferSize) this.live = false;
    return lag;
  }

  private read(limit: number): GroupMessage[] {
    const head = this.source.head();
    const { events, searchedTo } = this.source.visible(this.lookedTo, head);
    const messages: GroupMessage[] = [];
    let lookedTo = searchedTo;
    for (const { number, message } of events) {
      if (messages.length === limit || number > head) {
        lookedTo = number - 1;
        break;
      }
      if (this.accepts(message)) messages.push(this.toMessage(number, message));
    }
    this.lookedTo = lookedTo;
    this.lastMatch = messages.at(-1)?.number ?? this.lastMatch;
    return messages;
  }

  private accepts(message: Buffer): boolean {
    const { stream } = this.definition;
    if (stream === undefined && PARKED_FROM_ALL.test(eventHeaderOf(message).stream)) return false;
    return this.filter === undefined || this.filter.matches(message);
  }

  private toMessage(number: number, body: Buffer): GroupMessage {
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
