import { describe, expect, it } from '@jest/globals';
import type { Undecodable } from './codec.js';
import type { EventStore, LogBatch } from './event-store.js';
import { followTo } from './follow-to.js';
import type { RecordedEvent } from './recorded-event.js';

const event = (position: bigint) => ({ position }) as RecordedEvent;
const failed = (position: bigint) => ({ position }) as Undecodable;
const batch = (
  events: readonly RecordedEvent[],
  unreadable: readonly Undecodable[] = [],
  position = events.at(-1)!.position,
): LogBatch => ({
  events,
  ...(unreadable.length > 0 && { unreadable }),
  position,
  eventId: undefined,
  recordedAt: undefined,
});

/** A log that goes on, and who follows it. */
function growing(...batches: readonly LogBatch[]) {
  const signals: AbortSignal[] = [];
  const follow: EventStore['follow'] = async function* (_after, signal) {
    signals.push(signal);
    yield* batches;
    throw new Error('Nobody needs more');
  };
  return { follow, signals };
}

async function positionsOf(batches: AsyncIterable<LogBatch>) {
  const found: bigint[][] = [];
  for await (const { events, unreadable = [] } of batches)
    found.push([...events, ...unreadable].map(({ position }) => position));
  return found;
}

describe('The log up to a place', () => {
  it('ends there, and what lies behind it in the same batch is left out, whether it can be read or not', async () => {
    const log = growing(
      batch([event(1n), event(2n)]),
      batch([event(3n), event(5n)], [failed(4n), failed(6n)]),
    );
    expect(await positionsOf(followTo(log, null, 4n))).toEqual([
      [1n, 2n],
      [3n, 4n],
    ]);
    expect(log.signals.map(({ aborted }) => aborted)).toEqual([true]);
  });

  it('ends also where the last batch holds nothing of what is asked for', async () => {
    const log = growing(batch([event(1n)]), batch([], [], 9n));
    expect(await positionsOf(followTo(log, null, 4n))).toEqual([[1n], []]);
  });

  it('is left when whoever reads it has enough, or fails', async () => {
    const log = growing(batch([event(1n)]), batch([event(2n)]));
    for await (const _ of followTo(log, null, 9n)) break;
    expect(log.signals.map(({ aborted }) => aborted)).toEqual([true]);
  });

  it('is nothing where there is no end, or it was reached before', async () => {
    const log = growing();
    expect(await positionsOf(followTo(log, null, null))).toEqual([]);
    expect(await positionsOf(followTo(log, 7n, 7n))).toEqual([]);
    expect(log.signals).toEqual([]);
  });
});
