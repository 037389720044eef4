import type { GroupMessage } from './group-message.js';
import type { ParkedMessages } from './parked-messages.js';
import { SortedNumbers } from './sorted-numbers.js';

/** How many parked messages are under way at once; the rest stays on disk until some of them are settled. */
const AT_ONCE = 500;

/**
 * The replay of parked messages. They stay parked until each has been dealt with, so that a crash in between loses
 * none of them; those that are under way are not begun twice.
 */
export class ParkedReplay {
  private readonly underWay = new SortedNumbers();
  private next = 0;
  private end = 0;

  constructor(private readonly parked: ParkedMessages) {}

  /** True while parked messages are being delivered again. */
  get isRunning(): boolean {
    return this.underWay.size > 0;
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
