import { describe, expect, it } from '@jest/globals';
import { GroupFeed, type FeedSettings, type LookedAt } from './group-feed.js';
import type { GroupMessage } from './message-flow.js';

const SETTINGS: FeedSettings = { historyBufferSize: 10, liveBufferSize: 5, readBatchSize: 3 };

function message(number: number): GroupMessage {
  return { number, id: `id-${number}`, pin: '', body: undefined, retryCount: 0, parkedRevision: undefined };
}

/** What waits for a consumer. */
class Queue {
  readonly numbers: number[] = [];
  retryCount = 0;

  get waitingCount(): number {
    return this.numbers.length;
  }

  admit(messages: readonly GroupMessage[]): void {
    this.numbers.push(...messages.map(({ number }) => number));
  }
}

function looked(from: number, to: number, isFor: (number: number) => boolean = () => true): LookedAt[] {
  return Array.from({ length: to - from + 1 }, (_, index) => ({
    number: from + index,
    message: isFor(from + index) ? message(from + index) : undefined,
  }));
}

function feedOf(settings: Partial<FeedSettings> = {}, begin = 0): { feed: GroupFeed; queue: Queue } {
  const queue = new Queue();
  return { feed: new GroupFeed({ ...SETTINGS, ...settings }, queue, begin), queue };
}

describe('a group that is behind', () => {
  it('reads until nothing follows, and is live then', () => {
    const { feed, queue } = feedOf();
    feed.read(looked(0, 3), 3, true);
    expect([feed.isLive, feed.lastKnown, feed.newestCount]).toEqual([true, 3, 0]);
    expect(queue.numbers).toEqual([0, 1, 2, 3]);
  });

  it('reads page by page while there is room for a page, and goes on where it stopped', () => {
    const { feed, queue } = feedOf();
    feed.read(looked(0, 99), 99, true);
    expect(queue.numbers).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect([feed.isLive, feed.wantsToRead, feed.readFrom]).toEqual([false, false, 9]);
    queue.numbers.splice(0, 6);
    expect(feed.wantsToRead).toBe(true);
    feed.read(looked(9, 99), 99, true);
    expect(queue.numbers.at(-1)).toBe(14);
  });

  it('passes over what is not for it', () => {
    const { feed, queue } = feedOf();
    feed.read(
      looked(0, 99, (number) => number % 50 === 0),
      99,
      true,
    );
    expect(queue.numbers).toEqual([0, 50]);
    expect([feed.isLive, feed.readFrom]).toEqual([true, 100]);
  });

  it('meets what was stored meanwhile, and gives each event once', () => {
    const { feed, queue } = feedOf();
    for (const number of [4, 5, 6]) feed.stored(message(number));
    expect(queue.numbers).toEqual([]);
    feed.read(looked(0, 6), 6, true);
    expect(queue.numbers).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect([feed.isLive, feed.newestCount]).toEqual([true, 0]);
  });

  it('gives what was stored meanwhile though a reader does not see it', () => {
    const { feed, queue } = feedOf();
    feed.read(looked(0, 1), 1, false);
    for (const number of [2, 3]) feed.stored(message(number));
    feed.read([], 3, true);
    expect(queue.numbers).toEqual([0, 1, 2, 3]);
  });
});

describe('a group that is live', () => {
  it('takes what is stored, and remembers the newest', () => {
    const { feed, queue } = feedOf();
    feed.read([], -1, true);
    for (let number = 0; number < 8; number++) feed.stored(message(number));
    expect(queue.numbers).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect([feed.newestCount, feed.lastKnown]).toEqual([5, 7]);
  });

  it('is behind from the event on for which there is no room', () => {
    const { feed, queue } = feedOf();
    feed.read([], -1, true);
    for (let number = 0; number < 12; number++) feed.stored(message(number));
    expect([feed.isLive, feed.readFrom, feed.lastKnown]).toEqual([false, 10, 11]);
    queue.numbers.splice(0, 10);
    feed.read(looked(10, 11), 11, true);
    expect(queue.numbers).toEqual([10, 11]);
    expect(feed.isLive).toBe(true);
  });

  it('remembers nothing when it is to remember nothing, and misses nothing', () => {
    const { feed, queue } = feedOf({ liveBufferSize: 0 });
    feed.stored(message(0));
    feed.read(looked(0, 0), 0, true);
    feed.stored(message(1));
    expect(queue.numbers).toEqual([0, 1]);
    expect(feed.newestCount).toBe(0);
  });
});
