import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import type { LogBatch, RecordedEvent } from '#event-store';
import { event, instant } from '#kernel';
import { eventLog, eventually, on } from '#testing';
import { batchesFor } from './batches-for.js';
import { Feed, type LogSource } from './feed.js';

const READER = { name: 'reader', version: 1, categories: ['thing'] };
const NOWHERE = { position: null, eventId: null };

const recordedAt = instant('2026-11-20T03:15:00Z');

/** A log of so many events that grows when it is told to, and counts who reads it. */
function growingLog(count: number) {
  const log = eventLog();
  const record = (more: number) =>
    Array.from({ length: more }, () => log.record([on('thing-1', event('Counted', {}))])).flat();
  const events = record(count);
  const waiting = new Set<() => void>();
  const self = {
    events,
    reading: 0,
    mostAtOnce: 0,
    read: 0,
    broken: false,
    grow: (more: number) => {
      events.push(...record(more));
      for (const wake of waiting) wake();
    },
    lastPosition: async () => events.at(-1)?.position ?? null,
    firstFrom: async (place: bigint) => {
      const found = events.find(({ position }) => position >= place);
      return found && { position: found.position, eventId: found.id };
    },
    async *follow(after: bigint | null, signal: AbortSignal): AsyncGenerator<LogBatch> {
      self.mostAtOnce = Math.max(self.mostAtOnce, ++self.reading);
      try {
        let next = after === null ? 0 : events.findIndex(({ position }) => position > after);
        if (next < 0) next = events.length;
        while (!signal.aborted) {
          if (self.broken) throw new Error('The connection broke');
          const batch = events.slice(next, next + 10);
          const last = batch.at(-1);
          if (!last) {
            await new Promise<void>((resolve) => {
              waiting.add(resolve);
              signal.addEventListener('abort', () => resolve(), { once: true });
            });
            continue;
          }
          next += batch.length;
          self.read += batch.length;
          yield { events: batch, position: last.position, eventId: last.id, recordedAt };
        }
      } finally {
        self.reading--;
      }
    },
  } satisfies LogSource & Record<string, unknown>;
  return self;
}

/** Reads until it has seen so many events, doing what it is told after each batch. */
async function read(
  log: LogSource,
  feed: Feed,
  count: number,
  { after = null, whenSeen }: { after?: bigint | null; whenSeen?: (count: number) => Promise<unknown> } = {},
): Promise<RecordedEvent[]> {
  const stop = new AbortController();
  const seen: RecordedEvent[] = [];
  for await (const { events } of batchesFor(
    READER,
    { position: after, eventId: null },
    { feed, store: log },
    stop.signal,
  )) {
    seen.push(...events);
    if (seen.length >= count) stop.abort();
    await whenSeen?.(seen.length);
  }
  return seen;
}

