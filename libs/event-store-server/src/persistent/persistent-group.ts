import { status } from '@grpc/grpc-js';
import type { Report } from '../monitoring/health.js';
import { persistentSubscriptionDropped, toCallError, type CallError } from '../service/errors.js';
import type { EventLog } from '../storage/event-log.js';
import type { Consumer } from './consumer.js';
import { ALL, groupId } from './group-definition.js';
import { GroupFeed } from './group-feed.js';
import { GroupSource } from './group-source.js';
import { GroupProgress, type GroupStore, type StoredGroup } from './group-store.js';
import { MessageFlow, type GroupMessage } from './message-flow.js';
import { Parking } from './parking.js';
import { ToldCheckpoints } from './told-checkpoints.js';
import { Meter, type GroupStatistics } from './statistics.js';

/** What a consumer wants done with a message that it does not acknowledge. */
export type NackAction = 'retry' | 'park' | 'skip' | 'stop';

const LONGEST_TIMER = 2 ** 31 - 1;

/**
 * A group of competing consumers: fetches messages from the log as the consumers have room for them, and does what
 * `GroupFeed`, `MessageFlow` and `CheckpointPolicy` decide. With no consumer connected it notes places alone.
 */
export class PersistentGroup {
  readonly consumers = new Set<Consumer>();
  private readonly parking: Parking;
  private readonly source: GroupSource;
  private readonly feed: GroupFeed;
  private readonly flow: MessageFlow<Consumer>;
  private readonly progress: GroupProgress;
  private readonly told: ToldCheckpoints;
  private readonly meter = new Meter(Date.now());
  private isStopped = false;
  private isFaulted = false;
  /** The number of the first message that was delivered since the group began or was started again. */
  private first: number | undefined;
  private isScheduled = false;
  private timer: NodeJS.Timeout | undefined;
  private stopFollowing: (() => void) | undefined;

  constructor(
    private readonly log: EventLog,
    readonly definition: StoredGroup,
    store: GroupStore,
    private readonly report: Report,
  ) {
    this.source = new GroupSource(log, definition);
    this.flow = new MessageFlow(definition.settings);
    this.feed = new GroupFeed(
      definition.settings,
      this.flow,
      (definition.checkpoint ?? definition.begin - 1) + 1,
    );
    this.told = new ToldCheckpoints(log, definition, report);
    this.progress = new GroupProgress(store, definition, (place) => this.told.add(place));
    const proceed = () => this.proceed();
    const { source, flow } = this;
    this.parking = new Parking({ log, definition, source, flow, report, proceed });
    this.follow();
    this.proceed();
  }

  /** True when no more consumers are taken. */
  get isFull(): boolean {
    const { maxSubscriberCount } = this.definition.settings;
    return maxSubscriberCount !== 0 && this.consumers.size >= maxSubscriberCount;
  }

