import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { BAD_WAYS, type FreshDatabase, type TcpProxy, eventually, freshDatabase, tcpProxy } from '#testing';
import { text } from './column.js';
import { type Database, connectDatabase } from './database.js';
import { DatabaseUnavailable } from './limited.js';
import { outageOfDatabase } from './outage.js';
import { sql } from './index.js';

const LIMIT_MS = 200;

const sleep = (database: Database, seconds: number) =>
  sql`select pg_sleep(${seconds})`.execute(database.kysely);

describe('A way to PostgreSQL that has become bad', () => {
  let fresh: FreshDatabase;
  let proxy: TcpProxy;
  const open = new Set<Database>();

  beforeAll(async () => {
    fresh = await freshDatabase();
    await sql`create table things (name text)`.execute(fresh.database.kysely);
    proxy = await tcpProxy({ port: Number(new URL(fresh.url).port) });
  });
  afterEach(async () => {
    await proxy.become('open');
    await Promise.all([...open].map((database) => database.close()));
    open.clear();
  });
  afterAll(async () => {
    await proxy.close();
    await fresh.drop();
  });

  function database({ maxConnections = 1, statementTimeoutMs = LIMIT_MS } = {}): Database {
    const made = connectDatabase({
      url: proxy.by(fresh.url),
      maxConnections,
      applicationName: 'spec',
      connectTimeoutMs: 500,
      statementTimeoutMs,
    });
    open.add(made);
    return made;
  }

  const one = ({ kysely }: Database) => sql<{ one: number }>`select 1 as one`.execute(kysely);
  const things = [{ name: 'a' }];

  /** On a busy machine PostgreSQL may not even answer a knock in time. */
  const answers = (of: Database) =>
    one(of).then(
      () => true,
      () => false,
    );

  /** One that has answered. */
  async function answering(options: Parameters<typeof database>[0] = {}): Promise<Database> {
    const behind = database(options);
    await eventually('it works', () => answers(behind));
    return behind;
  }

  /** Everything that people may do with a database. */
  const WORK: Readonly<Record<string, (database: Database) => Promise<unknown>>> = {
    'a query': one,
    'a query that is kept ready': ({ kysely }) => sql`select ${1}::int`.execute(kysely),
    'a question that shares a connection': (of) => sql`select ${1}::int`.execute(of.reading('public', [])),
    'a transaction': (of) => of.transaction((transaction) => sql`select 1`.execute(transaction)),
    'a transaction of Kysely': ({ kysely }) =>
      kysely.transaction().execute((transaction) => sql`select 1`.execute(transaction)),
    'a COPY': (of) => of.transaction((_transaction, copy) => copy('things', COLUMNS, things)),
    listening: (of) =>
      of.listen(
        'news',
        () => {},
        () => {},
      ),
  };
  const COLUMNS = [{ name: 'name', sqlName: 'name', kind: text() }] as never;

  describe.each(BAD_WAYS)('%s', (way) => {
    it.each(Object.entries(WORK))(
      'fails %s in time, as an outage, and it works again afterwards',
      async (_what, work) => {
        const behind = await answering();
        await proxy.become(way);
        // Over a connection that is new, one that went silent matters no more.
        const failure = await work(behind).then(
          () => undefined,
          (error: unknown) => error,
        );
        if (way !== 'half-open' || failure !== undefined)
          expect(outageOfDatabase(failure)).toBe('UNREACHABLE');
        await proxy.become('open');
        await eventually('it works again', () => answers(behind));
      },
    );

    it('does not keep anybody who closes', async () => {
      const behind = database({ maxConnections: 2 });
      const session = await behind.connect();
      await behind.listen(
        'news',
        () => {},
        () => {},
      );
      const asked = sleep(behind, 60).catch((error: unknown) => error);
      await eventually('PostgreSQL is asked', async () => {
        const { rows } =
          await sql`select from pg_stat_activity where query like '%pg_sleep%' and state = 'active' and pid <> pg_backend_pid()`.execute(
            fresh.database.kysely,
          );
        return rows.length > 0;
      });
      await proxy.become(way);
      await Promise.all([behind.close(), session.end()]);
      expect(outageOfDatabase(await asked)).toBe('UNREACHABLE');
      await eventually('nothing stays connected', () => proxy.connections() === 0);
    });
  });

  it('a connection that went silent is replaced, also where the pool has no other', async () => {
    const behind = await answering();
    await proxy.become('half-open');
    await expect(one(behind)).rejects.toBeInstanceOf(DatabaseUnavailable);
    expect((await one(behind)).rows).toEqual([{ one: 1 }]);
  });

  it('whoever waits for a connection of the pool does not wait for ever', async () => {
    const behind = await answering({ statementTimeoutMs: 5_000 });
    const slow = sleep(behind, 1.5);
    await expect(one(behind)).rejects.toThrow(
      'PostgreSQL cannot be reached: timeout exceeded when trying to connect',
    );
    await slow;
  });

  it('a lock that somebody else holds is waited for until the limit, and the connection is kept', async () => {
    const behind = await answering();
    const pid = async () =>
      (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(behind.kysely)).rows[0]?.pid;
    const before = await pid();
    await fresh.database.kysely.transaction().execute(async (holder) => {
      await sql`lock table things`.execute(holder);
      const failure = await sql`select * from things`.execute(behind.kysely).catch((error: unknown) => error);
      expect(failure).toMatchObject({ code: '57014' });
      expect(outageOfDatabase(failure)).toBe('UNREACHABLE');
    });
    expect(await pid()).toBe(before);
  });

  it('a transaction whose every statement is quick enough ends in time too', async () => {
    const behind = await answering();
    const endless = behind.transaction(async (transaction) => {
      for (;;) await sql`select pg_sleep(0.05)`.execute(transaction);
    });
    await expect(endless).rejects.toThrow(`PostgreSQL has not answered within ${4 * LIMIT_MS} ms`);
  });

  it('a session is lost as soon as it does not answer', async () => {
    const session = await (await answering()).connect();
    await proxy.become('half-open');
    await expect(session.query('select 1')).rejects.toBeInstanceOf(DatabaseUnavailable);
    expect(session.lost.aborted).toBe(true);
  });

  it('a backend that is killed is an outage to whoever was using it', async () => {
    const behind = await answering({ statementTimeoutMs: 5_000 });
    const asked = sleep(behind, 60).catch((error: unknown) => error);
    await eventually('it is killed', async () => {
      const { rows } =
        await sql`select pg_terminate_backend(pid) from pg_stat_activity where query like '%pg_sleep%' and state = 'active' and pid <> pg_backend_pid()`.execute(
          fresh.database.kysely,
        );
      return rows.length > 0;
    });
    expect(outageOfDatabase(await asked)).toBe('UNREACHABLE');
  });

  it.each([
    ['a wrong password', (url: URL) => (url.password = 'wrong')],
    ['a database that is not there', (url: URL) => (url.pathname = 'nowhere')],
    ['a host that nobody knows', (url: URL) => (url.hostname = 'nobody.invalid')],
    ['encryption that the server does not speak', (url: URL) => (url.search = '?sslmode=require')],
  ])('%s is an outage, whatever it is called', async (_what, change) => {
    const url = new URL(fresh.url);
    change(url);
    const wrong = connectDatabase({ url: url.href, maxConnections: 1, applicationName: 'spec' });
    open.add(wrong);
    expect(outageOfDatabase(await one(wrong).catch((error: unknown) => error))).toBe('UNREACHABLE');
  });

  it('a mistake of ours is none', async () => {
    const behind = database();
    for (const mistake of [
      sql`select 1/0`,
      sql`selec`,
      sql`select 9007199254740993`,
      sql`select ${Symbol('x')}`,
    ]) {
      const failure = await mistake.execute(behind.kysely).catch((error: unknown) => error);
      expect([failure, outageOfDatabase(failure)]).toEqual([expect.anything(), undefined]);
    }
  });
});
