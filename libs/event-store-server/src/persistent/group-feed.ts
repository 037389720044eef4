import type { StoredEvent } from '../storage/log-reader.js';
import type { GroupSettings } from './group-definition.js';
import type { GroupMessage } from './message-flow.js';

/** The settings that say how much a group holds ready. */
export type FeedSettings = Pick<GroupSettings, 'historyBufferSize' | 'liveBufferSize' | 'readBatchSize'>;

/** Where messages wait for a consumer. */
export interface Waiting {
  readonly waitingCount: number;
  readonly retryCount: number;
  admit(messages: readonly GroupMessage[]): void;
}

/** What a group has looked at: an event, and the message that it is for the group, if it is one. */
export interface LookedAt {
  readonly number: StoredEvent['number'];
  readonly message: GroupMessage | undefined;
}

/** A group that gives no batch size reads this many, and no group more than the largest. */
const DEFAULT_BATCH = 10;
const LARGEST_BATCH = 100;

/**
 * Decides what a group holds ready for its consumers, as EventStoreDB does, without any input or output. A group that is live
 * takes every event as it is stored. When its buffer is full it is behind: then it reads pages of the log, as a reader would
 * see it, until it meets the newest events, of which it always remembers a few.
 */
export class GroupFeed {
  /** The next number to read while the group is behind. */
  readFrom: number;
  private live = false;
  private newest: GroupMessage[] = [];
  private known: number | undefined;
  private admitted: number;

  constructor(
    private readonly settings: FeedSettings,
    private readonly flow: Waiting,
    begin: number,
  ) {
    this.readFrom = begin;
    this.admitted = begin - 1;
  }

  get isLive(): boolean {
    return this.live;
  }

  /** The newest message that the group has heard of. */
  get lastKnown(): number | undefined {
    return this.known;
  }

  /** How many of the newest events the group remembers. */
  get newestCount(): number {
    return this.newest.length;
  }

  /** True when the group is behind and has room for what it would read. */
  get wantsToRead(): boolean {
    return !this.live && this.hasRoom;
  }

  /** An event was stored just now that is for this group. */
  stored(message: GroupMessage): void {
    this.hearOf(message);
    if (this.live && this.flow.waitingCount >= this.settings.historyBufferSize) {
      this.live = false;
      this.readFrom = message.number;
    }
    if (this.live) this.admit(message);
    this.newest.push({ ...message, body: undefined });
    if (this.newest.length > this.settings.liveBufferSize) this.newest.shift();
  }

  /**
   * A part of the log was read. Takes from it what there is room for; the rest is read again later.
   *
   * @param searchedTo how far the log was looked at for these events
   * @param isEnd true when there was nothing after them
   */
  read(events: readonly LookedAt[], searchedTo: number, isEnd: boolean): void {
    let inPage = 0;
    for (const { number, message } of events) {
      if (inPage === this.pageSize) {
        if (!this.hasRoom) return;
        inPage = 0;
      }
      if (message !== undefined) {
        inPage++;
        this.hearOf(message);
        this.take(message);
        if (this.live) return;
      }
      this.readFrom = number + 1;
    }
    this.readFrom = searchedTo + 1;
    if (isEnd) this.goLive();
  }

  private get hasRoom(): boolean {
    const { historyBufferSize, readBatchSize } = this.settings;
    return historyBufferSize - this.flow.waitingCount - this.flow.retryCount > readBatchSize;
  }

  private get pageSize(): number {
    const { readBatchSize } = this.settings;
    return readBatchSize > 0 ? Math.min(readBatchSize, LARGEST_BATCH) : DEFAULT_BATCH;
  }

  /** What was read comes before the newest events; where the two meet, those follow and the group is live. */
  private take(message: GroupMessage): void {
    const [first] = this.newest;
    if (first === undefined || message.number < first.number) {
      this.admit(message);
      return;
    }
    if (message.number > first.number)
      this.newest = this.newest.filter(({ number }) => number > message.number);
    if (message.number !== this.newest[0]?.number) this.admit(message);
    this.goLive();
  }

  private goLive(): void {
    for (const message of this.newest) this.admit(message);
    this.newest = [];
    this.live = true;
  }

  private admit(message: GroupMessage): void {
    if (message.number <= this.admitted) return;
    this.admitted = message.number;
    this.flow.admit([message]);
  }

  private hearOf({ number }: GroupMessage): void {
    this.known = Math.max(number, this.known ?? number);
  }
}
