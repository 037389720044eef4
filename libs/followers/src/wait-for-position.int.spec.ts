import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import type { RecordedEvent } from '#event-store';
import { event } from '#kernel';
import { type FreshDatabase, eventLog, eventually, freshDatabase, on } from '#testing';
import { tally } from '../test/tally.js';
import { applyBatch } from './apply-batch.js';
import { dropVersion, prepareReadModel } from './follower-tables.js';
import { ReadModelBehind, waitForPosition } from './wait-for-position.js';

describe('waiting for a read model', () => {
  let fresh: FreshDatabase;
  let events: RecordedEvent[];

  beforeAll(async () => {
    fresh = await freshDatabase(50);
  });
  afterAll(() => fresh.drop());
  beforeEach(async () => {
    await dropVersion(fresh.database, tally);
    await prepareReadModel(fresh.database, tally);
    events = eventLog().record([
      on('tally-1', event('TallyOpened', { owner: 'a' })),
      on('other-1', event('Other', {})),
    ]);
  });

  const wait = (position: bigint, timeoutMs: number) =>
    waitForPosition(fresh.database, tally, position, timeoutMs);

  it('ends as soon as the read model has seen the position, also when the event there concerns others', async () => {
    const [first, other] = events as [RecordedEvent, RecordedEvent];
    const waiting = Promise.all([wait(first.position, 20_000), wait(other.position, 20_000)]);
    await applyBatch(fresh.database, tally, [first]);
    await applyBatch(fresh.database, tally, [other]);
    await waiting;
    await wait(first.position, 20_000);
  });

  it('gives up at its bound and tells how far the read model is', async () => {
    const [first] = events as [RecordedEvent];
    await expect(wait(first.position, 20)).rejects.toMatchObject({ name: 'ReadModelBehind', at: null });
    await applyBatch(fresh.database, tally, [first]);
    const behind = wait(first.position + 1n, 20);
    await expect(behind).rejects.toThrow(ReadModelBehind);
    await expect(behind).rejects.toMatchObject({ wanted: first.position + 1n, at: first.position });
  });

  it('gives up at its bound when the read model has never run', async () => {
    const never = { name: 'never', version: 1 };
    await expect(waitForPosition(fresh.database, never, 1n, 20)).rejects.toThrow(
      'never_v1 is at the beginning of the log and has not reached 1',
    );
  });

  it('lets hundreds wait on one connection', async () => {
    const last = events.at(-1)!.position;
    const waiting = Promise.all(Array.from({ length: 500 }, () => wait(last, 20_000)));
    await applyBatch(fresh.database, tally, events);
    await waiting;
    // One asks for all; one hears of moves; one applied the batch; one counts.
    expect(await connections()).toBeLessThanOrEqual(4);
  });

  it('asks PostgreSQL no more while it hears of moves, however many come to wait', async () => {
    let asked = 0;
    const { kysely, ...others } = fresh.database;
    // A database of its own, so that nobody waits on it yet; what it is asked is counted.
    const counting = {
      ...others,
      get kysely() {
        asked++;
        return kysely;
      },
    };
    const [first] = events as [RecordedEvent];
    const waitOn = (position: bigint) => waitForPosition(counting, tally, position, 20_000);
    await applyBatch(fresh.database, tally, [first]);
    await waitOn(first.position);
    const last = events.at(-1)!.position;
    const somebody = waitOn(last);
    const timesAskedFor50 = async () => {
      const before = asked;
      for (let n = 0; n < 50; n++) await waitOn(first.position);
      return asked - before;
    };
    // It looks once in a while all the same; asking for each would never come down to this.
    await eventually('moves are heard of', async () => (await timesAskedFor50()) < 5);
    await applyBatch(fresh.database, tally, events.slice(1));
    await somebody;
  });

  async function connections(): Promise<number> {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from pg_stat_activity where datname = current_database()`.execute(
      fresh.database.kysely,
    );
    return rows[0]!.count;
  }
});
