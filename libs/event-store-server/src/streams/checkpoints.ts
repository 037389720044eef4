import type { EventFilter } from './event-filter.js';

/** A position in `$all` as the protocol writes it: behind the event at `prepare`, but not behind one at `commit`. */
export interface Place {
  readonly commit: number;
  readonly prepare: number;
}

/** As in EventStoreDB: a filtered search goes through the log a page at a time, which holds this many matches at most. */
const MATCHES_PER_PAGE = 32;

/**
 * Decides when a filtered subscriber hears how far the log has been searched, as EventStoreDB does: while it catches up, at
 * the end of a page when enough was looked at, and before `caughtUp` in any case; when it is live, each time that so many
 * events were stored since it subscribed. What it is told never goes back, and never the same twice.
 */
export class Checkpoints {
  private isLive = false;
  private page: Place;
  private looked: number;
  private matched = 0;
  private counted = 0;
  /** The newest event or checkpoint that was sent; the start before the first one. */
  private sent: Place;
  private told: Place | undefined;

  /**
   * @param after the event behind which the subscription starts; a page begins with it, though it is not sent again
   * @param liveFrom the newest event when the subscriber came
   */
  constructor(
    private readonly filter: Pick<EventFilter, 'searchWindow' | 'checkpointEvery'>,
    after: number,
    private readonly liveFrom: number,
  ) {
    this.sent = at(Math.max(after, 0));
    this.page = this.sent;
    this.looked = after > 0 ? 1 : 0;
  }

  /** What is due before the first event. */
  begin(): Place | undefined {
    return this.endOfPage(this.page.commit);
  }

  /** One event was looked at, and sent if it matched. What is due after it. */
  passed(number: number, isMatch: boolean): Place | undefined {
    if (isMatch) this.sent = at(number);
    if (this.isLive) {
      return (number - this.liveFrom) % this.filter.checkpointEvery === 0 ? this.tell(at(number)) : undefined;
    }
    this.looked++;
    if (isMatch) this.matched++;
    return this.endOfPage(number);
  }

  /** The log is searched to its end. What is due before the subscriber is told so. */
  caughtUp(): Place | undefined {
    this.isLive = true;
    return this.tell(this.sent);
  }

  /** The subscriber starts at the end: there is nothing to search before it is live. */
  goLive(): void {
    this.isLive = true;
  }

  private endOfPage(last: number): Place | undefined {
    if (this.looked < this.filter.searchWindow && this.matched < MATCHES_PER_PAGE) return undefined;
    this.counted += this.looked;
    const due = this.counted >= this.filter.checkpointEvery ? later(this.sent, this.page) : undefined;
    if (due !== undefined) this.counted %= this.filter.checkpointEvery;
    this.page = { commit: last + 1, prepare: 0 };
    this.looked = 0;
    this.matched = 0;
    return due && this.tell(due);
  }

  private tell(place: Place): Place | undefined {
    this.sent = later(this.sent, place);
    if (this.told !== undefined && !isBefore(this.told, place)) return undefined;
    this.told = place;
    return place;
  }
}

function at(number: number): Place {
  return { commit: number, prepare: number };
}

function isBefore(one: Place, other: Place): boolean {
  return one.commit < other.commit || (one.commit === other.commit && one.prepare < other.prepare);
}

function later(one: Place, other: Place): Place {
  return isBefore(one, other) ? other : one;
}
