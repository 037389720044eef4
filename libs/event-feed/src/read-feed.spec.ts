import { describe, expect, it } from '@jest/globals';
import { type LogBatch, Undecodable } from '#event-store';
import { event } from '#kernel';
import { type CloudEvent, contextContracts, contract, count } from '#publishing/contracts';
import { eventLog, on } from '#testing';
import { type FeedLog, feedPage, toldBehind } from './read-feed.js';

const things = contextContracts(
  'things',
  ['thing'],
  [
    contract({
      type: 'lindung.things.thing-counted.v1',
      from: 'ThingCounted',
      about: 'A thing was counted.',
      fields: { number: count('Its number') },
      data: ({ data }) => ({ number: (data as { number: number }).number }),
    }),
  ],
);

const recorded = eventLog().record([
  on('thing-1', ...[1, 2, 3].map((number) => event('ThingCounted', { number }))),
]);

/** A log that tells these batches, and no more. */
function logOf(...batches: Pick<LogBatch, 'events' | 'unreadable'>[]): FeedLog {
  const ends = batches.map(({ events, unreadable = [] }) =>
    [...events, ...unreadable].map(({ position }) => position).reduce((a, b) => (a > b ? a : b)),
  );
  return {
    lastPosition: () => Promise.resolve(ends.at(-1) ?? null),
    async *follow() {
      for (const [index, batch] of batches.entries())
        yield { ...batch, position: ends[index]!, eventId: undefined, recordedAt: undefined };
    },
  };
}

const numbersIn = (events: readonly CloudEvent[]) => events.map(({ data }) => data.number);
const EVERYTHING = { after: null, types: [] };

describe('A page of the feed', () => {
  it('that has taken its time ends, and says from where to go on', async () => {
    const log = logOf(...recorded.map((one) => ({ events: [one] })));
    const page = await feedPage(log, [things], { ...EVERYTHING, limit: 100, withinMs: 0 });
    expect(numbersIn(page.events)).toEqual([1]);
    expect(page).toMatchObject({ next: recorded[0]!.position, hasMore: true });
  });

  it('holds all there is, where it has time', async () => {
    const log = logOf(...recorded.map((one) => ({ events: [one] })));
    const page = await feedPage(log, [things], { ...EVERYTHING, limit: 100 });
    expect(numbersIn(page.events)).toEqual([1, 2, 3]);
    expect(page.hasMore).toBe(false);
  });
});

describe('A page before an event that cannot be read', () => {
  it('holds what stands before it; the next one fails', async () => {
    const [first, second] = recorded;
    const { id, type, streamId, revision, position } = second!;
    const unreadable = new Undecodable(
      { id, type, streamId, revision, position: { commit: position } } as ConstructorParameters<
        typeof Undecodable
      >[0],
      new Error('bytes'),
    );
    const log = logOf({ events: [first!], unreadable: [unreadable] });
    const page = await feedPage(log, [things], { ...EVERYTHING, limit: 100 });
    expect(numbersIn(page.events)).toEqual([1]);
    expect(page).toMatchObject({ next: first!.position, hasMore: true });
    const behind = logOf({ events: [], unreadable: [unreadable] });
    const next = feedPage(behind, [things], { ...EVERYTHING, after: page.next, limit: 100 });
    await expect(next).rejects.toThrow(Undecodable);
  });
});

describe('What the log tells', () => {
  it('ends before an event that cannot be read: what comes behind it may be of the same stream', async () => {
    const [first, second, third] = recorded;
    const { id, type, streamId, revision, position } = second!;
    const unreadable = new Undecodable(
      { id, type, streamId, revision, position: { commit: position } } as ConstructorParameters<
        typeof Undecodable
      >[0],
      new Error('bytes'),
    );
    const told: CloudEvent[] = [];
    const reading = (async () => {
      const log = logOf({ events: [first!, third!], unreadable: [unreadable] });
      for await (const { events } of toldBehind(log, [things], EVERYTHING, new AbortController().signal))
        told.push(...events);
    })();
    await expect(reading).rejects.toThrow(Undecodable);
    expect(numbersIn(told)).toEqual([1]);
  });
});
