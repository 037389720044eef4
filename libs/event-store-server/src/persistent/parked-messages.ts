import { randomUUID } from 'node:crypto';
import type { EventLog } from '../storage/event-log.js';
import { resolveLink, type Resolved } from '../storage/links.js';
import { metastreamOf } from '../storage/stream-metadata.js';
import { systemEvent } from '../storage/system-events.js';
import { visibleRange } from '../storage/visible-range.js';
import { ExpectedRevision } from '../wire/append-messages.js';
import { type ProposedEvent, eventDataOf, eventHeaderOf } from '../wire/recorded-event.js';
import { groupId, type GroupKey } from './group-key.js';

/** A parked message: its revision in the parked stream, and its id there. */
export interface ParkedMessage {
  readonly revision: number;
  readonly id: string;
}

const LINK_TYPE = Buffer.from('$>');
const NOT_JSON = Buffer.from('application/octet-stream');

/**
 * The messages that a group has set aside. As in EventStoreDB they are links in a stream of their own, so they survive
 * a restart and can be read like any stream; replayed ones are hidden by the stream's `$tb`.
 */
export class ParkedMessages {
  readonly stream: string;

  constructor(
    private readonly log: EventLog,
    key: GroupKey,
  ) {
    this.stream = `$persistentsubscription-${groupId(key)}-parked`;
  }

  /** The revisions of those that are parked: the first, and the one after the last. */
  get range(): { first: number; end: number } {
    const { first, last } = visibleRange(this.log.streamHead(this.stream));
    return { first: Math.min(first, last + 1), end: last + 1 };
  }

  /**
   * Parks a stored event; the promise resolves when that is on disk.
   *
   * @param followed true when the consumer got what a link points at; then that is what is parked
   */
  async park(stored: Buffer, followed: boolean, reason: string): Promise<void> {
    const { type, stream, revision } = eventHeaderOf(stored);
    const isLink = followed && type === LINK_TYPE.toString();
    const added = new Date().toISOString();
    await this.append(this.stream, {
      id: randomUUID(),
      type: LINK_TYPE,
      contentType: NOT_JSON,
      metadata: Buffer.from(JSON.stringify({ added, reason, subscriptionEventNumber: revision })),
      data: isLink ? Buffer.from(eventDataOf(stored)) : Buffer.from(`${revision}@${stream}`),
    });
  }

  /** The parked messages from a revision on and before another, at most `limit` of them. */
  list(from: number, before: number, limit: number): ParkedMessage[] {
    const { id } = this.log.streamHead(this.stream);
    const end = Math.min(before, from + limit);
    const listed: ParkedMessage[] = [];
    for (let next = from; next < end;) {
      const chunk = this.log.reader.stream(id, next, false, end - next);
      if (chunk.length === 0) break;
      for (const { number, message } of chunk)
        listed.push({ revision: number, id: eventHeaderOf(message).id });
      next += chunk.length;
    }
    return listed;
  }

  /** A parked message with what it points at. */
  resolve(revision: number): Resolved {
    return resolveLink(this.log, this.stored(revision));
  }

  /** The parked message itself, which is a link. */
  stored(revision: number): Buffer {
    const message = this.log.reader.eventAt(this.log.streamHead(this.stream).id, revision);
    if (message === undefined) throw new Error(`parked message ${revision} of ${this.stream} cannot be read`);
    return message;
  }

  /** Hides the parked messages before this revision: they have been dealt with. */
  async forgetBefore(revision: number): Promise<void> {
    await this.append(metastreamOf(this.stream), systemEvent('$metadata', JSON.stringify({ $tb: revision })));
  }

  /** Drops all parked messages, for a group that is deleted. */
  async clear(): Promise<void> {
    const { any } = ExpectedRevision;
    // Refused when nothing was ever parked, and then there is nothing to drop.
    await this.log.write({ kind: 'soft-delete', stream: this.stream, expected: any, events: [] });
  }

  private async append(stream: string, event: ProposedEvent): Promise<void> {
    const request = { kind: 'append', stream, expected: ExpectedRevision.any, events: [event] } as const;
    const outcome = await this.log.write(request);
    if (outcome.kind !== 'written') throw new Error(`${stream} does not take events: ${outcome.kind}`);
  }
}
