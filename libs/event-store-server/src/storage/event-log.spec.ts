import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ExpectedRevision } from '../wire/append-messages.js';
import { eventHeaderOf } from '../wire/recorded-event.js';
import { EventLog } from './event-log.js';
import { systemEvent } from './system-events.js';

let log: EventLog;

beforeEach(() => {
  log = new EventLog('memory');
});
afterEach(() => log.close());

const append = (stream: string, sizes: readonly number[]) =>
  log.write({
    kind: 'append',
    stream,
    expected: ExpectedRevision.any,
    events: sizes.map((size) => systemEvent('T', JSON.stringify('x'.repeat(size)))),
  });

/** Reads in both directions, chunk by chunk, as the handlers do. */
function readAll(backwards: boolean): number[] {
  const numbers: number[] = [];
  for (let next = backwards ? log.head : 1; next >= 1 && next <= log.head;) {
    const chunk = log.reader.all(next, backwards, Infinity);
    for (const { number, message } of chunk) {
      expect(eventHeaderOf(message).position).toBe(number);
      numbers.push(number);
    }
    next = chunk.at(-1)!.number + (backwards ? -1 : 1);
  }
  return numbers;
}

describe('the log', () => {
  it('groups what is written at once into one commit', async () => {
    const groups: number[] = [];
    log.observe({ committed: ({ writes }) => groups.push(writes), failed: () => undefined });
    await Promise.all(Array.from({ length: 50 }, (_, n) => append(`stream-${n % 7}`, [10])));
    await append('stream-0', [10]);
    expect(groups).toEqual([50, 1]);
  });

  it('stores at once half of those who wait and of those who were answered last', async () => {
    const groups: number[] = [];
    log.observe({ committed: ({ writes }) => groups.push(writes), failed: () => undefined });
    for (const writers of [40, 60]) {
      await Promise.all(Array.from({ length: writers }, (_, n) => append(`stream-${n}`, [10])));
    }
    expect(groups).toEqual([40, 50, 10]);
  });

  it('answers a group before it stores the next', async () => {
    await append('before', [10]);
    const heads: number[] = [];
    const start = log.head;
    await Promise.all(
      Array.from({ length: 9 }, (_, n) =>
        append(`stream-${n}`, [10]).then(() => heads.push(log.head - start)),
      ),
    );
    expect(heads).toEqual([5, 5, 5, 5, 5, 9, 9, 9, 9]);
  });

  it('gives every event once and in order, whatever their sizes', async () => {
    await append('small', [1, 2, 3]);
    await append('large', [300_000, 10, 70_000, 64_000, 5, 200_000]);
    await append(
      'many',
      Array.from({ length: 2_000 }, () => 100),
    );
    const expected = Array.from({ length: log.head }, (_, n) => n + 1);
    expect(readAll(false)).toEqual(expected);
    expect(readAll(true)).toEqual(expected.toReversed());
  });

  it('reads for many subscribers once what they ask for at the same place, and keeps nothing for one alone', async () => {
    await append('many', [100, 100, 100]);
    const [first, second, third] = [1, 2, 3].map(() => log.reader.allAfter(1));
    expect(first!.map(({ number }) => number)).toEqual([2, 3, 4]);
    expect(second).toEqual(first);
    expect(second).not.toBe(first);
    expect(third).toBe(second);
    await append('many', [100]);
    expect(log.reader.allAfter(4).map(({ number }) => number)).toEqual([5]);
  });

  it('finds any event of a stream by its revision', async () => {
    await append(
      'many',
      Array.from({ length: 1_500 }, (_, n) => n % 300),
    );
    const { id } = log.streamHead('many');
    for (const revision of [0, 1, 600, 601, 1_499]) {
      expect(eventHeaderOf(log.reader.eventAt(id, revision)!).revision).toBe(revision);
    }
    expect(log.reader.eventAt(id, 1_500)).toBeUndefined();
  });

  it('forgets what it has read in a group that failed', async () => {
    const write = (events: ReturnType<typeof systemEvent>[]) =>
      log.write({ kind: 'append', stream: 's', expected: ExpectedRevision.noStream, events });
    const [lost, kept] = [systemEvent('Lost', '{}'), systemEvent('Kept', '{}')];
    const broken = Object.assign(systemEvent('Broken', ''), { dataLength: 1 });
    // To see that the second is a repetition the first is read; the third cannot be written.
    const group = [
      write([lost]),
      write([lost]),
      log.write({ kind: 'append', stream: 't', expected: -2, events: [broken] }),
    ];
    const outcomes = await Promise.allSettled(group);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    await write([kept]);
    expect(eventHeaderOf(log.reader.eventAt(log.streamHead('s').id, 0)!).type).toBe('Kept');
  });

  it('does not make a write whose deadline has passed', async () => {
    const before = log.head;
    const write = { kind: 'append', stream: 'late', expected: -1, events: [systemEvent('T', '{}')] } as const;
    expect(await log.write({ ...write, deadlineMs: Date.now() - 1 })).toEqual({ kind: 'overdue' });
    expect(log.head).toBe(before);
  });

  it('takes nothing any more once it is closed', async () => {
    log.close();
    await expect(append('closed', [1])).rejects.toThrow('the log is closed');
  });
});
