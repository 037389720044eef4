import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '#testing';
import { integer, json, sql, table } from './index.js';

const things = table('things', { number: integer().key(), list: json<unknown>() });

describe('Rows that are brought in by COPY', () => {
  let fresh: FreshDatabase;
  beforeAll(async () => {
    fresh = await freshDatabase(1);
  });
  afterAll(() => fresh.drop());
  beforeEach(async () => {
    await sql`drop table if exists things`.execute(fresh.database.kysely);
    await sql`create table things (number integer primary key, list jsonb not null)`.execute(
      fresh.database.kysely,
    );
  });

  const bringIn = (rows: readonly { readonly number: number; readonly list: unknown }[]) =>
    fresh.database.transaction((_transaction, copy) => copy('things', things.all, rows));

  const stored = async () => {
    const { rows } = await sql<{
      count: number;
    }>`select count(*)::int as count from things`.execute(fresh.database.kysely);
    return rows[0]?.count;
  };

  it('are all there, however many they are', async () => {
    const rows = Array.from({ length: 30_000 }, (_, number) => ({ number, list: ['Siti', number] }));
    await bringIn(rows);
    expect(await stored()).toBe(30_000);
  });

  it('are not there when PostgreSQL refuses one of them, and the connection goes on', async () => {
    const twice = [1, 1].map((number) => ({ number, list: [] }));
    await expect(bringIn(twice)).rejects.toMatchObject({ code: '23505' });
    await bringIn([{ number: 1, list: [] }]);
    expect(await stored()).toBe(1);
  });

  it('are not there when PostgreSQL refuses one of the first while more are under way, and the connection goes on', async () => {
    const list = ['Siti'.repeat(500)];
    const twice = Array.from({ length: 10_000 }, (_, number) => ({
      number: number === 1 ? 0 : number,
      list,
    }));
    await expect(bringIn(twice)).rejects.toMatchObject({ code: '23505' });
    await bringIn([{ number: 1, list: [] }]);
    expect(await stored()).toBe(1);
  });

  it('are not there when one of them cannot be written, and the connection goes on', async () => {
    const late = Array.from({ length: 30_000 }, (_, number) => ({
      number,
      list: number < 29_000 ? [] : [1n],
    }));
    await expect(bringIn(late)).rejects.toThrow(TypeError);
    await bringIn([{ number: 1, list: [] }]);
    expect(await stored()).toBe(1);
  });
});
