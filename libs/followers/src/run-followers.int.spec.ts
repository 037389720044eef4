import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { sql } from 'kysely';
import { type DomainEvent, event } from '#kernel';
import {
  type FreshDatabase,
  type LocalEventStore,
  eventLog,
  eventually,
  freshDatabase,
  localEventStore,
  on,
  startProgram,
  tcpProxy,
  testContext,
} from '#testing';
import { connectDatabase } from '#postgres';
import { breakOffAt, waitAt } from '../test/interruptions.js';
import { tally } from '../test/tally.js';
import { type Follower, readModelFollower } from './follower.js';
import type { LogSource } from './feed.js';
import { type RunnerOptions, type RunningFollower, runFollower, runFollowers } from './run-followers.js';
import { dropVersion, prepareTables } from './follower-tables.js';
import { recordSkip, skippedEvents } from './skipped-events.js';
import type { FollowerIdentity } from './read-model/read-model.js';
import { tablesOf } from './tables-of.js';
import { waitForPosition } from './wait-for-position.js';

const opened = event('TallyOpened', { owner: 'Siti Aminah' });
const counted = (amount: number) => event('TallyCounted', { amount });

describe('a running follower', () => {
  const neverInterrupted = { ...tally, version: 2 };
  let fresh: FreshDatabase;
  let log: LocalEventStore;
  let stopping: AbortController;
  let running: RunningFollower[];
  let said: string[];

  beforeAll(async () => {
    fresh = await freshDatabase(20);
  });
  afterAll(() => fresh.drop());

  beforeEach(async () => {
    log = await localEventStore();
    await dropVersion(fresh.database, tally);
    await dropVersion(fresh.database, neverInterrupted);
    [stopping, running, said] = [new AbortController(), [], []];
  });
  afterEach(async () => {
    stopping.abort();
    await Promise.all(running.map(({ finished }) => finished));
    await log.stop();
  });

  function optionsOf(): RunnerOptions {
    const note = (fields: object, message: string) => void said.push(`${message} ${JSON.stringify(fields)}`);
    return {
      store: log.store,
      database: fresh.database,
      signal: stopping.signal,
      log: { info: note, warn: note, error: note },
      standbyPollMs: 10,
      backOffMs: { first: 5, longest: 20 },
    };
  }

  function run(follower: Follower, options: Partial<RunnerOptions> = {}): RunningFollower {
    const started = runFollower(follower, { ...optionsOf(), ...options });
    running.push(started);
    return started;
  }

  async function append(streamId: string, events: readonly DomainEvent[], after: bigint | null = null) {
    return log.store.append(streamId, events, after, testContext({ commandId: randomUUID() }));
  }

  /** 40 streams of 26 events, or some of them; gives the position of the last. */
  async function appendMany(from = 0, to = 40): Promise<bigint> {
    let last = 0n;
    for (let stream = from; stream < to; stream++) {
      const counts = Array.from({ length: 25 }, (_, index) => counted(stream * 100 + index));
      last = (await append(`tally-${stream}`, [opened, ...counts])).position;
    }
    return last;
  }

  const reached = (follower: FollowerIdentity, position: bigint) =>
    waitForPosition(fresh.database, follower, position, 20_000);

  async function rowsOf(follower: typeof tally): Promise<unknown> {
    const tables = tablesOf(fresh.database, follower);
    return {
      tallies: await tables.selectFrom('tally').selectAll().orderBy('stream').execute(),
      entries: await tables.selectFrom('entry').selectAll().orderBy('stream').orderBy('revision').execute(),
    };
  }

  async function expectSameRowsAsNeverInterrupted(last: bigint): Promise<void> {
    await reached(tally, last);
    run(readModelFollower(neverInterrupted));
    await reached(neverInterrupted, last);
    expect(await rowsOf(tally)).toEqual(await rowsOf(neverInterrupted));
    const { counted: total } = await tablesOf(fresh.database, tally)
      .selectFrom('tally')
      .select(({ fn }) => fn.sum<number>('counted').as('counted'))
      .executeTakeFirstOrThrow();
    expect(total).toBe(1_000);
  }

  it('follows the log, old events and new ones', async () => {
    await append('tally-1', [opened, counted(2)]);
    const follower = run(readModelFollower(tally));
    const { position } = await append('tally-1', [counted(3)], 1n);
    await reached(tally, position);
    await eventually('the status follows', () => follower.status().checkpoint === position);
    expect(await tablesOf(fresh.database, tally).selectFrom('tally').select('total').execute()).toEqual([
      { total: 5 },
    ]);
    expect(follower.status()).toMatchObject({ role: 'active', handled: 3, failures: 0, lastError: null });
    expect(follower.status().lastEventAt).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
  });

  it('whose session broke off in the middle of a transaction ends with the same rows as one never interrupted', async () => {
    const last = await appendMany();
    run(breakOffAt(600));
    await expectSameRowsAsNeverInterrupted(last);
    expect(said.filter((line) => line.startsWith('A follower failed'))).toHaveLength(1);
  });

  it('killed with kill -9 in the middle of a transaction ends with the same rows as one never interrupted', async () => {
    const half = await appendMany(0, 20);
    const program = startProgram(new URL('../test/follow-tally.main.ts', import.meta.url), {
      DATABASE_URL: fresh.url,
      EVENT_STORE: log.connectionString,
      STALL_AT: '600',
    });
    const stalled = once(program, 'message');
    await reached(tally, half);
    const last = await appendMany(20, 40);
    await stalled;
    program.kill('SIGKILL');
    await once(program, 'exit');
    const { entries } = (await rowsOf(tally)) as { entries: unknown[] };
    expect(entries.length).toBeGreaterThan(0);
    expect(entries.length).toBeLessThan(600);
    run(readModelFollower(tally));
    await expectSameRowsAsNeverInterrupted(last);
  });

  it('whose lock was lost stops and takes it again, and nothing is counted twice', async () => {
    const follower = run(waitAt(600, loseLock));
    const last = await appendMany();
    await expectSameRowsAsNeverInterrupted(last);
    await eventually('it is active again', () => follower.status().role === 'active');
    expect(said.filter((line) => line.startsWith('A follower failed'))).toHaveLength(1);
  });

  async function loseLock(): Promise<void> {
    await sql`
      select pg_terminate_backend(pid) from pg_locks
      where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())
      `.execute(fresh.database.kysely);
  }

  it('is active in one instance only; a standby takes over when that one stops', async () => {
    const first = new AbortController();
    const one = run(readModelFollower(tally), { signal: first.signal });
    await eventually('the first is active', () => one.status().role === 'active');
    const other = run(readModelFollower(tally));
    await eventually('the second stands by', () => other.status().role === 'standby');
    await reached(tally, (await append('tally-1', [opened, counted(2)])).position);
    expect([one.status().role, other.status().role]).toEqual(['active', 'standby']);
    expect(other.status().handled).toBe(0);

    first.abort();
    await one.finished;
    expect(one.status().role).toBe('stopped');
    await eventually('the second is active', () => other.status().role === 'active');
    await reached(tally, (await append('tally-1', [counted(3)], 1n)).position);
    expect(await tablesOf(fresh.database, tally).selectFrom('tally').select('total').execute()).toEqual([
      { total: 5 },
    ]);
  });

  it('does not go past a gap, says where it is, and keeps trying', async () => {
    const [first, , third] = eventLog().record([on('tally-1', opened, counted(2), counted(3))]);
    const holed: LogSource = {
      lastPosition: async () => third!.position,
      firstFrom: async () => undefined,
      async *follow() {
        const { position, id: eventId, recordedAt } = third!;
        yield { events: [first!, third!], position, eventId, recordedAt };
      },
    };
    const follower = run(readModelFollower(tally), { store: holed });
    await eventually('it has tried twice', () => follower.status().failures >= 2);
    expect(follower.status()).toMatchObject({ role: 'failing', checkpoint: null });
    expect(follower.status().lastError).toContain(
      'RevisionGap: tally_v1 has applied tally-1 up to revision 0',
    );
    expect(await rowsOf(tally)).toEqual({ tallies: [], entries: [] });
  });

  it('goes past a stream that begins with what does not concern it, and takes what comes behind', async () => {
    const { position: first } = await append('tally-1', [event('TallyPainted', { colour: 'red' })]);
    const follower = run(readModelFollower(tally));
    await reached(tally, first);
    expect(follower.status().handled).toBe(0);
    const { position: last } = await append('tally-1', [opened, counted(2)], 0n);
    await reached(tally, last);
    expect(await rowsOf(tally)).toMatchObject({ tallies: [{ total: 2, counted: 1 }] });
  });

  it('says which event PostgreSQL refused, keeps what came before it, and says nothing about people', async () => {
    await append('tally-1', [opened, counted(2)]);
    await append('tally-2', [event('TallyOpened', { owner: 'Siti\0' })]);
    const follower = run(readModelFollower(tally));
    await eventually('it has failed', () => follower.status().failures > 0);
    const { lastError } = follower.status();
    expect(lastError).toMatch(/TallyOpened \(tally-2 revision 0, position \d+\): PostgreSQL error 22P05$/);
    expect(said.join() + lastError).not.toContain('Siti');
    expect(await rowsOf(tally)).toMatchObject({ tallies: [{ total: 2 }] });
  });

  it('acts on all events but the one it was told to pass over, and goes on behind it', async () => {
    const acted: bigint[] = [];
    const acting: Follower = {
      ...readModelFollower(tally),
      act: async (events) => {
        acted.push(...events.map(({ position }) => position));
        return events;
      },
    };
    const { position } = await append('tally-1', [opened, counted(2), counted(3), counted(4)]);
    await prepareTables(fresh.database, acting);
    const skipped = { position: position - 1n, reason: 'counted twice by hand', skippedBy: 'ops-1' };
    expect(await recordSkip(fresh.database, 'tally_v1', skipped)).toBe(true);
    const follower = run(acting);
    await reached(tally, position);
    expect(acted).toEqual([position - 3n, position - 2n, position]);
    expect(follower.status().skipped).toEqual([position - 1n]);
    expect(await tablesOf(fresh.database, tally).selectFrom('tally').select('total').execute()).toEqual([
      { total: 6 },
    ]);
    const [kept] = await skippedEvents(fresh.database, 'tally_v1');
    expect(kept).toMatchObject({ ...skipped, appliedAt: expect.any(String) });
  });

  it.each([
    ['with its place in the log', () => dropVersion(fresh.database, tally)],
    ['alone', () => sql`drop schema tally_v1 cascade`.execute(fresh.database.kysely)],
  ])('whose tables are dropped (%s) while it runs builds them anew', async (_what, drop) => {
    const before = await appendMany(0, 3);
    const projection = run(readModelFollower(tally));
    await waitForPosition(fresh.database, tally, before, 5_000);
    await drop();
    const end = await appendMany(3, 4);
    await eventually('it has come to the end again', () => projection.status().checkpoint === end);
    expect(projection.status().role).toBe('active');
    expect(await rowsOf(tally)).toMatchObject({ tallies: { length: 4 } });
  });

  it.each([
    ['its schema', 'drop schema tally_v1 cascade'],
    ['one table', 'drop table tally_v1.entry'],
    ['its place in the log', "delete from lindung.projections where projection = 'tally_v1'"],
    ['the places of everybody', 'drop table lindung.projections'],
    ['all bookkeeping', 'drop schema lindung cascade'],
    [
      'a table that was made anew, empty',
      'create table x (like tally_v1.tally); drop table tally_v1.tally; alter table x rename to tally; alter table tally set schema tally_v1; delete from lindung.projections',
    ],
  ])(
    'whose tables are dropped (%s) does not seem to keep them, though nothing happens',
    async (_what, drop) => {
      const before = await appendMany(0, 3);
      const projection = run(readModelFollower(tally), { lookMs: 5 });
      await waitForPosition(fresh.database, tally, before, 5_000);
      for (const statement of drop.split('; ')) await sql.raw(statement).execute(fresh.database.kysely);
      await eventually('it says so', () =>
        said.join().includes('The tables of tally_v1 were dropped or changed'),
      );
      await eventually('everything is there again', async () => {
        const { role, checkpoint } = projection.status();
        if (role !== 'active' || checkpoint !== before) return false;
        return ((await rowsOf(tally)) as { tallies: unknown[] }).tallies.length === 3;
      });
    },
  );

  it('whose place is dropped before it has looked for the first time notices that', async () => {
    const before = await appendMany(0, 3);
    const first = run(readModelFollower(tally));
    await waitForPosition(fresh.database, tally, before, 5_000);
    stopping.abort();
    await first.finished;
    stopping = new AbortController();
    const firstFrom: LogSource['firstFrom'] = async (place) => {
      await sql`delete from lindung.projections where projection = 'tally_v1'`.execute(fresh.database.kysely);
      return log.store.firstFrom(place);
    };
    const { store } = log;
    const source: LogSource = {
      follow: (...asked) => store.follow(...asked),
      lastPosition: () => store.lastPosition(),
      firstFrom,
    };
    run(readModelFollower(tally), { store: source, lookMs: 5 });
    await eventually('it says so', () =>
      said.join().includes('The tables of tally_v1 were dropped or changed'),
    );
  });

  it('that PostgreSQL does not answer does not seem to be active', async () => {
    const proxy = await tcpProxy({ port: Number(new URL(fresh.url).port) });
    const database = connectDatabase({
      url: proxy.by(fresh.url),
      maxConnections: 3,
      applicationName: 'spec',
      connectTimeoutMs: 200,
      statementTimeoutMs: 200,
    });
    const projection = run(readModelFollower(tally), { lookMs: 5, database });
    await eventually('it is active', () => projection.status().role === 'active');
    await proxy.become('frozen');
    await eventually('it is not', () => projection.status().role === 'failing');
    await proxy.become('open');
    await eventually('it is active again', () => projection.status().role === 'active');
    stopping.abort();
    await projection.finished;
    await database.close();
    await proxy.close();
  });

  describe('where somebody else wrote an event that cannot be read', () => {
    const other = { ...readModelFollower({ ...tally, name: 'other' }), categories: ['other'] };

    /** As no release of Lindung writes it. */
    const asNobodyWritesIt = (type: string, data: string | object, metadata: object | undefined) => {
      const event = {
        id: randomUUID(),
        contentType: 'application/json' as const,
        type,
        data,
        metadata,
      };
      return log.store['calls'].append('tally-bad', [event as never], null, 5_000);
    };

    it.each<[string, string, string | object, object | undefined]>([
      ['without metadata', 'TallyCounted', { amount: 1 }, undefined],
      ['without data', 'TallyCounted', 'nothing', { schema: 1 }],
      ['sealed for nobody', 'TallyOpened', { person: { $sealed: 1, box: '' } }, { schema: 1 }],
    ])(
      '%s, names it, keeps what came before it, and holds up nobody else',
      async (_what, type, data, metadata) => {
        await dropVersion(fresh.database, other);
        const shared = optionsOf();
        const [one, another] = runFollowers([readModelFollower(tally), other], shared) as [
          RunningFollower,
          RunningFollower,
        ];
        running.push(one, another);
        const { position: good } = await append('tally-1', [opened, counted(1)]);
        const bad = await asNobodyWritesIt(type, data, metadata);
        await append('tally-2', [opened]);
        const { position: end } = await append('other-1', [opened]);
        await waitForPosition(fresh.database, other, end, 5_000);
        await eventually('it fails', () => one.status().failures > 2);
        expect(one.status()).toMatchObject({ role: 'failing', checkpoint: good });
        expect(one.status().lastError).toContain(`${type} (tally-bad revision 0, position ${bad.position})`);
        await eventually('the other one tells how far it is', () => another.status().checkpoint === end);
        expect(another.status()).toMatchObject({ role: 'active', failures: 0 });
        // Who comes later, and reads alone, fares no worse.
        const late = { ...other, version: 2 };
        await dropVersion(fresh.database, late);
        run(late);
        await waitForPosition(fresh.database, late, end, 5_000);
        // Whoever decides to pass over it lets the others through, later ones of the same stream too.
        const skip = { position: bad.position, reason: 'somebody else wrote it', skippedBy: 'ops-1' };
        await recordSkip(fresh.database, 'tally_v1', skip);
        const { position: last } = await append('tally-bad', [opened], bad.revision);
        await waitForPosition(fresh.database, tally, last, 5_000);
        expect((await skippedEvents(fresh.database, 'tally_v1'))[0]?.appliedAt).toEqual(expect.any(String));
      },
    );
  });

  it('finishes the transaction under way when it is told to stop', async () => {
    const { position } = await append('tally-1', [opened, counted(2)]);
    let goOn = () => {};
    const gate = new Promise<void>((resolve) => (goOn = resolve));
    let isWorking = false;
    const follower = run(
      waitAt(1, () => {
        isWorking = true;
        return gate;
      }),
    );
    await eventually('it is in the middle of a transaction', () => isWorking);
    stopping.abort();
    goOn();
    await follower.finished;
    expect(follower.status()).toMatchObject({ role: 'stopped', checkpoint: position });
    expect(await tablesOf(fresh.database, tally).selectFrom('tally').select('total').execute()).toEqual([
      { total: 2 },
    ]);
  });
});
