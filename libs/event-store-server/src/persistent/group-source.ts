import type { EventLog } from '../storage/event-log.js';
import { resolveLink } from '../storage/links.js';
import { compileFilter, type EventFilter } from '../streams/event-filter.js';
import { eventSource, type EventSource } from '../streams/event-source.js';
import { encodeReadEvent } from '../wire/read-event.js';
import { eventHeaderOf, recordedEventOf } from '../wire/recorded-event.js';
import type { GroupMessage } from './group-message.js';
import { ALL } from './group-key.js';
import type { StoredGroup } from './group-store.js';
import { pinOf } from './message-pin.js';

/** Parked messages of groups that read `$all` are not in what such groups read: parking would feed itself. */
const PARKED_FROM_ALL = /^\$persistentsubscription-\$all::.*-parked$/;

/** Reads from the log what a group delivers. */
export class GroupSource {
  private readonly source: EventSource;
  private readonly filter: EventFilter | undefined;

  constructor(
    private readonly log: EventLog,
    private readonly definition: StoredGroup,
  ) {
    this.source = eventSource(log, definition.stream);
    this.filter = definition.filter === undefined ? undefined : compileFilter(definition.filter);
  }

  /** The number of the newest event. */
  head(): number {
    return this.source.head();
  }

  /**
   * Messages after a number, at most `limit`, and how far the log was looked at.
   *
   * @throws CallError when the stream is tombstoned
   */
  after(cursor: number, limit: number): { messages: GroupMessage[]; searchedTo: number } {
    const head = this.source.head();
    const { events, searchedTo } = this.source.after(cursor);
    const messages: GroupMessage[] = [];
    for (const { number, message } of events) {
      if (messages.length === limit || number > head) return { messages, searchedTo: number - 1 };
      if (!this.accepts(message)) continue;
      messages.push(this.toMessage(number, message));
    }
    return { messages, searchedTo };
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
