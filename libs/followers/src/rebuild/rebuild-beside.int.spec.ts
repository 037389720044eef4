import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import {
  type FreshDatabase,
  type LocalEventStore,
  freshDatabase,
  localEventStore,
  testContext,
} from '#testing';
import { event } from '#kernel';
import { tally } from '../../test/tally.js';
import { checkpointOf } from '../follower-tables.js';
import { readModelFollower } from '../follower.js';
import { type RunningFollower, runFollower } from '../run-followers.js';
import { tablesOf } from '../tables-of.js';
import { waitForPosition } from '../wait-for-position.js';
import { formerOf, rebuildBeside, turnBack } from './rebuild-beside.js';

const opened = event('TallyOpened', { owner: 'Siti Aminah' });
const counted = (amount: number) => event('TallyCounted', { amount });
const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const STREAMS = 40;

describe('A read model that is rebuilt beside the live one', () => {
  let fresh: FreshDatabase;
  let log: LocalEventStore;
  let running: RunningFollower;
  let end: bigint;
  const stopping = new AbortController();

  const record = async (stream: string, ...events: Parameters<typeof log.store.append>[1]) => {
    ({ position: end } = await log.store.append(stream, events, null, testContext()));
  };

  beforeAll(async () => {
    [fresh, log] = [await freshDatabase(8), await localEventStore()];
    for (let nth = 0; nth < STREAMS; nth++) await record(`tally-${nth}`, opened, counted(2), counted(3));
    running = runFollower(readModelFollower(tally), {
      store: log.store,
      database: fresh.database,
      signal: stopping.signal,
      log: quiet,
      backOffMs: { first: 5, longest: 50 },
    });
    await waitForPosition(fresh.database, tally, end, 20_000);
  });
  afterAll(async () => {
    stopping.abort();
    await running.finished;
    await log.stop();
    await fresh.drop();
  });

  const entries = async () => {
    const rows = await tablesOf(fresh.database, tally).selectFrom('entry').select('amount').execute();
    return rows.length;
  };
  /** What stands beside the live one. */
  const besides = async () => {
    const { rows } = await sql<{ name: string }>`
      select nspname::text as name from pg_namespace where nspname ~ 'former|rebuilt|turning'`.execute(
      fresh.database.kysely,
    );
    return rows.map(({ name }) => name);
  };
  const rebuilt = (more = {}) =>
    rebuildBeside({ database: fresh.database, log: log.store, model: tally, ...more });
  const change = (statement: string) => sql.raw(statement).execute(fresh.database.kysely);

  /** Asks all the time, and says how often it was answered. */
  function asking() {
    const done = new AbortController();
    const counts: number[] = [];
    const asked = (async () => {
      while (!done.signal.aborted) counts.push(await entries());
    })();
    return async () => {
      done.abort();
      // Fails where one question failed.
      await asked;
      return counts;
    };
  }

  it('answers all the time, while it is built, compared and switched, and events go on coming', async () => {
    const answers = asking();
    const over = new AbortController();
    const events = (async () => {
      for (let nth = 0; !over.signal.aborted; nth++) await record(`tally-more-${nth}`, opened, counted(1));
    })();
    const progress: bigint[] = [];
    const found = await rebuilt({
      onProgress: ({ position }: { position: bigint }) => progress.push(position),
    });
    over.abort();
    await events;
    await waitForPosition(fresh.database, tally, end, 20_000);
    const counts = await answers();
    expect(found.switched).toBe(true);
    expect(found.tables.map(({ table, isSame }) => [table, isSame])).toEqual([
      ['tally', true],
      ['entry', true],
    ]);
    expect(found.events).toBeGreaterThanOrEqual(STREAMS * 3);
    expect(progress.length).toBeGreaterThan(0);
    expect(counts.length).toBeGreaterThan(5);
    // Nothing is ever missing: who asks later finds as much, or more.
    expect(counts).toEqual(counts.toSorted((one, other) => one - other));
    expect(counts[0]).toBeGreaterThanOrEqual(STREAMS * 2);
  });

  it('goes on where the live one was, and one made anew once more is the same', async () => {
    await record('tally-after', opened, counted(5));
    await waitForPosition(fresh.database, tally, end, 20_000);
    const before = await entries();
    expect(await rebuilt()).toMatchObject({ switched: true, position: end });
    expect(await entries()).toBe(before);
  });

  it('stays as it is where the new one is not the same, unless that is meant; and there is a way back', async () => {
    await change(`delete from tally_v1.entry where stream = 'tally-7'`);
    const wrong = await entries();
    const found = await rebuilt();
    expect(found).toMatchObject({ switched: false });
    expect(found.tables.find(({ table }) => table === 'entry')).toMatchObject({
      isSame: false,
      live: { rows: wrong },
      rebuilt: { rows: wrong + 2 },
    });
    expect(await entries()).toBe(wrong);
    expect(await besides()).toEqual(['tally_former_v1']);

    // A turn that does not come about leaves the live one, and the way back.
    await change('create schema tally_v1_turning');
    await expect(rebuilt({ acceptsDifferences: true })).rejects.toThrow('tally_v1_turning');
    await change('drop schema tally_v1_turning');
    expect(await besides()).toEqual(['tally_former_v1']);
    expect(await checkpointOf(fresh.database, formerOf(tally))).toBeDefined();

    expect(await rebuilt({ acceptsDifferences: true })).toMatchObject({ switched: true });
    expect(await entries()).toBe(wrong + 2);
    await turnBack(fresh.database, tally);
    expect(await entries()).toBe(wrong);
    await turnBack(fresh.database, tally);
    expect(await entries()).toBe(wrong + 2);
    await record('tally-last', opened, counted(1));
    await waitForPosition(fresh.database, tally, end, 20_000);
    expect(await entries()).toBe(wrong + 3);
  });

  it('keeps nothing of the live one where nothing is to be kept', async () => {
    expect(await rebuilt({ forgetsFormer: true })).toMatchObject({ switched: true });
    expect(await checkpointOf(fresh.database, formerOf(tally))).toBeUndefined();
    expect(await besides()).toEqual([]);
    await expect(turnBack(fresh.database, tally)).rejects.toThrow('tally_former_v1 has no tables here');
  });

  it('is open to whoever could read the live one', async () => {
    const role = `${new URL(fresh.url).pathname.slice(1)}_reader`;
    await change(`create role "${role}"`);
    await change(`grant usage on schema tally_v1 to "${role}"`);
    await change(`grant select on all tables in schema tally_v1 to "${role}"`);
    await rebuilt({ forgetsFormer: true });
    const { rows } = await sql<{ may: boolean }>`
      select has_table_privilege(${role}, 'tally_v1.entry', 'select')
        and has_schema_privilege(${role}, 'tally_v1', 'usage') as may`.execute(fresh.database.kysely);
    expect(rows).toEqual([{ may: true }]);
    await change(`drop owned by "${role}"`);
    await change(`drop role "${role}"`);
  });
});
