import { status } from '@grpc/grpc-js';
import { persistentSubscriptionDropped, toCallError, type CallError } from '../service/errors.js';
import type { Report } from '../monitoring/report.js';
import type { EventLog } from '../storage/event-log.js';
import { CheckpointPolicy } from './checkpoint-policy.js';
import type { Consumer } from './consumer.js';
import type { GroupMessage } from './group-message.js';
import { GroupSource } from './group-source.js';
import { ALL, groupId } from './group-key.js';
import type { GroupStore, StoredGroup } from './group-store.js';
import { MessageFlow } from './message-flow.js';
import { Meter } from './meter.js';
import { Parking } from './parking.js';

/** What a consumer wants done with a message that it does not acknowledge. */
export type NackAction = 'retry' | 'park' | 'skip' | 'stop';

const LONGEST_TIMER = 2 ** 31 - 1;

/**
 * A group of competing consumers: fetches messages from the log as the consumers have room for them, and does what
 * `MessageFlow` and `CheckpointPolicy` decide. With no consumer connected it does nothing and keeps next to nothing.
 */
export class PersistentGroup {
  readonly consumers = new Set<Consumer>();
  private readonly parking: Parking;
  private readonly source: GroupSource;
  private readonly flow: MessageFlow<Consumer>;
  private readonly policy: CheckpointPolicy;
  private readonly meter = new Meter(Date.now());
  private cursor: number;
  private isLive = false;
  private lastMatch: number | undefined;
  /** The checkpoint as it was last given to the store, and as it stands on disk. */
  private lastCheckpoint: number | undefined;
  private savedCheckpoint: number | undefined;
  private isStopped = false;
  private isScheduled = false;
  private timer: NodeJS.Timeout | undefined;
  private stopFollowing: (() => void) | undefined;

  constructor(
    private readonly log: EventLog,
    readonly definition: StoredGroup,
    private readonly store: GroupStore,
    private readonly report: Report,
  ) {
    this.source = new GroupSource(log, definition);
    this.flow = new MessageFlow(definition.settings);
    const proceed = () => this.proceed();
    const { source, flow } = this;
    this.parking = new Parking({ log, definition, source, flow, report, proceed });
    this.cursor = definition.checkpoint ?? definition.begin - 1;
    this.lastCheckpoint = definition.checkpoint;
    this.savedCheckpoint = definition.checkpoint;
    this.policy = new CheckpointPolicy(definition.settings, this.cursor);
  }

  /** True when no more consumers are taken. */
  get isFull(): boolean {
    const { maxSubscriberCount } = this.definition.settings;
    return maxSubscriberCount > 0 && this.consumers.size >= maxSubscriberCount;
  }

  /** Connects a consumer. */
  connect(consumer: Consumer): void {
    this.consumers.add(consumer);
    this.flow.join(consumer);
    this.proceed();
  }

  /** A consumer has gone; what it had goes to the others. */
  disconnect(consumer: Consumer): void {
    if (!this.consumers.delete(consumer)) return;
    this.flow.leave(consumer, Date.now());
    if (this.consumers.size === 0) this.flow.dropBodies();
    this.proceed();
  }

  /** A consumer is done with these messages. Who they are with does not matter: they may have moved on meanwhile. */
  acknowledge(ids: readonly string[]): void {
    for (const id of ids) {
      const message = this.flow.settle(id, Date.now());
      if (message !== undefined) this.parking.settled(message);
    }
    this.refill(ids.length);
  }

  /** A consumer could not process these messages. With `stop` it also leaves, and others try. */
  reject(consumer: Consumer, ids: readonly string[], action: NackAction, reason: string): void {
    if (action === 'stop') {
      this.drop(consumer, this.dropped());
      return;
    }
    if (action === 'skip') {
      this.acknowledge(ids);
      return;
    }
    for (const id of ids) this.rejectOne(id, action, reason);
    this.refill(ids.length);
  }

  /** Goes on after a consumer has become ready for more. */
  proceed(): void {
    if (this.isScheduled || this.isStopped) return;
    this.isScheduled = true;
    // In one go for all messages that came with the same packet.
    setImmediate(() => {
      this.isScheduled = false;
      this.advance();
    });
  }

  /** Delivers parked messages again, those before the revision `stopAt` of the parked stream. */
  replayParked(stopAt: number): void {
    this.parking.startReplay(stopAt);
  }

  /** Drops all parked messages, for a group that is deleted. */
  async clearParked(): Promise<void> {
    await this.parking.clear();
  }

  /** Everything up to this number is done with, whether or not that is on disk; undefined before the first message. */
  get reached(): number | undefined {
    return this.policy.hasNews(this.settledTo) ? this.settledTo : this.lastCheckpoint;
  }

  /** Ends all connections; the group does nothing any more. */
  stop(reason: CallError = this.dropped()): void {
    for (const consumer of this.consumers) this.drop(consumer, reason);
    this.isStopped = true;
    this.stopFollowing?.();
    clearTimeout(this.timer);
  }

  /** Stores how far the group has got, even when its settings would not ask for it yet. */
  saveProgress(): void {
    if (this.policy.hasNews(this.settledTo)) this.saveCheckpoint();
  }

