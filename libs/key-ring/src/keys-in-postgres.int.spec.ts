import { randomBytes, randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { KeysDiffer } from '#key-store';
import { type FreshDatabase, type FreshKeyStore, freshDatabase, freshKeyStore } from '#testing';
import { moveKeysFromPostgres, refuseKeysInPostgres } from './keys-in-postgres.js';

interface OldKeys {
  readonly subject: string;
  readonly person: Buffer | null;
  readonly health: Buffer | null;
}

describe('keys that an earlier release kept in PostgreSQL', () => {
  let fresh: FreshDatabase;
  let keys: FreshKeyStore;

  beforeEach(async () => {
    [fresh, keys] = [await freshDatabase(), await freshKeyStore()];
  });
  afterEach(async () => {
    await keys.drop();
    await fresh.drop();
  });

  /** The table as revision 2289f72 made it, with many persons: some erased, wholly or in part. */
  async function oldTable(persons: number): Promise<OldKeys[]> {
    await sql`create schema keys`.execute(fresh.database.kysely);
    await sql`
      create table keys.subjects (
        subject text primary key, master_key_id text not null, person bytea, person_destroyed_at timestamptz,
        health bytea, health_destroyed_at timestamptz, created_at timestamptz not null default now()
      )`.execute(fresh.database.kysely);
    const rows = Array.from({ length: persons }, (_, at) => ({
      subject: randomUUID(),
      person: at % 7 === 0 ? null : randomBytes(60),
      health: at % 14 === 0 || at % 5 === 0 ? null : randomBytes(60),
    }));
    await sql`
      insert into keys.subjects (subject, master_key_id, person, person_destroyed_at, health, health_destroyed_at)
      select subject, 'old', person, case when person is null then '2026-01-02T03:04:05Z'::timestamptz end,
             health, case when health is null then '2026-02-03T04:05:06Z'::timestamptz end
      from unnest(${rows.map(({ subject }) => subject)}::text[], ${rows.map(({ person }) => person)}::bytea[],
                  ${rows.map(({ health }) => health)}::bytea[]) as old (subject, person, health)`.execute(
      fresh.database.kysely,
    );
    return rows;
  }

  async function expectMoved(rows: readonly OldKeys[]): Promise<void> {
    const found = await keys.store.find(rows.map(({ subject }) => subject));
    const destroyed = new Map(
      (await keys.store.destroyed()).map((one) => [`${one.subject} ${one.section}`, one.at]),
    );
    for (const { subject, ...old } of rows) {
      for (const section of ['person', 'health'] as const) {
        expect(found.get(subject)?.[section] ?? null).toEqual(old[section]);
        expect(destroyed.has(`${subject} ${section}`)).toBe(old[section] === null);
      }
    }
    const { rows: schemas } = await sql`select from pg_namespace where nspname = 'keys'`.execute(
      fresh.database.kysely,
    );
    expect(schemas).toEqual([]);
  }

  const move = (beforeDrop?: () => Promise<void>) =>
    moveKeysFromPostgres(fresh.database, keys.store, beforeDrop);

  it('are moved page by page, tombstones with the day they are of, and the schema is gone', async () => {
    const rows = await oldTable(2_345);
    expect(await move()).toBe(2_345);
    await expectMoved(rows);
    const erased = rows.find(({ person }) => person === null)!;
    expect(await keys.store.destroyed()).toContainEqual({
      subject: erased.subject,
      section: 'person',
      at: '2026-01-02T03:04:05.000Z',
    });
    expect(await move()).toBeUndefined();
  });

  it('are all there when the move was cut short, at whichever end, and run again', async () => {
    const rows = await oldTable(1_100);
    const cutShort = new Error('killed');
    await expect(move(() => Promise.reject(cutShort))).rejects.toBe(cutShort);
    const { rows: still } = await sql`select from keys.subjects`.execute(fresh.database.kysely);
    expect(still).toHaveLength(1_100);
    expect(await move()).toBe(1_100);
    await expectMoved(rows);
  });

  it('stay destroyed where that was done between two attempts', async () => {
    const rows = await oldTable(20);
    await expect(move(() => Promise.reject(new Error('killed')))).rejects.toThrow('killed');
    const one = rows.find(({ person, health }) => person && health)!;
    await keys.store.destroy(one.subject, ['person', 'health']);
    await move();
    expect((await keys.store.find([one.subject])).get(one.subject)?.person).toBeUndefined();
  });

  it('are left where they are when the store has other keys of the same person', async () => {
    const rows = await oldTable(20);
    const one = rows.find(({ person, health }) => person && health)!;
    await keys.store.ensure([one.subject], () => ({
      masterKeyId: 'new',
      person: randomBytes(60),
      health: randomBytes(60),
    }));
    await expect(move()).rejects.toThrow(KeysDiffer);
    const { rows: still } = await sql`select from keys.subjects`.execute(fresh.database.kysely);
    expect(still).toHaveLength(20);
  });

  it('keep an app from starting until they are moved', async () => {
    await refuseKeysInPostgres({ url: fresh.url });
    await oldTable(1);
    await expect(refuseKeysInPostgres({ url: fresh.url })).rejects.toThrow('run: lindung keys move');
    await move();
    await refuseKeysInPostgres({ url: fresh.url });
  });
});
