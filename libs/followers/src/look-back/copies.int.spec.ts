import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import type { LogBatch, RecordedEvent } from '#event-store';
import { event } from '#kernel';
import { type FreshDatabase, eventLog, freshDatabase, on } from '#testing';
import { tally } from '../../test/tally.js';
import { buildCopy } from './build-copy.js';
import { builtCopy, dropOldCopies, keptCopies, tablesOfCopy } from './copies.js';

/** A log that was told this, and nothing more. */
function logOfOwner(owner: string) {
  const events = eventLog()
    .record([on('tally-1', event('TallyOpened', { owner }), event('TallyCounted', { amount: 2 }))])
    // As each log gives its own.
    .map((one) => ({ ...one, id: randomUUID() }));
  return { events, follow: () => batchOf(events), past: pastOf(events.at(-1)!) };
}

async function* batchOf(events: readonly RecordedEvent[]): AsyncGenerator<LogBatch> {
  await Promise.resolve();
  const { position, id: eventId, recordedAt } = events.at(-1)!;
  yield { events, position, eventId, recordedAt };
}

const pastOf = ({ position, id: eventId }: RecordedEvent) => ({ position, eventId });

describe('A copy of a read model as it was', () => {
  let fresh: FreshDatabase;
  beforeAll(async () => {
    fresh = await freshDatabase(4);
  });
  afterAll(() => fresh.drop());
  beforeEach(() => sql`drop schema if exists look_back cascade`.execute(fresh.database.kysely));

  type Log = ReturnType<typeof logOfOwner>;
  const build = (log: Log, past = log.past) => buildCopy({ database: fresh.database, log }, tally, past);
  async function ownersIn(past: Log['past']): Promise<readonly string[] | undefined> {
    const copy = await builtCopy(fresh.database, tally, past);
    const rows =
      copy && (await tablesOfCopy(fresh.database, tally, copy).selectFrom('tally').selectAll().execute());
    return rows?.map(({ owner }) => owner);
  }

  it('answers of the log that it was made from, and never of one that was put in its place', async () => {
    const [lost, restored] = [logOfOwner('Siti Contoh'), logOfOwner('Budi Contoh')];
    expect(restored.past.position).toBe(lost.past.position);
    await build(lost);
    expect(await ownersIn(lost.past)).toEqual(['Siti Contoh']);
    expect(await ownersIn(restored.past)).toBeUndefined();
    await build(restored);
    expect(await ownersIn(restored.past)).toEqual(['Budi Contoh']);
    expect(await ownersIn(lost.past)).toBeUndefined();
  });

  it('that was half made of a lost log is made anew, not gone on with', async () => {
    const [lost, restored] = [logOfOwner('Siti Contoh'), logOfOwner('Budi Contoh')];
    const [first, second] = lost.events;
    const breaks = async function* (): AsyncGenerator<LogBatch> {
      yield* batchOf([first!]);
      throw new Error(`the log broke off before ${second!.id}`);
    };
    await expect(build({ ...lost, follow: breaks })).rejects.toThrow('broke off');
    expect(await keptCopies(fresh.database)).toMatchObject([{ at: first!.position }]);
    await build(restored);
    expect(await ownersIn(restored.past)).toEqual(['Budi Contoh']);
  });

  it('of a release that did not note the event is not answered from', async () => {
    const log = logOfOwner('Siti Contoh');
    await build(log);
    await sql`alter table look_back.copies drop column event_id`.execute(fresh.database.kysely);
    expect(await ownersIn(log.past)).toBeUndefined();
    await build(log);
    expect(await ownersIn(log.past)).toEqual(['Siti Contoh']);
  });

  it('goes when nobody has asked it for so long, and for room', async () => {
    const bounds = { most: 2, hours: 48 };
    const logs = ['Siti Contoh', 'Budi Contoh'].map(logOfOwner);
    await dropOldCopies(fresh.database, bounds, 0);
    for (const [nth, log] of logs.entries())
      await buildCopy({ database: fresh.database, log }, { ...tally, version: nth + 1 }, log.past);
    await dropOldCopies(fresh.database, bounds, 0);
    expect(await keptCopies(fresh.database)).toHaveLength(2);
    await dropOldCopies(fresh.database, bounds, 1);
    expect(await keptCopies(fresh.database)).toMatchObject([{ readModel: 'tally_v2' }]);
    await sql`update look_back.copies set used_at = now() - interval '49 hours'`.execute(
      fresh.database.kysely,
    );
    await dropOldCopies(fresh.database, bounds, 0);
    const { rows } = await sql`select from pg_class where relname ~ '^c[0-9]+_'`.execute(
      fresh.database.kysely,
    );
    expect([await keptCopies(fresh.database), rows]).toEqual([[], []]);
  });
});
