import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventCodec, EventStore } from '#event-store';
import { type EventStoreServer, startEventStoreServer } from '#event-store-server';
import { type CommandInputs, type DomainEvent, type Process, event } from '#kernel';
import { sql } from '#postgres';
import { type FreshDatabase, eventually, freshDatabase, inMemoryKeyRing, testContext } from '#testing';
import { tally } from '../test/tally.js';
import { type Follower, readModelFollower } from './follower.js';
import { checkpointOf, dropVersion } from './follower-tables.js';
import { processFollower } from './processes/process-follower.js';
import { stepsOf } from './processes/process-steps.js';
import { type RunningFollower, runFollowers } from './run-followers.js';
import { tablesOf } from './tables-of.js';
import { waitForPosition } from './wait-for-position.js';

const CODE = 'LOG_BEHIND_READ_MODEL';
const opened = event('TallyOpened', { owner: 'a' });

/** It sends nothing: what counts here is where it stands. */
const quiet: Process<DomainEvent, CommandInputs> = {
  name: 'watching',
  version: 1,
  categories: ['tally'],
  on: {},
};
const quietProcess = processFollower({
  process: quiet,
  send: async () => {
    throw new Error('nothing is asked for');
  },
  log: { info: () => {}, warn: () => {}, error: () => {} },
});

/** As the relay does: it acts and keeps no tables. It never sees an event of its own, so its place only moves with others. */
const idle: Follower = {
  name: 'idle_relay',
  version: 1,
  categories: ['nobody'],
  shape: 'none',
  tables: [],
  act: async (events) => events,
  write: async () => 0,
};

const followers = [readModelFollower(tally), quietProcess, idle];