  /** What `GetInfo` reports. */
  statistics() {
    const waiting = this.flow.waitingCount;
    this.measureLag();
    return {
      ...this.meter.read(Date.now()),
      status: `${this.isLive ? 'Live' : 'Behind'}${this.parking.isReplaying ? ', ReplayingParkedMessages' : ''}`,
      lastCheckpoint: this.savedCheckpoint,
      lastKnown: this.lastKnown(),
      readBufferCount: this.isLive ? 0 : waiting,
      liveBufferCount: this.isLive ? waiting : 0,
      retryBufferCount: this.flow.retryCount,
      inFlight: this.flow.inFlightCount,
      parkedCount: this.parking.count,
    };
  }

  /** Everything up to this number is done with. */
  private get settledTo(): number {
    return (this.flow.lowestUnsettled ?? this.cursor + 1) - 1;
  }

  /**
   * Sends what takes the place of answered messages before the next answer is looked at. The order of messages then
   * follows from the order of the answers alone: a retry keeps its turn, however many answers came with one packet.
   */
  private refill(answered: number): void {
    this.attempt(() => this.deliver(answered));
    this.proceed();
  }

  private advance(): void {
    this.attempt(() => this.step());
  }

  private attempt(act: () => void): void {
    if (this.isStopped) return;
    try {
      act();
    } catch (error) {
      this.giveUp(error);
    }
  }

  /** The log cannot be read on, for instance because the stream was closed for good: nobody waits in vain. */
  private giveUp(error: unknown): void {
    const reason = toCallError(error);
    if (reason.code === status.INTERNAL)
      this.report(`the group ${groupId(this.definition)} cannot go on`, error);
    for (const consumer of this.consumers) this.drop(consumer, reason);
  }

  private step(): void {
    for (const message of this.flow.expire(Date.now())) this.parkSpent(message);
    this.deliver();
    if (this.fetch()) this.deliver();
    const now = Date.now();
    if (this.policy.isDue(this.settledTo, now)) this.saveCheckpoint();
    this.wakeAt(Math.min(this.flow.nextExpiry, this.policy.dueAt(this.settledTo)), now);
  }

  private deliver(limit?: number): void {
    for (const { consumer, message } of this.flow.deliver(Date.now(), limit)) {
      this.meter.count();
      consumer.connection.send(this.encode(message));
    }
  }

  private encode(message: GroupMessage): Buffer {
    const { parkedRevision, retryCount } = message;
    if (parkedRevision === undefined) return this.source.encode(message);
    return this.parking.encode(parkedRevision, retryCount);
  }

  /** Reads one chunk of the log when little is waiting; true when there is something new to deliver. */
  private fetch(): boolean {
    const { readBatchSize, historyBufferSize, liveBufferSize } = this.definition.settings;
    if (this.consumers.size === 0) return false;
    this.stopFollowing ??= this.log.signal.once(this.definition.stream, () => {
      this.stopFollowing = undefined;
      this.proceed();
    });
    if (this.measureLag() <= 0 || this.flow.waitingCount >= readBatchSize) return false;
    const limit = (this.isLive ? liveBufferSize : historyBufferSize) - this.flow.waitingCount;
    return this.fetchUpTo(Math.max(1, limit));
  }

  /** How far the log goes on. A group is live from the end of the log on, until more comes than the live buffer takes. */
  private measureLag(): number {
    const lag = this.source.head() - this.cursor;
    if (lag <= 0) this.isLive = true;
    else if (lag > this.definition.settings.liveBufferSize) this.isLive = false;
    return lag;
  }

  private fetchUpTo(limit: number): boolean {
    const { messages, searchedTo } = this.source.after(this.cursor, limit);
    this.cursor = searchedTo;
    this.lastMatch = messages.at(-1)?.number ?? this.lastMatch;
    this.flow.admit(messages);
    this.proceed();
    return messages.length > 0;
  }

  private rejectOne(id: string, action: 'retry' | 'park', reason: string): void {
    if (action === 'retry') {
      const spent = this.flow.tryAgain(id, Date.now());
      if (spent !== undefined) this.parkSpent(spent);
      return;
    }
    const message = this.flow.beginParking(id, Date.now());
    if (message !== undefined) this.parking.park(message, `Client explicitly NAK'ed message.\n${reason}`);
  }

  private parkSpent(message: GroupMessage): void {
    this.parking.park(message, `Reached retry count of ${this.definition.settings.maxRetryCount}`);
  }

  private saveCheckpoint(): void {
    const place = this.settledTo;
    this.policy.stored(place, Date.now());
    this.lastCheckpoint = place;
    this.store.saveCheckpoint(this.definition, place, () => {
      this.savedCheckpoint = place;
    });
  }

  private wakeAt(time: number, now: number): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (time === Infinity) return;
    this.timer = setTimeout(() => this.advance(), Math.min(Math.max(1, time - now), LONGEST_TIMER)).unref();
  }

  private lastKnown(): number | undefined {
    const { begin, filter } = this.definition;
    const head = this.source.head();
    return filter === undefined && head >= begin ? head : this.lastMatch;
  }

  private drop(consumer: Consumer, reason: CallError): void {
    this.disconnect(consumer);
    consumer.connection.drop(reason);
  }

  private dropped(): CallError {
    return persistentSubscriptionDropped(this.definition.stream ?? ALL, this.definition.group);
  }
}
