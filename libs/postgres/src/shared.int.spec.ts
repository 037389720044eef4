import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type FreshDatabase, eventually, freshDatabase } from '#testing';
import { type Database, connectDatabase } from './database.js';
import { sql } from './index.js';

describe('What is asked at the same moment', () => {
  let fresh: FreshDatabase;
  let database: Database;
  const reading = () => database.reading('public', ['things']);
  beforeAll(async () => {
    fresh = await freshDatabase();
    await sql`create table things (n int)`.execute(fresh.database.kysely);
    database = connectDatabase({ url: fresh.url, maxConnections: 3, applicationName: 'spec' });
  });
  afterAll(async () => {
    await database.close();
    await fresh.drop();
  });

  const ask = async (n: number) => {
    const { rows } = await sql<{
      pid: number;
      n: number;
    }>`select pg_backend_pid() as pid, ${n}::int as n`.execute(reading());
    return rows[0]!;
  };
  const sleepers = async () => {
    const { rows } = await sql<{ pid: number }>`select pid from pg_stat_activity
      where datname = current_database() and state = 'active' and query like 'select pg_sleep%'`.execute(
      fresh.database.kysely,
    );
    return rows.map(({ pid }) => pid);
  };
  const connectionsOf = (answers: readonly { pid: number }[]) => new Set(answers.map(({ pid }) => pid)).size;

  it('shares a connection, and each gets its own answer', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => ask(n)));
    expect(answers.map(({ n }) => n)).toEqual(Array.from({ length: 20 }, (_, n) => n));
    expect(connectionsOf(answers)).toBe(1);
  });

  it('takes another connection when it is very much, and waits when there are none left', async () => {
    const answers = await Promise.all(Array.from({ length: 500 }, (_, n) => ask(n)));
    expect(answers.map(({ n }) => n)).toEqual(Array.from({ length: 500 }, (_, n) => n));
    expect(connectionsOf(answers)).toBe(3);
  });

  it('does not wait behind what was asked a moment before', async () => {
    const slow = sql`select pg_sleep(20)`.execute(reading());
    slow.catch(() => {});
    await eventually('the slow one is on its way', async () => (await sleepers()).length === 1);
    expect((await ask(1)).n).toBe(1);
    const [pid] = await sleepers();
    await sql`select pg_cancel_backend(${pid}::int)`.execute(fresh.database.kysely);
    await expect(slow).rejects.toThrow('canceling statement');
  });

  it('fails alone', async () => {
    const asked = [ask(1), sql`select 1 / ${0}::int`.execute(reading()), ask(2)];
    const [before, failed, after] = await Promise.allSettled(asked);
    expect(failed).toMatchObject({ status: 'rejected', reason: { code: '22012' } });
    expect([before, after]).toMatchObject([{ value: { n: 1 } }, { value: { n: 2 } }]);
  });

  it('changes nothing', async () => {
    await expect(sql`insert into things values (1)`.execute(reading())).rejects.toThrow('read-only');
  });
});
