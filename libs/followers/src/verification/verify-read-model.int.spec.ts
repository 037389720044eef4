import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
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
import { dropVersion } from '../follower-tables.js';
import { readModelFollower } from '../follower.js';
import { listFollowers } from '../list-followers.js';
import { runFollower } from '../run-followers.js';
import { waitForPosition } from '../wait-for-position.js';
import { compareTable } from './compare-tables.js';
import { rebuildBeside } from '../rebuild/rebuild-beside.js';
import { ReadModelBusy } from './one-at-a-time.js';
import { ReadModelNotThere, verifyReadModel } from './verify-read-model.js';

const opened = event('TallyOpened', { owner: 'Siti Aminah' });
const counted = (amount: number) => event('TallyCounted', { amount });
const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

describe('A read model that is verified', () => {
  let fresh: FreshDatabase;
  let log: LocalEventStore;
  let end: bigint;
  beforeAll(async () => {
    [fresh, log] = [await freshDatabase(8), await localEventStore()];
    for (const stream of ['tally-1', 'tally-2', 'tally-3']) {
      const { position } = await log.store.append(
        stream,
        [opened, counted(2), counted(3)],
        null,
        testContext(),
      );
      end = position;
    }
  });
  afterAll(async () => {
    await log.stop();
    await fresh.drop();
  });
  beforeEach(async () => {
    await dropVersion(fresh.database, tally);
    await follow(end);
  });

  /** Lets the read model follow the log up to a place. */
  async function follow(position: bigint): Promise<void> {
    const stop = new AbortController();
    const { store } = log;
    const running = runFollower(readModelFollower(tally), {
      store,
      database: fresh.database,
      signal: stop.signal,
      log: quiet,
    });
    await waitForPosition(fresh.database, tally, position, 20_000);
    stop.abort();
    await running.finished;
  }
  const verified = () => verifyReadModel({ database: fresh.database, log: log.store, model: tally });
  const change = (statement: string) => sql.raw(statement).execute(fresh.database.kysely);

  it('is what the log gives, with every row of every table', async () => {
    expect(await verified()).toEqual({
      readModel: 'tally_v1',
      position: end,
      rows: { tally: 3, entry: 6 },
      differences: [],
    });
  });

  it('leaves nothing behind', async () => {
    await verified();
    expect((await listFollowers(fresh.database)).map(({ follower }) => follower)).toEqual(['tally_v1']);
    expect(await change(`select from pg_namespace where nspname like '%verified%'`)).toMatchObject({
      rows: [],
    });
  });

  it('is compared as it was when that began, though it goes on', async () => {
    const { store } = log;
    const behind = {
      ...store,
      firstFrom: store.firstFrom.bind(store),
      lastPosition: store.lastPosition.bind(store),
    };
    let last = end;
    const follows: typeof store.follow = async function* (...asked) {
      const { position } = await store.append('tally-4', [opened], null, testContext());
      last = position;
      await follow(last);
      yield* store.follow(...asked);
    };
    const found = await verifyReadModel({
      database: fresh.database,
      log: { ...behind, follow: follows },
      model: tally,
    });
    expect(found).toMatchObject({ position: end, rows: { tally: 3 }, differences: [] });
    expect(await verified()).toMatchObject({ position: last, rows: { tally: 4 }, differences: [] });
    end = last;
  });

  it('is verified by one at a time: whoever comes second is told so, and takes nothing from the first', async () => {
    const { store } = log;
    const seconds: unknown[] = [];
    const follows: typeof store.follow = async function* (...asked) {
      const { database } = fresh;
      for (const second of [verified, () => rebuildBeside({ database, log: store, model: tally })])
        seconds.push(await second().catch((error: unknown) => error));
      yield* store.follow(...asked);
    };
    const first = await verifyReadModel({
      database: fresh.database,
      log: {
        firstFrom: store.firstFrom.bind(store),
        lastPosition: store.lastPosition.bind(store),
        follow: follows,
      },
      model: tally,
    });
    expect(first).toMatchObject({ position: end, differences: [] });
    expect(seconds).toEqual([new ReadModelBusy('tally_v1'), new ReadModelBusy('tally_v1')]);
    expect(await verified()).toMatchObject({ differences: [] });
  });

  it.each([
    [
      'a column was changed',
      `update tally_v1.entry set amount = 4 where stream = 'tally-2' and revision = 1`,
      { table: 'entry', what: 'DIFFERENT', key: { stream: '…', revision: '1' }, columns: ['amount'] },
    ],
    [
      'a row was taken away',
      `delete from tally_v1.entry where stream = 'tally-1' and revision = 2`,
      { table: 'entry', what: 'MISSING', key: { stream: '…', revision: '2' }, columns: [] },
    ],
    [
      'the last row was taken away',
      `delete from tally_v1.entry where stream = 'tally-3' and revision = 2`,
      { table: 'entry', what: 'MISSING', key: { stream: '…', revision: '2' }, columns: [] },
    ],
    [
      'a row was put in',
      `insert into tally_v1.entry values ('tally-1', 9, 9)`,
      { table: 'entry', what: 'EXTRA', key: { stream: '…', revision: '9' }, columns: [] },
    ],
    [
      'a row was put in behind all others',
      `insert into tally_v1.entry values ('tally-9', 9, 9)`,
      { table: 'entry', what: 'EXTRA', key: { stream: '…', revision: '9' }, columns: [] },
    ],
  ])('is named with the row where %s, and nothing personal', async (_, statement, difference) => {
    await change(statement);
    expect((await verified()).differences).toEqual([difference]);
  });

  it('is named with the first row of each table that differs', async () => {
    await change(`update tally_v1.tally set total = 0 where stream <> 'tally-1'`);
    await change(`delete from tally_v1.entry where stream = 'tally-1'`);
    const { differences } = await verified();
    expect(differences.map(({ table, what, columns }) => [table, what, columns])).toEqual([
      ['tally', 'DIFFERENT', ['total']],
      ['entry', 'MISSING', []],
    ]);
  });

  it('is compared to the last row, however many there are', async () => {
    await change(
      `insert into tally_v1.entry select 'tally-9', nth, nth from generate_series(0, 4999) as nth`,
    );
    await change('create schema tally_again');
    await change('create table tally_again.entry as select * from tally_v1.entry');
    await change(`update tally_again.entry set amount = 0 where stream = 'tally-9' and revision = 4999`);
    const sessions = await Promise.all([fresh.database.connect(), fresh.database.connect()]);
    for (const session of sessions) await session.query('begin');
    const [live, folded] = sessions.map((session, nth) => ({
      session,
      schema: ['tally_v1', 'tally_again'][nth]!,
    }));
    expect(await compareTable(tally.tables.entry, live!, folded!)).toMatchObject({
      rows: 6 + 4_999,
      difference: { what: 'DIFFERENT', key: { revision: '4999' }, columns: ['amount'] },
    });
    for (const session of sessions) await session.end();
    await change('drop schema tally_again cascade');
  });

  it('has to be there', async () => {
    await dropVersion(fresh.database, tally);
    await expect(verified()).rejects.toThrow(ReadModelNotThere);
  });
});
