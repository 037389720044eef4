import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import type { RecordedEvent } from '#event-store';
import { event } from '#kernel';
import { type FreshDatabase, eventLog, freshDatabase, on } from '#testing';
import { tally } from '../test/tally.js';
import { applyBatch } from './apply-batch.js';
import { RevisionGap, ShapeChanged } from './follower-errors.js';
import { readModelFollower } from './follower.js';
import { checkpointOf, dropVersion, prepareReadModel } from './follower-tables.js';
import { tablesOf } from './tables-of.js';

const opened = event('TallyOpened', { owner: 'a' });
const counted = (amount: number) => event('TallyCounted', { amount });

/** Until 29 November 2026 one table held, for all followers, how far each stream was applied, under the names of both. */
describe('a follower of a release that kept revisions in one table for all', () => {
  let fresh: FreshDatabase;

  beforeAll(async () => {
    fresh = await freshDatabase();
  });
  afterAll(() => fresh.drop());

  const run = (statement: string) => sql.raw(statement).execute(fresh.database.kysely);
  const totals = () =>
    tablesOf(fresh.database, tally).selectFrom('tally').select(['stream', 'total']).execute();
  const formerRows = async () => {
    const { rows } = await sql<{ projection: string; stream: string; revision: string }>`
      select projection, stream, revision::text from lindung.projection_streams`.execute(
      fresh.database.kysely,
    );
    return rows;
  };

  let events: readonly RecordedEvent[];

  /** What such a release left behind after the first two events. */
  beforeEach(async () => {
    await dropVersion(fresh.database, tally);
    await prepareReadModel(fresh.database, tally);
    events = eventLog().record([on('tally-1', opened, counted(2), counted(3), counted(4))]);
    await applyBatch(fresh.database, tally, events.slice(0, 2));
    await run('drop table tally_v1.stream_revisions');
    await run(`create table if not exists lindung.projection_streams (
      projection text not null, stream text not null, revision bigint not null, primary key (projection, stream))`);
    await run('truncate lindung.projection_streams');
    await run(
      `insert into lindung.projection_streams values ('tally_v1', 'tally-1', 1), ('box_v1', 'tally-1', 0)`,
    );
    await run(`update lindung.projections set shape = '${readModelFollower(tally).shape}'`);
  });

  it('goes on where it stood: what it has seen changes nothing, a gap is found, what follows counts', async () => {
    expect(await prepareReadModel(fresh.database, tally)).toMatchObject({ position: events[1]!.position });
    const [, , third] = events;
    await expect(applyBatch(fresh.database, tally, [events[3]!])).rejects.toThrow(RevisionGap);
    expect(await applyBatch(fresh.database, tally, [...events.slice(0, 2), third!])).toMatchObject({
      handled: 1,
      duplicates: 2,
    });
    expect(await totals()).toEqual([{ stream: 'tally-1', total: 5 }]);
    expect(await prepareReadModel(fresh.database, tally)).toMatchObject({ position: third!.position });
  });

  it('takes more streams over than one statement does', async () => {
    await run(`insert into lindung.projection_streams
      select 'tally_v1', 'tally-' || nth, nth from generate_series(2, 100002) as nth`);
    await prepareReadModel(fresh.database, tally);
    const { rows } = await sql<{ streams: number; revisions: string }>`
      select count(*)::int as streams, sum(revision)::text as revisions
      from tally_v1.stream_revisions`.execute(fresh.database.kysely);
    expect(rows).toEqual([{ streams: 100_002, revisions: String((100_002 * 100_003) / 2) }]);
  });

  it('leaves nothing there of its own, and the rows of followers that still are of that release', async () => {
    await prepareReadModel(fresh.database, tally);
    expect(await formerRows()).toEqual([{ projection: 'box_v1', stream: 'tally-1', revision: '0' }]);
  });

  it('is refused by that release from then on, which knows the tables by another shape', async () => {
    await prepareReadModel(fresh.database, tally);
    const shape = (await checkpointOf(fresh.database, tally))?.shape;
    expect(shape).not.toBe(readModelFollower(tally).shape);
  });

  it('is built anew where its tables were dropped, and remembers nothing of before', async () => {
    await run('drop table tally_v1.tally');
    expect(await prepareReadModel(fresh.database, tally)).toMatchObject({ position: null });
    expect(await formerRows()).toEqual([{ projection: 'box_v1', stream: 'tally-1', revision: '0' }]);
  });

  it('is refused where its tables are others than this release makes', async () => {
    await run(`update lindung.projections set shape = 'another'`);
    await expect(prepareReadModel(fresh.database, tally)).rejects.toThrow(ShapeChanged);
  });
});
