import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ActiveLocks } from '#followers';
import { type LocalDate, instant, localDate } from '#kernel';
import { type FreshDatabase, eventually, freshDatabase } from '#testing';
import type { DailyRound, LastRound } from './daily-round.js';
import { type KeptRound, keepRound } from './keep-round.js';

const SILENT = { info: () => {}, warn: () => {}, error: () => {} } as never;
const FRIDAY = localDate('2026-11-20');

describe('A round of every day', () => {
  let fresh: FreshDatabase;
  let stopping: AbortController;
  let kept: KeptRound[];
  let now: string;
  let recorded: LastRound | undefined;
  let taken: LocalDate[];
  beforeAll(async () => {
    fresh = await freshDatabase();
  });
  afterAll(() => fresh.drop());
  beforeEach(() => {
    [stopping, kept, taken] = [new AbortController(), [], []];
    now = '2026-11-20T05:00:00Z';
    recorded = { day: localDate('2026-11-19'), isEnded: true };
  });
  afterEach(async () => {
    stopping.abort();
    await Promise.all(kept.map(({ finished }) => finished));
  });

  const ends = (day: LocalDate) => {
    taken.push(day);
    recorded = { day, isEnded: true };
    return Promise.resolve();
  };
  /** An instance of the program, with a session of its own. */
  function instance(take: DailyRound['take'] = ends, signal = stopping.signal): KeptRound {
    const round: DailyRound = { name: 'spec', hour: 2, last: () => Promise.resolve(recorded), take };
    const one = keepRound(round, {
      locks: new ActiveLocks(fresh.database),
      signal,
      log: SILENT,
      lookMs: 20,
      now: () => instant(now),
    });
    kept.push(one);
    return one;
  }

  it('is done once, however many instances there are, and again the next day', async () => {
    const all = [instance(), instance(), instance()];
    const roles = () => all.map((one) => one.status().role).sort();
    await eventually('one of them waits for the next', () => roles().join() === 'standby,standby,waiting');
    expect(taken).toEqual([FRIDAY]);
    now = '2026-11-20T19:00:00Z';
    await eventually('the next day', () => taken.length === 2);
    expect(taken).toEqual([FRIDAY, localDate('2026-11-21')]);
  });

  it('is gone on with by another instance when the first one is stopped', async () => {
    const first = new AbortController();
    const untilTold = (day: LocalDate, listener: AbortSignal) =>
      new Promise<void>((_resolve, reject) => {
        recorded = { day, isEnded: false };
        listener.addEventListener('abort', () => reject(new Error('told to stop')));
      });
    const one = instance(untilTold, AbortSignal.any([first.signal, stopping.signal]));
    await eventually('the round is under way', () => one.status().role === 'under way');
    expect(one.status().owedSince).toBe('2026-11-19T19:00:00.000Z');
    instance();
    first.abort();
    await eventually('the other one has ended it', () => recorded?.isEnded === true);
    expect([taken, one.status().role]).toEqual([[FRIDAY], 'stopped']);
  });

  it('that fails says so, and is tried again', async () => {
    let attempts = 0;
    const atSecond = (day: LocalDate) => {
      if (++attempts === 1) return Promise.reject(new Error('the read model is behind'));
      return ends(day);
    };
    const one = instance(atSecond);
    await eventually('it is done all the same', () => one.status().role === 'waiting');
    expect([attempts, taken, one.status().lastError]).toEqual([2, [FRIDAY], null]);
  });
});
