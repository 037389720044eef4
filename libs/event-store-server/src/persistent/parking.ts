import { randomUUID } from 'node:crypto';
import type { Report } from '../monitoring/health.js';
import type { EventLog } from '../storage/event-log.js';
import { LINK_TYPE, resolveLink, type Resolved } from '../storage/links.js';
import { metastreamOf } from '../storage/stream-metadata.js';
import { systemEvent } from '../storage/system-events.js';
import { visibleRange } from '../storage/visible-range.js';
import { ExpectedRevision } from '../wire/append-messages.js';
import { encodeReadEvent } from '../wire/read-event.js';
import { proposedEvent, type ProposedEvent } from '../wire/proposed-event.js';
import { eventDataOf, eventHeaderOf } from '../wire/recorded-event.js';
import { groupId, type GroupKey } from './group-definition.js';
import type { GroupSource } from './group-source.js';
import type { StoredGroup } from './group-store.js';
import type { FlowConsumer, GroupMessage, MessageFlow } from './message-flow.js';

const LINK = Buffer.from(LINK_TYPE);

/** What parking works with. */
export interface ParkingContext {
  readonly log: EventLog;
  readonly definition: StoredGroup;
  readonly source: GroupSource;
  readonly flow: MessageFlow<FlowConsumer>;
  readonly report: Report;
  /** Called when there may be something to deliver again. */
  readonly proceed: () => void;
}

/** Parks messages of a group, and delivers parked ones again. */
export class Parking {
  private readonly parked: ParkedMessages;
  private readonly replay: ParkedReplay;

  constructor(private readonly context: ParkingContext) {
    this.parked = new ParkedMessages(context.log, context.definition);
    this.replay = new ParkedReplay(this.parked);
  }

  /** How many messages are parked and not being delivered again. */
  get count(): number {
    return this.replay.remaining;
  }

  /** True while some of the messages to deliver again are still to be read. */
  get isReading(): boolean {
    return this.replay.isReading;
  }

  /** Parks a message that was taken out of the flow; when the disk refuses, it is tried again. */
  park(message: GroupMessage, reason: string): void {
    const { flow, report, proceed } = this.context;
    this.store(message, reason).then(
      () => {
        flow.forget(message);
        this.settled(message);
        proceed();
      },
      (error: unknown) => {
        report(`a message of ${this.parked.stream} could not be parked and is tried again`, error);
        flow.retry(message);
        proceed();
      },
    );
  }

  /** Delivers parked messages again, those before the revision `stopAt` of the parked stream. */
  startReplay(stopAt: number): void {
    this.context.flow.replay(this.replay.start(stopAt));
    this.context.proceed();
  }

  /** A message was dealt with. If it was being replayed, it is parked no more. */
  settled({ parkedRevision }: GroupMessage): void {
    if (parkedRevision === undefined) return;
    const { flow, report } = this.context;
    const doneBefore = this.replay.settle(parkedRevision);
    flow.replay(this.replay.more());
    if (doneBefore === undefined) return;
    this.parked.forgetBefore(doneBefore).catch((error: unknown) => {
      report(`replayed messages stay in ${this.parked.stream}`, error);
    });
  }

  /** A replayed message as a consumer gets it: what is parked is a link, and comes with what it points at. */
  encode(parkedRevision: number, retryCount: number): Buffer {
    return encodeReadEvent({ ...this.parked.resolve(parkedRevision), retryCount });
  }

  /** Drops all parked messages, for a group that is deleted. */
  async clear(): Promise<void> {
    await this.parked.clear();
  }

  private async store(message: GroupMessage, reason: string): Promise<void> {
    const { source, definition } = this.context;
    const { parkedRevision } = message;
    const isReplayed = parkedRevision !== undefined;
    const stored = isReplayed ? this.parked.stored(parkedRevision) : source.stored(message);
    await this.parked.park(stored, isReplayed || definition.settings.resolveLinks, reason);
  }
}

/** How many parked messages are under way at once; the rest stays on disk until some of them are settled. */
const AT_ONCE = 500;

/**
 * The replay of parked messages. They stay parked until each has been dealt with, so that a crash in between loses
 * none of them; those that are under way are not begun twice.
 */
class ParkedReplay {
  private readonly underWay = new Set<number>();
  private next = 0;
  private end = 0;

  constructor(private readonly parked: ParkedMessages) {}

  /** True while some of the messages to deliver again are still to be read. */
  get isReading(): boolean {
    return this.next < this.end;
  }

  /** How many parked messages are not under way. */
  get remaining(): number {
    const { first, end } = this.parked.range;
    return Math.max(0, end - Math.max(first, this.next));
  }

  /** Starts with what is parked now, up to but without the revision `stopAt`. */
  start(stopAt: number): GroupMessage[] {
    const { first, end } = this.parked.range;
    this.next = Math.max(this.next, first);
    this.end = Math.max(this.end, Math.min(stopAt, end));
    return this.more();
  }

  /** The next messages, when enough of those before are settled. */
  more(): GroupMessage[] {
    if (this.underWay.size > AT_ONCE / 2 || this.next >= this.end) return [];
    const listed = this.parked.list(this.next, this.end, AT_ONCE);
    this.next += listed.length;
    return listed.map(({ revision, id }) => {
      this.underWay.add(revision);
      return { number: revision, id, pin: '', body: undefined, retryCount: 0, parkedRevision: revision };
    });
  }

  /** One of them was dealt with. Returns before which revision all were, when the replay is at its end. */
  settle(revision: number): number | undefined {
    this.underWay.delete(revision);
    return this.underWay.size > 0 || this.next < this.end ? undefined : this.next;
  }
}

/** A parked message: its revision in the parked stream, and its id there. */
interface ParkedMessage {
  readonly revision: number;
  readonly id: string;
}

/**
 * The messages that a group has set aside. As in EventStoreDB they are links in a stream of their own, so they survive
 * a restart and can be read like any stream; replayed ones are hidden by the stream's `$tb`.
 */
class ParkedMessages {
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
    const isLink = followed && type === LINK_TYPE;
    const added = new Date().toISOString();
    const event = proposedEvent({
      id: randomUUID(),
      type: LINK,
      content: 'binary',
      metadata: Buffer.from(JSON.stringify({ added, reason, ...numberOf(revision) })),
      data: isLink ? eventDataOf(stored) : Buffer.from(`${revision}@${stream}`),
    });
    await this.append(this.stream, event);
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

/** Which event of the subscription it was; as in EventStoreDB, that of the first is left out. */
function numberOf(revision: number): { subscriptionEventNumber?: number } {
  return revision === 0 ? {} : { subscriptionEventNumber: revision };
}