  /** Connects a consumer. */
  connect(consumer: Consumer): void {
    this.consumers.add(consumer);
    this.flow.join(consumer);
    if (this.isFaulted) this.drop(consumer, this.dropped());
    else this.proceed();
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

  /** Drops all parked messages and what was told of checkpoints, for a group that is deleted. */
  async clear(): Promise<void> {
    await this.told.clear();
    await this.parking.clear();
  }

  /** Everything up to this number is done with, whether or not that is on disk; undefined while nothing was answered or stored. */
  get reached(): number | undefined {
    return this.hasAnswers ? this.progress.reached(this.settledTo) : this.progress.saved;
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
    if (this.hasSettled) this.progress.save(this.settledTo, Date.now());
  }

  /** True when something was done with; a filter is done with what it passes over. */
  private get hasSettled(): boolean {
    return this.definition.filter !== undefined || this.hasAnswers;
  }

  /** True when consumers are done with something. */
  private get hasAnswers(): boolean {
    return this.first !== undefined && this.settledTo >= this.first;
  }

  /** What `GetInfo` reports. */
  statistics(): GroupStatistics {
    return {
      ...this.meter.read(Date.now()),
      status: this.status,
      lastCheckpoint: this.progress.saved,
      lastKnown: this.feed.lastKnown,
      readBufferCount: this.flow.waitingCount,
      liveBufferCount: this.feed.newestCount,
      retryBufferCount: this.flow.retryCount,
      inFlight: this.flow.inFlightCount,
      parkedCount: this.parking.count,
    };
  }

  /** As EventStoreDB writes its flags. */
  private get status(): string {
    const flags = [
      this.feed.isLive ? '' : 'Behind',
      this.isFaulted ? 'OutstandingPageRequest' : '',
      this.parking.isReading ? 'ReplayingParkedMessages' : '',
      this.feed.isLive ? 'Live' : '',
    ];
    return flags.filter((flag) => flag !== '').join(', ');
  }

  /** Everything up to this number is done with. */
  private get settledTo(): number {
    const readTo = this.feed.readFrom - 1;
    const lookedTo = this.feed.isLive ? Math.max(this.source.lookedTo, readTo) : readTo;
    return (this.flow.lowestUnsettled ?? lookedTo + 1) - 1;
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
    this.isFaulted = reason.code !== status.INTERNAL;
    if (!this.isFaulted) this.report(`the group ${groupId(this.definition)} cannot go on`, error);
    for (const consumer of this.consumers) this.drop(consumer, this.isFaulted ? this.dropped() : reason);
  }

  private step(): void {
    for (const message of this.flow.expire(Date.now())) this.parkSpent(message);
    this.takeStored();
    this.readOn();
    this.deliver();
    const now = Date.now();
    const saveAt = this.hasSettled ? this.progress.saveWhenDue(this.settledTo, now) : Infinity;
    this.wakeAt(Math.min(this.flow.nextExpiry, saveAt), now);
  }

  /** Looks at what was stored since the last time, a chunk at a time. */
  private takeStored(): void {
    if (!this.source.hasGrown) return;
    for (const message of this.source.takeStored()) this.feed.stored(this.kept(message));
    this.proceed();
  }

  /** Reads a chunk of the log when the group is behind and there is room for it. */
  private readOn(): void {
    if (this.isFaulted || !this.feed.wantsToRead) return;
    const { events, searchedTo, isEnd } = this.source.read(this.feed.readFrom);
    const looked = events.map(({ number, message }) => ({ number, message: message && this.kept(message) }));
    this.feed.read(looked, searchedTo, isEnd);
    if (this.feed.wantsToRead) this.proceed();
  }

  /** A message that waits while nobody is connected takes no memory for its content. */
  private kept(message: GroupMessage): GroupMessage {
    return this.consumers.size > 0 ? message : { ...message, body: undefined };
  }

  /** Goes on whenever the log has grown. */
  private follow(): void {
    this.stopFollowing = this.log.signal.once(this.definition.stream, () => {
      this.follow();
      // A turn later than the answer to the writer.
      setImmediate(() => this.proceed());
    });
  }

  private deliver(limit?: number): void {
    for (const { consumer, message } of this.flow.deliver(Date.now(), limit)) {
      this.meter.count();
      if (message.parkedRevision === undefined) this.first ??= message.number;
      consumer.connection.send(this.encode(message));
    }
  }

  private encode(message: GroupMessage): Buffer {
    const { parkedRevision, retryCount } = message;
    if (parkedRevision === undefined) return this.source.encode(message);
    return this.parking.encode(parkedRevision, retryCount);
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

  private wakeAt(time: number, now: number): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (time === Infinity) return;
    this.timer = setTimeout(() => this.advance(), Math.min(Math.max(1, time - now), LONGEST_TIMER)).unref();
  }

  private drop(consumer: Consumer, reason: CallError): void {
    this.disconnect(consumer);
    consumer.connection.drop(reason);
  }

  private dropped(): CallError {
    return persistentSubscriptionDropped(this.definition.stream ?? ALL, this.definition.group);
  }
}