describe('the feed of several followers', () => {
  it('reads each event once for all who keep up', async () => {
    const log = growingLog(0);
    const feed = new Feed(log, ['thing']);
    const readers = [1, 2, 3].map(() => read(log, feed, 100));
    for (let grown = 0; grown < 100; grown += 20) {
      log.grow(20);
      await wait(1);
    }
    for (const seen of await Promise.all(readers)) expect(seen).toEqual(log.events);
    expect(log.mostAtOnce).toBe(1);
    expect(log.read).toBe(100);
  });

  it('does not wait for one that is slow: that one reads alone until it has caught up', async () => {
    const log = growingLog(0);
    const feed = new Feed(log, ['thing'], { windowEvents: 50, turnMs: 0 });
    const slow = read(log, feed, 400, { whenSeen: () => wait(20) });
    const quick = read(log, feed, 400);
    let isQuickDone = false;
    void quick.then(() => (isQuickDone = true));
    for (let grown = 0; grown < 400; grown += 10) {
      log.grow(10);
      await wait(1);
    }
    expect(await quick).toEqual(log.events);
    expect(isQuickDone).toBe(true);
    expect(await slow).toEqual(log.events);
    expect(log.mostAtOnce).toBe(2);
  });

  it('knows whether somebody has not taken what came before', async () => {
    const heldUp = async (isSlow: boolean) => {
      const log = growingLog(0);
      const told: boolean[] = [];
      const turnOf = ({ isHeldUp }: { readonly isHeldUp: boolean }) => {
        told.push(isHeldUp);
        return 0;
      };
      const feed = new Feed(log, ['thing'], { turnOf });
      let [quick, other] = [0, 0];
      const readers = [
        read(log, feed, 40, {
          whenSeen: async (count) => {
            quick = count;
          },
        }),
        read(log, feed, 40, {
          whenSeen: async (count) => {
            other = count;
            // It is busy with the first that it got for as long as the quick one gets more.
            if (isSlow) await eventually('the quick one has all', () => quick === 40);
          },
        }),
      ];
      for (let grown = 10; grown <= 40; grown += 10) {
        log.grow(10);
        await eventually(
          'what came is taken',
          () => quick === grown && (other === grown || (isSlow && other > 0)),
        );
      }
      await Promise.all(readers);
      expect(log.mostAtOnce).toBe(1);
      return told;
    };
    expect(await heldUp(false)).toEqual([false, false, false, false]);
    expect(await heldUp(true)).toEqual([false, false, true, true]);
  });

  it('is where those are who are furthest; one who begins reads alone and then joins', async () => {
    const log = growingLog(200);
    const feed = new Feed(log, ['thing']);
    const end = log.events.at(-1)!.position;
    const live = read(log, feed, 20, { after: end });
    const begins = read(log, feed, 220);
    await wait(20);
    log.grow(20);
    expect(await live).toEqual(log.events.slice(200));
    expect(await begins).toEqual(log.events);
    expect(log.reading).toBe(0);
  });

  it('takes who has come to it by itself, though the log is longer and tells of no place behind', async () => {
    const log = growingLog(50);
    const [half, begin] = [log.events[39]!.position, log.events[19]!.position];
    let asked = 0;
    /** Behind the half is nothing of what is searched for: it tells how far it was searched, and is quiet. */
    const source: LogSource = {
      ...log,
      async *follow(after, signal, options) {
        if (!options?.onlyCategories) {
          yield* log.follow(after, signal);
          return;
        }
        if (++asked > 10) throw new Error('The log is asked again and again');
        if (after !== null && after < half) {
          const events = log.events.filter(({ position }) => position > after && position <= half);
          yield { events, position: half, eventId: log.events[39]!.id, recordedAt };
          return;
        }
        yield { events: [], position: after ?? half, eventId: undefined, recordedAt: undefined };
        await new Promise<void>((resolve) => {
          signal.addEventListener('abort', () => resolve(), { once: true });
        });
      },
    };
    const feed = new Feed(source, ['thing']);
    const live = read(source, feed, 12, { after: half });
    await wait(5);
    const comes = read(source, feed, 32, { after: begin });
    await wait(5);
    log.grow(2);
    expect(await comes).toEqual(log.events.slice(20));
    expect(await live).toEqual(log.events.slice(40));
  });

  it('gives one that joins in the middle of a batch only what it has not seen', async () => {
    const log = growingLog(0);
    const feed = new Feed(log, ['thing']);
    const first = read(log, feed, 30);
    log.grow(30);
    await wait(5);
    const second = read(log, feed, 27, { after: log.events[2]!.position });
    expect(await second).toEqual(log.events.slice(3));
    expect(await first).toEqual(log.events);
  });

  it('gives events out in turns while they keep coming, and the first one at once', async () => {
    const log = growingLog(0);
    const feed = new Feed(log, ['thing']);
    const stop = new AbortController();
    const sizes: number[] = [];
    const reading = (async () => {
      const options = { feed, store: log };
      for await (const { events } of batchesFor(READER, NOWHERE, options, stop.signal)) {
        sizes.push(events.length);
        if (sizes.reduce((sum, size) => sum + size, 0) === 40) stop.abort();
      }
    })();
    for (let n = 0; n < 40; n++) {
      log.grow(1);
      await wait(1);
    }
    await reading;
    expect(sizes[0]).toBe(1);
    expect(sizes.length).toBeLessThan(20);
  });

  it('tells every reader when the log cannot be read, and starts again with the next', async () => {
    const log = growingLog(0);
    const feed = new Feed(log, ['thing']);
    const readers = [1, 2].map(() => read(log, feed, 5));
    const outcomes = Promise.allSettled(readers);
    await wait(5);
    log.broken = true;
    log.grow(1);
    expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    log.broken = false;
    log.grow(4);
    expect(await read(log, feed, 5, { after: null })).toHaveLength(5);
  });
});