describe('a follower of a log that went back', () => {
  let fresh: FreshDatabase;
  let folder: string;
  let server: EventStoreServer;
  let store: EventStore;
  let stopping: AbortController;
  let running: RunningFollower[];
  let said: string[];

  const logFolder = () => join(folder, 'log');
  const backup = () => join(folder, 'backup');

  beforeAll(async () => {
    fresh = await freshDatabase(10);
  });
  afterAll(() => fresh.drop());

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lindung-log-'));
    for (const one of [tally, stepsOf(quiet), idle]) await dropVersion(fresh.database, one);
    said = [];
    server = await startEventStoreServer({ port: 0, data: logFolder() });
    store = EventStore.at(server.connectionString, new EventCodec(inMemoryKeyRing()));
    run();
  });
  afterEach(async () => {
    await stopFollowers();
    await store.close();
    await server.stop();
    await rm(folder, { recursive: true });
  });

  function run(): void {
    const note = (fields: object, message: string) => void said.push(`${message} ${JSON.stringify(fields)}`);
    stopping = new AbortController();
    running = runFollowers(followers, {
      store,
      database: fresh.database,
      signal: stopping.signal,
      log: { info: note, warn: note, error: note },
      standbyPollMs: 10,
      backOffMs: { first: 5, longest: 50 },
    });
  }

  async function stopFollowers(): Promise<void> {
    stopping.abort();
    await Promise.all(running.map(({ finished }) => finished));
  }

  async function append(streamId: string, ...events: DomainEvent[]): Promise<bigint> {
    return (await store.append(streamId, events, null, testContext({ commandId: randomUUID() }))).position;
  }

  async function appendStreams(name: string, count: number): Promise<bigint> {
    let last = 0n;
    for (let n = 0; n < count; n++) last = await append(`tally-${name}-${n}`, opened);
    return last;
  }

  async function allReached(position: bigint): Promise<void> {
    for (const follower of followers) await waitForPosition(fresh.database, follower, position, 20_000);
  }

  /** The same address, so that those who run connect again by themselves. */
  async function exchangeLog(exchange: () => Promise<void>): Promise<void> {
    const { port } = server;
    await server.stop();
    await exchange();
    server = await startEventStoreServer({ port, data: logFolder() });
    // A client that was refused a moment ago tries again after a moment.
    const isReached = () => store.firstFrom(0n).then(Boolean, () => false);
    await eventually('the log is reached again', isReached);
  }

  const putBack = async () => {
    await rm(logFolder(), { recursive: true });
    await cp(backup(), logFolder(), { recursive: true });
  };

  const statuses = () => running.map((one) => one.status());
  const allFail = () =>
    eventually('all fail and say why', () =>
      statuses().every(({ role, code }) => role === 'failing' && code === CODE),
    );
  const streams = async () =>
    (
      await tablesOf(fresh.database, tally).selectFrom('tally').select('stream').orderBy('stream').execute()
    ).map(({ stream }) => stream);

  /** A log of three events, copied, then grown to seven; gives the last position. */
  async function grownSinceItsBackup(): Promise<bigint> {
    await allReached(await appendStreams('kept', 3));
    await exchangeLog(() => cp(logFolder(), backup(), { recursive: true }));
    const last = await appendStreams('lost', 4);
    await allReached(last);
    return last;
  }

  it('fails and applies nothing while the log is shorter, and when it has grown past the place again', async () => {
    const last = await grownSinceItsBackup();
    await exchangeLog(putBack);
    await allFail();
    const before = await streams();
    const now = await appendStreams('new', 6);
    expect(now).toBeGreaterThan(last);
    const failures = statuses().map((status) => status.failures);
    await eventually('each has tried twice more', () =>
      statuses().every((status, place) => status.failures >= (failures[place] ?? 0) + 2),
    );
    await allFail();
    expect(await streams()).toEqual(before);
    for (const [place, follower] of followers.entries()) {
      const { eventId } = (await checkpointOf(fresh.database, follower))!;
      const { follower: name, checkpoint, lastError } = statuses()[place]!;
      expect(checkpoint).toBe(last);
      expect(lastError).toMatch(
        new RegExp(
          `^LogBehindReadModel: ${CODE}: ${name} has seen the log up to position ${last} \\(event ${eventId}\\), ` +
            `and the log, which ends at ${now}, .*docs/how-to/restore.md$`,
        ),
      );
    }
  });

  it('fails at its start as well, whoever runs it then', async () => {
    await grownSinceItsBackup();
    await stopFollowers();
    await exchangeLog(putBack);
    run();
    await allFail();
    expect(await streams()).toContain('tally-lost-3');
    expect(said.join()).toContain('which ends at');
  });

  it('fails at another log of the same length', async () => {
    const last = await appendStreams('one', 3);
    await allReached(last);
    await exchangeLog(() => rm(logFolder(), { recursive: true }));
    expect(await appendStreams('other', 3)).toBe(last);
    await allFail();
  });

  it('goes on where the same log comes back', async () => {
    const last = await grownSinceItsBackup();
    await exchangeLog(async () => {
      await rm(backup(), { recursive: true });
      await cp(logFolder(), backup(), { recursive: true });
      await rm(logFolder(), { recursive: true });
    });
    await allFail();
    await exchangeLog(putBack);
    const next = await append('tally-more', opened);
    expect(next).toBeGreaterThan(last);
    await allReached(next);
    await eventually('all are well', () =>
      statuses().every(({ role, code }) => role === 'active' && code === null),
    );
  });

  it('builds everything from the log that is there once it was dropped', async () => {
    await grownSinceItsBackup();
    await exchangeLog(putBack);
    await allFail();
    for (const follower of followers) await dropVersion(fresh.database, follower);
    await allReached(await append('tally-new', opened));
    expect(await streams()).toEqual(['tally-kept-0', 'tally-kept-1', 'tally-kept-2', 'tally-new']);
  });

  it('takes over a place that an older release stored without the id, and knows it from the next event on', async () => {
    await allReached(await appendStreams('old', 2));
    await stopFollowers();
    await sql`alter table lindung.projections drop column event_id, drop column event_position`.execute(
      fresh.database.kysely,
    );
    expect(await checkpointOf(fresh.database, tally)).toMatchObject({ eventId: null });
    run();
    await eventually('all are active', () => statuses().every(({ role }) => role === 'active'));
    const next = await append('tally-next', opened);
    await allReached(next);
    const place = await store.firstFrom(next);
    for (const follower of followers) {
      expect(await checkpointOf(fresh.database, follower)).toMatchObject(place!);
    }
  });

  it('does not take the id of an older place for that of one which an older release moved to', async () => {
    await allReached(await appendStreams('old', 2));
    await stopFollowers();
    const moved = await appendStreams('meanwhile', 2);
    await sql`update lindung.projections set position = ${String(moved)}::bigint`.execute(
      fresh.database.kysely,
    );
    run();
    await eventually('all are active', () => statuses().every(({ role }) => role === 'active'));
  });

  it('without an id still notices a log that is too short', async () => {
    await grownSinceItsBackup();
    await stopFollowers();
    await sql`update lindung.projections set event_id = null, event_position = null`.execute(
      fresh.database.kysely,
    );
    await exchangeLog(putBack);
    run();
    await allFail();
  });

  it('knows the event at a place to which the log was only searched', async () => {
    await stopFollowers();
    for (let n = 0; n < 30; n++) {
      await store.append(
        `other-${n}`,
        Array.from({ length: 100 }, () => event('Other', {})),
        null,
        testContext({ commandId: randomUUID() }),
      );
    }
    const stop = new AbortController();
    const options = { categories: new Set(['tally']), largest: 1_000, onlyCategories: true };
    for await (const { events, position, eventId } of store.follow(null, stop.signal, options)) {
      expect(events).toEqual([]);
      expect(await store.firstFrom(position)).toEqual({ position, eventId });
      stop.abort();
    }
  });
});
