import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { EventStore } from '#event-store';
import { keptCopies } from '#followers';
import { sql } from '#postgres';
import { type FreshDatabase, eventually, freshDatabase } from '#testing';
import type { AppLogger } from '../logging/app-logger.js';
import { CopyWorks } from './copy-works.service.js';

const HOUR_MS = 3_600_000;

describe('Copies that nobody has asked for long', () => {
  let fresh: FreshDatabase;
  beforeAll(async () => {
    fresh = await freshDatabase(4);
    await keptCopies(fresh.database);
  });
  afterAll(async () => {
    jest.useRealTimers();
    await fresh.drop();
  });

  const left = async () => (await keptCopies(fresh.database)).map(({ readModel }) => readModel);
  const onlyYoung = async () => (await left()).join() === 'young_v1';
  const kept = (name: string, hours: number) =>
    sql`insert into look_back.copies (read_model, position, used_at)
      values (${name}, 7, now() - make_interval(hours => ${hours}))`.execute(fresh.database.kysely);

  it('are dropped when the app starts, each hour from then on, and not once it has stopped', async () => {
    // Only what repeats: servers and their clients wait by the others.
    jest.useFakeTimers({
      doNotFake: [
        'setTimeout',
        'clearTimeout',
        'setImmediate',
        'clearImmediate',
        'nextTick',
        'queueMicrotask',
        'Date',
        'hrtime',
        'performance',
      ],
    });
    const nothing = {
      warn: (_what: object, words: string) => expect(words).toBe(''),
    } as unknown as AppLogger;
    const bounds = { most: 12, hours: 48 };
    const works = new CopyWorks(fresh.database, {} as EventStore, { waitMs: 0 }, bounds, nothing);
    await kept('old_v1', 49);
    await kept('young_v1', 47);
    works.onApplicationBootstrap();
    await eventually('only the young one is left', onlyYoung);
    await kept('old_v1', 49);
    jest.advanceTimersByTime(HOUR_MS);
    await eventually('only the young one is left', onlyYoung);
    await works.beforeApplicationShutdown();
    expect(jest.getTimerCount()).toBe(0);
  });
});
