import type { EventStore, LogBatch } from '#event-store';
import { pause } from './pause.js';
import { TURN_MS, turnAfter } from './turns.js';

/** What a feed needs of the log. */
export type LogSource = Pick<EventStore, 'follow' | 'lastPosition' | 'firstFrom'>;

/** Events of a batch that a feed reads at a time. */
const LARGEST_BATCH = 2_048;

/** Events that a slow reader is given at a time when several batches wait for it. */
const LARGEST_HELPING = 2_048;

/** Events that stay at hand for those who are not at the end; and of those that all of them have taken, for who comes back. */
const [WINDOW_EVENTS, TAKEN_EVENTS] = [8_192, 2_048];

interface FeedOptions {
  /** Events that stay at hand. */
  readonly windowEvents?: number;
  readonly turnMs?: number;
  /** How long to wait after a batch. */
  readonly turnOf?: typeof turnAfter;
  /** Whether there are several followers to share it. */
  readonly isShared?: boolean;
}

interface Waiting {
  readonly number: number;
  readonly batch: LogBatch;
}

/**
 * One subscription for all followers of a program: each event is read and opened once, for whoever wants it. The feed goes
 * as fast as the fastest of its readers. Recent batches stay at hand; a reader whose next batch is gone has to read
 * alone and may come back, so that nobody waits for it.
 */
export class Feed {
  private readonly categories: ReadonlySet<string>;
  private readonly windowEvents: number;
  private readonly turnMs: number;
  private readonly turnOf: typeof turnAfter;
  private readonly isShared: boolean;
  private readonly seats = new Set<Seat>();
  private window: Waiting[] = [];
  /** Events at hand, and one for each batch. */
  private held = 0;
  private nextNumber = 0;
  /** The places before the first batch at hand and behind the last. */
  private start: bigint | null = null;
  private end: bigint | null = null;
  private pumping: AbortController | undefined;
  private hungry = () => {};

  constructor(
    private readonly source: LogSource,
    categories: Iterable<string>,
    {
      windowEvents = WINDOW_EVENTS,
      turnMs = TURN_MS,
      turnOf = turnAfter,
      isShared = false,
    }: FeedOptions = {},
  ) {
    this.categories = new Set(categories);
    [this.windowEvents, this.turnMs, this.turnOf, this.isShared] = [windowEvents, turnMs, turnOf, isShared];
  }

  /** Whether somebody who begins with the first event may do so together with others. */
  beginsTogether(): boolean {
    return this.isShared && (!this.pumping || this.covers(null));
  }

  /** Whether a reader that has come to this place by itself can go on here. */
  covers(after: bigint | null): boolean {
    return this.pumping !== undefined && placeNumber(after) >= placeNumber(this.start);
  }

  /**
   * A seat for a reader at this place; undefined when what comes next is not at hand any more. A reader that starts ahead of
   * all others takes the feed with it: it belongs to those who are furthest.
   * @param hasReadAlone it comes from reading alone, and may have overtaken the feed by a little
   */
  join(after: bigint | null, { hasReadAlone }: { readonly hasReadAlone: boolean }): Seat | undefined {
    const isAhead = placeNumber(after) > placeNumber(this.end);
    if (!this.pumping || (isAhead && !hasReadAlone)) this.restart(after);
    if (!this.covers(after)) return undefined;
    const next = this.window.find(({ batch }) => batch.position > placeNumber(after));
    const seat = new Seat(this, next?.number ?? this.nextNumber, after);
    this.seats.add(seat);
    return seat;
  }

  leave(seat: Seat): void {
    if (this.seats.delete(seat) && this.seats.size === 0) this.stop();
  }

  /** Everything at hand from this batch on, as one; undefined when there is nothing yet. */
  helping(from: number): (LogBatch & { readonly next: number }) | undefined {
    const first = this.window[0]?.number ?? this.nextNumber;
    const waiting = this.window.slice(from - first);
    const taken: Waiting[] = [];
    let count = 0;
    for (const one of waiting) {
      count += one.batch.events.length;
      if (taken.length > 0 && count > LARGEST_HELPING) break;
      taken.push(one);
    }
    const last = taken.at(-1);
    if (!last) return undefined;
    const events = taken.length === 1 ? last.batch.events : taken.flatMap(({ batch }) => batch.events);
    const unreadable = taken.flatMap(({ batch }) => batch.unreadable ?? []);
    return { ...last.batch, events, unreadable, next: last.number + 1 };
  }

  /** A reader has taken what was at hand: there should be more when it is done with that. */
  hunger(): void {
    this.hungry();
  }

  private restart(after: bigint | null): void {
    this.stop();
    for (const seat of this.seats) seat.fallBehind();
    this.seats.clear();
    [this.window, this.held, this.start, this.end] = [[], 0, after, after];
    const pumping = new AbortController();
    this.pumping = pumping;
    void this.pump(after, pumping.signal);
  }

