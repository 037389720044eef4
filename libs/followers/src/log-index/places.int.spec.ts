import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { type Instant, instant } from '#kernel';
import { type FreshDatabase, freshDatabase } from '#testing';
import { prepareTables } from '../follower-tables.js';
import { readModelFollower } from '../follower.js';
import { logIndexOf } from './log-index.js';
import { type Told, TooMuchHistory, historyOf, historyOfEvent } from '../history/history.js';
import { LogPlaces } from './places.js';

const at = (time: string): Instant => instant(`2026-11-30T${time}Z`);

/** As a cluster records it whose new leader has a clock that is behind that of the former. */
const RECORDED = [
  [9, at('09:59:58.000')],
  [10, at('10:00:05.000')],
  [11, at('10:00:03.000')],
  [12, at('10:00:09.000')],
] as const;

describe('The end of what was known', () => {
  let fresh: FreshDatabase;
  let places: LogPlaces;
  beforeAll(async () => {
    fresh = await freshDatabase(4);
    await prepareTables(fresh.database, readModelFollower(logIndexOf(['tally'])));
    for (const [position, recordedAt] of RECORDED)
      await sql`insert into log_index_v1.events
        (event_id, stream_id, revision, position, type, causation_id, command_id, recorded_at)
        values (gen_random_uuid(), 'tally-1', ${position}, ${position}, 'TallyCounted', gen_random_uuid(),
          gen_random_uuid(), ${recordedAt}::timestamptz)`.execute(fresh.database.kysely);
    places = new LogPlaces(fresh.database);
  });
  afterAll(() => fresh.drop());

  const lastBy = async (time: string) => (await places.lastBy(at(time)))?.position;

  it('at a moment is the last in the order of the log that was recorded by then, also where the clock went back', async () => {
    expect(await lastBy('10:00:05.000')).toBe(11n);
    expect(await lastBy('10:00:08.999')).toBe(11n);
    expect(await lastBy('10:00:09.000')).toBe(12n);
    expect(await lastBy('10:00:00.000')).toBe(9n);
    expect(await lastBy('09:59:00.000')).toBeUndefined();
  });

  it('of a thing that more streams name than are sorted is no history, and says so', async () => {
    const subject = '0b7f2a34-95c6-4d2b-8f1e-3a1d2c4b5e6f';
    const named = (from: number, to: number) =>
      sql`insert into log_index_v1.mentions (subject_id, stream_id, category, is_own)
        select ${subject}::uuid, 'claim-' || nth, 'claim', false
        from generate_series(${from}::integer, ${to}::integer) as nth`.execute(fresh.database.kysely);
    const asked = { scope: 'ALL', upTo: 12n, limit: 5 } as const;
    const history = () => historyOf({ log: {} as never, places, streams: [] }, subject, asked);
    await named(1, 100_000);
    expect(await history()).toEqual([]);
    await named(100_001, 100_001);
    await expect(history()).rejects.toThrow(new TooMuchHistory());
    expect(
      await historyOf({ log: {} as never, places, streams: [] }, subject, { ...asked, scope: 'OWN' }),
    ).toEqual([]);
  });

  it('ends what is told of one event: of a later one there is nothing', async () => {
    const { rows } = await sql<{
      id: string;
    }>`select event_id as id from log_index_v1.events where position = 12`.execute(fresh.database.kysely);
    const id = rows[0]!.id;
    const metadata = { actor: { id: 'sari', roles: [], office: 'PUSAT' } };
    const recorded = {
      id,
      streamId: 'tally-1',
      revision: 12n,
      position: 12n,
      type: 'TallyCounted',
      data: {},
      metadata,
    };
    const log = { readBatches: () => Readable.from([[recorded]]) } as unknown as Told['log'];
    const toldUpTo = (upTo: bigint) => historyOfEvent({ log, places, streams: [] }, id, upTo);
    expect(await toldUpTo(12n)).toMatchObject({ eventId: id, position: '12' });
    expect(await toldUpTo(11n)).toBeUndefined();
  });

  it('names the event that stands there', async () => {
    const { rows } = await sql<{
      id: string;
    }>`select event_id as id from log_index_v1.events where position = 11`.execute(fresh.database.kysely);
    expect(await places.lastUpTo(11n)).toEqual({
      position: 11n,
      eventId: rows[0]?.id,
      recordedAt: at('10:00:03.000'),
    });
  });
});
