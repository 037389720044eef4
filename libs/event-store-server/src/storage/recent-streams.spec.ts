import { describe, expect, it } from '@jest/globals';
import type { StoredEvent } from './log-reader.js';
import { RecentStreams } from './recent-streams.js';

const STREAM = 7;

/** Events from one revision to another, fetched together, `size` bytes in all. */
function fetched(from: number, to: number, size = 100): StoredEvent[] {
  const bytes = Buffer.from(new ArrayBuffer(size));
  return Array.from({ length: to - from + 1 }, (_, n) => ({
    number: from + n,
    message: bytes.subarray(n, n + 1),
  }));
}

const numbers = (events: readonly StoredEvent[]) => events.map(({ number }) => number);

describe('the streams that were read last', () => {
  it('are answered from any revision that is kept, and as many as are asked for', () => {
    const streams = new RecentStreams();
    streams.keep(STREAM, fetched(0, 4));
    expect(numbers(streams.from(STREAM, 0, 10))).toEqual([0, 1, 2, 3, 4]);
    expect(numbers(streams.from(STREAM, 3, 10))).toEqual([3, 4]);
    expect(numbers(streams.from(STREAM, 1, 2))).toEqual([1, 2]);
    expect(numbers(streams.from(STREAM, 5, 10))).toEqual([]);
    expect(numbers(streams.from(STREAM + 1, 0, 10))).toEqual([]);
  });

  it('grow with what is read behind them, and take nothing that leaves a gap', () => {
    const streams = new RecentStreams();
    streams.keep(STREAM, fetched(0, 1));
    streams.keep(STREAM, fetched(2, 3));
    streams.keep(STREAM, fetched(5, 6));
    expect(numbers(streams.from(STREAM, 0, 10))).toEqual([0, 1, 2, 3]);
  });

  it('are kept only from their beginning, without a tombstone behind them', () => {
    const streams = new RecentStreams();
    streams.keep(STREAM, fetched(4, 6));
    streams.keep(STREAM + 1, [...fetched(0, 1), { number: 2 ** 53 - 1, message: Buffer.alloc(1) }]);
    expect(streams.from(STREAM, 4, 10)).toEqual([]);
    expect(streams.from(STREAM + 1, 0, 10)).toEqual([]);
  });

  it('are forgotten, the oldest first, when all of them take too much; a long one is not kept at all', () => {
    const streams = new RecentStreams();
    streams.keep(0, fetched(0, 1, 64 * 1024));
    expect(streams.from(0, 0, 10)).toEqual([]);
    for (let stream = 1; stream <= 300; stream++) {
      streams.keep(stream, fetched(0, 1, 32 * 1024));
      expect(numbers(streams.from(1, 0, 10))).toEqual([0, 1]);
    }
    expect(numbers(streams.from(300, 0, 10))).toEqual([0, 1]);
    expect(streams.from(2, 0, 10)).toEqual([]);
  });
});
