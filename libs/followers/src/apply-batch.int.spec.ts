import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import type { RecordedEvent } from '#event-store';
import { event } from '#kernel';
import { type FreshDatabase, eventLog, freshDatabase, on, storedReadModelSpec } from '#testing';
import { table, text } from '#postgres';
import { tallies, tally } from '../test/tally.js';
import { applyBatch } from './apply-batch.js';
import {
  HandlerFailed,
  describeFailure,
  FollowerFenced,
  RevisionGap,
  ShapeChanged,
} from './follower-errors.js';
import { checkpointOf, dropVersion, prepareReadModel } from './follower-tables.js';
import { tablesOf } from './tables-of.js';

const opened = event('TallyOpened', { owner: 'a' });
const counted = (amount: number) => event('TallyCounted', { amount });

describe('applying a batch of events', () => {
  let fresh: FreshDatabase;
  const store = storedReadModelSpec(tally, () => fresh.database);

  beforeAll(async () => {
    fresh = await freshDatabase();
  });
  afterAll(() => fresh.drop());

  async function startAfresh(): Promise<void> {
    await dropVersion(fresh.database, tally);
    await prepareReadModel(fresh.database, tally);
  }
  const totals = () =>
    tablesOf(fresh.database, tally).selectFrom('tally').select(['stream', 'total']).execute();
  const stand = async () => (await checkpointOf(fresh.database, tally))?.position;

  it('writes rows in the order of the log', async () => {
    const stored = await store(
      on('tally-1', opened, counted(2)),
      on('tally-2', opened),
      on('tally-1', counted(3)),
    );
    await stored.thenRows(
      (tables) => tables.selectFrom('tally').selectAll().orderBy('stream'),
      [
        { stream: 'tally-1', owner: 'a', total: 5, counted: 2 },
        { stream: 'tally-2', owner: 'a', total: 0, counted: 0 },
      ],
    );
  });

  it('changes nothing when the same events come again, in one batch or in several', async () => {
    const stored = await store(on('tally-1', opened, counted(2), counted(3)));
    await stored.thenAppliedTwiceNothingChanges();
    for (const one of stored.events) {
      expect(await applyBatch(fresh.database, tally, [one])).toMatchObject({ handled: 0, duplicates: 1 });
    }
    await stored.thenAppliedTwiceNothingChanges();
  });

  it('passes over types of event that it does not know', async () => {
    await (await store(on('tally-1', opened, counted(2)))).thenUnknownEventsAreIgnored();
  });

  it('takes only the new ones when old and new events come together', async () => {
    await startAfresh();
    const events = eventLog().record([on('tally-1', opened, counted(2), counted(3))]);
    await applyBatch(fresh.database, tally, events.slice(0, 2));
    expect(await applyBatch(fresh.database, tally, events)).toMatchObject({ handled: 1, duplicates: 2 });
    expect(await totals()).toEqual([{ stream: 'tally-1', total: 5 }]);
  });

  it('stays where it is when only old events come again, or none', async () => {
    const { events } = await store(on('tally-1', opened, counted(2), counted(3)));
    const last = events.at(-1)?.position;
    for (const batch of [events.slice(0, 1), []]) {
      expect(await applyBatch(fresh.database, tally, batch)).toMatchObject({ checkpoint: last, handled: 0 });
      expect(await stand()).toBe(last);
    }
  });

  it('stands nowhere before the first event', async () => {
    await startAfresh();
    expect(await applyBatch(fresh.database, tally, [])).toMatchObject({ checkpoint: null });
    expect(await stand()).toBeNull();
  });

  it('refuses a gap within a batch and between batches, and keeps nothing of such a batch', async () => {
    await startAfresh();
    const [first, second, third] = eventLog().record([on('tally-1', opened, counted(2), counted(3))]) as [
      RecordedEvent,
      RecordedEvent,
      RecordedEvent,
    ];
    await expect(applyBatch(fresh.database, tally, [first, third])).rejects.toThrow(RevisionGap);
    expect(await totals()).toEqual([]);
    await applyBatch(fresh.database, tally, [first]);
    await expect(applyBatch(fresh.database, tally, [third])).rejects.toThrow(
      'tally_v1 has applied tally-1 up to revision 0 and was given TallyCounted (tally-1 revision 2',
    );
    expect(await stand()).toBe(first.position);
    expect(await applyBatch(fresh.database, tally, [second, third])).toMatchObject({ handled: 2 });
  });

  it('knows how far it has applied each of many streams that begin in one batch', async () => {
    await startAfresh();
    const log = eventLog();
    const all = Array.from({ length: 300 }, (_, nth) => on(`tally-${nth}`, opened));
    const begun = log.record(all);
    await applyBatch(fresh.database, tally, begun);
    expect(await applyBatch(fresh.database, tally, begun)).toMatchObject({ handled: 0, duplicates: 300 });
    const [second, third] = log.record([on('tally-299', counted(2), counted(3))]) as [
      RecordedEvent,
      RecordedEvent,
    ];
    await expect(applyBatch(fresh.database, tally, [third])).rejects.toThrow(RevisionGap);
    expect(await applyBatch(fresh.database, tally, [second, third])).toMatchObject({ handled: 2 });
  });

  it('keeps a row of a stream only from its second event on, and knows the first as applied by its own place', async () => {
    await startAfresh();
    const [first, second, third] = eventLog().record([on('tally-1', opened, counted(2), counted(3))]) as [
      RecordedEvent,
      RecordedEvent,
      RecordedEvent,
    ];
    const rows = async () => {
      const { rows: stored } = await sql<{ revision: string }>`
        select revision::text from tally_v1.stream_revisions`.execute(fresh.database.kysely);
      return stored.map(({ revision }) => revision);
    };
    await expect(applyBatch(fresh.database, tally, [second])).rejects.toThrow('up to revision -1');
    await applyBatch(fresh.database, tally, [first]);
    expect(await rows()).toEqual([]);
    expect(await applyBatch(fresh.database, tally, [first])).toMatchObject({ handled: 0, duplicates: 1 });
    await applyBatch(fresh.database, tally, [second]);
    expect(await rows()).toEqual(['1']);
    await applyBatch(fresh.database, tally, [second, third]);
    expect(await rows()).toEqual(['2']);
    expect(await totals()).toEqual([{ stream: 'tally-1', total: 5 }]);
  });

  it('only moves the checkpoint for other categories, whose revisions it does not follow', async () => {
    await startAfresh();
    const [skipped, seen] = eventLog().record([
      on('claim-1', event('ClaimSubmitted', {}), event('ClaimClosed', {})),
    ]);
    expect(skipped).toBeDefined();
    expect(await applyBatch(fresh.database, tally, [seen!])).toEqual({
      checkpoint: seen!.position,
      handled: 0,
      duplicates: 0,
    });
    expect(await stand()).toBe(seen!.position);
  });

  it('keeps nothing of a batch that fails, and tells where but not what', async () => {
    await startAfresh();
    const [, counts] = eventLog().record([on('tally-1', opened), on('tally-2', counted(2))]);
    const failing = applyBatch(fresh.database, tally, [counts!]);
    await expect(failing).rejects.toThrow(HandlerFailed);
    await expect(failing).rejects.toThrow(/TallyCounted \(tally-2 revision 0.*tally has no row for it$/);
    expect(await totals()).toEqual([]);
    expect(await stand()).toBeNull();
  });

  it('tells no values of rows that PostgreSQL refuses', async () => {
    await startAfresh();
    const events = eventLog().record([on('tally-1', event('TallyOpened', { owner: 'Siti\0' }))]);
    const failing = applyBatch(fresh.database, tally, events);
    await expect(failing.catch(describeFailure)).resolves.toBe('PostgreSQL error 22P05');
    expect(await totals()).toEqual([]);
  });

  it('stops an instance that believes to stand elsewhere, or whose tables were dropped', async () => {
    await startAfresh();
    const [first, second] = eventLog().record([on('tally-1', opened, counted(2))]);
    await applyBatch(fresh.database, tally, [first!], null);
    await expect(applyBatch(fresh.database, tally, [second!], null)).rejects.toThrow(FollowerFenced);
    await applyBatch(fresh.database, tally, [second!], first!.position);
    await dropVersion(fresh.database, tally);
    await expect(applyBatch(fresh.database, tally, [second!], second!.position)).rejects.toThrow(
      FollowerFenced,
    );
  });

  it('keeps positions exact past 2^53', async () => {
    await startAfresh();
    const [first] = eventLog().record([on('tally-1', opened)]);
    const far = { ...first!, position: 2n ** 62n + 1n };
    expect((await applyBatch(fresh.database, tally, [far])).checkpoint).toBe(2n ** 62n + 1n);
    expect(await stand()).toBe(2n ** 62n + 1n);
  });

  it('notices tables that were changed without raising the version', async () => {
    await startAfresh();
    await prepareReadModel(fresh.database, tally);
    const wider = table('tally', { ...tallies.columns, office: text().nullable() });
    const changed = { ...tally, tables: { ...tally.tables, tally: wider } };
    await expect(prepareReadModel(fresh.database, changed)).rejects.toThrow(ShapeChanged);
    await dropVersion(fresh.database, tally);
    await prepareReadModel(fresh.database, changed);
  });

  it('builds a new version beside the old one, until the old one is dropped', async () => {
    await startAfresh();
    const second = { ...tally, version: 2 };
    await prepareReadModel(fresh.database, second);
    const events = eventLog().record([on('tally-1', opened, counted(2))]);
    await applyBatch(fresh.database, second, events);
    expect(await totals()).toEqual([]);
    expect(await checkpointOf(fresh.database, tally)).toMatchObject({ position: null });
    await dropVersion(fresh.database, tally);
    expect(await checkpointOf(fresh.database, tally)).toBeUndefined();
    expect(await tablesOf(fresh.database, second).selectFrom('tally').select('total').execute()).toEqual([
      { total: 2 },
    ]);
    await dropVersion(fresh.database, second);
  });
});