  private stop(): void {
    this.pumping?.abort();
    this.pumping = undefined;
    this.hungry();
  }

  private async pump(after: bigint | null, signal: AbortSignal): Promise<void> {
    let failure: unknown = new Error('The subscription to the log ended');
    try {
      const options = { categories: this.categories, largest: LARGEST_BATCH };
      let last = 0;
      for await (const batch of this.source.follow(after, signal, options)) {
        if (signal.aborted) return;
        const now = Date.now();
        const isHeldUp = [...this.seats].some(({ next }) => next < this.nextNumber);
        this.add(batch);
        await this.untilHungry(signal);
        const { events, recordedAt } = batch;
        const given = { events: events.length, recordedAt, isFull: events.length >= LARGEST_BATCH, isHeldUp };
        const turnMs = this.turnOf(given, now, now - last, this.turnMs);
        if (turnMs > 0) await pause(turnMs, signal);
        last = now;
      }
    } catch (error) {
      failure = error;
    }
    if (signal.aborted) return;
    this.pumping = undefined;
    const seats = [...this.seats];
    this.seats.clear();
    for (const seat of seats) seat.fail(failure);
  }

  private add(batch: LogBatch): void {
    this.window.push({ number: this.nextNumber++, batch });
    this.end = batch.position;
    this.held += batch.events.length + 1;
    while (this.window.length > 1 && this.held > this.most()) {
      const gone = this.window.shift();
      if (!gone) break;
      this.held -= gone.batch.events.length + 1;
      this.start = gone.batch.position;
    }
    const first = this.window[0]?.number ?? this.nextNumber;
    for (const seat of this.seats) {
      if (seat.next >= first) seat.wake();
      else {
        this.seats.delete(seat);
        seat.fallBehind();
      }
    }
  }

  /** How much may stay at hand: what is held for nobody keeps the garbage collector busy. */
  private most(): number {
    const oldest = this.window[0]?.number ?? this.nextNumber;
    const isTaken = [...this.seats].every(({ next }) => next > oldest);
    return isTaken ? Math.min(TAKEN_EVENTS, this.windowEvents) : this.windowEvents;
  }

  /** One batch waits while the fastest reader is busy with the one before. */
  private async untilHungry(signal: AbortSignal): Promise<void> {
    while (!signal.aborted && ![...this.seats].some(({ next }) => next >= this.nextNumber)) {
      await new Promise<void>((resolve) => {
        this.hungry = resolve;
      });
    }
  }
}

/** A reader's place in a feed. Iterating ends when it has fallen behind; then it reads alone. */
class Seat {
  private wakeUp = () => {};
  private hasFallenBehind = false;
  private failure: unknown;

  constructor(
    private readonly feed: Feed,
    /** Number of the batch it takes next. */
    public next: number,
    /** Where the reader stands already; null once it is past that. */
    private seen: bigint | null,
  ) {}

  wake(): void {
    this.wakeUp();
  }

  fallBehind(): void {
    this.hasFallenBehind = true;
    this.wakeUp();
  }

  fail(error: unknown): void {
    this.failure = error;
    this.wakeUp();
  }

  /** What is at hand, a helping at a time, until `signal` aborts or it has fallen behind. @throws when the feed failed */
  async *helpings(signal: AbortSignal): AsyncGenerator<LogBatch> {
    const stop = () => this.wakeUp();
    signal.addEventListener('abort', stop);
    try {
      while (!signal.aborted) {
        if (this.failure !== undefined) throw this.failure;
        if (this.hasFallenBehind) return;
        const helping = this.feed.helping(this.next);
        if (!helping) {
          await new Promise<void>((resolve) => {
            this.wakeUp = resolve;
          });
          continue;
        }
        this.next = helping.next;
        this.feed.hunger();
        const unseen = this.unseenOf(helping);
        if (unseen) yield unseen;
      }
    } finally {
      signal.removeEventListener('abort', stop);
      this.feed.leave(this);
    }
  }

  /** A reader that joins in the middle of a batch, or ahead of it, has seen the beginning. */
  private unseenOf(helping: LogBatch): LogBatch | undefined {
    const { seen } = this;
    if (seen === null) return helping;
    if (helping.position <= seen) return undefined;
    this.seen = null;
    const isUnseen = ({ position }: { readonly position: bigint }) => position > seen;
    return {
      ...helping,
      events: helping.events.filter(isUnseen),
      unreadable: helping.unreadable?.filter(isUnseen),
    };
  }
}

/** Before the first event stands before every position. */
function placeNumber(place: bigint | null): bigint {
  return place ?? -1n;
}
