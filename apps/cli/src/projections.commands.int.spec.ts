import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { type DomainEvent, event } from '#kernel';
import { startEmbeddedPostgres } from '#embedded-postgres';
import { connectDatabase, integer, sql, table, text } from '#postgres';
import {
  type RunningFollower,
  category,
  checkpointOf,
  dropVersion,
  prepareReadModel,
  put,
  readModel,
  readModelFollower,
  runFollower,
  tablesOf,
  waitForPosition,
} from '#followers';
import {
  type FreshDatabase,
  type LocalEventStore,
  eventually,
  freshDatabase,
  localEventStore,
  testContext,
} from '#testing';
import { ExitCode } from './exit.js';
import { addProjectionsCommands } from './projections.commands.js';

type Weighed = DomainEvent<'BoxWeighed', { box: string; weight: number }>;

const boxes = table('boxes', { box: text().key(), weight: integer() });
const boxReadModel = readModel({
  name: 'weighed',
  version: 3,
  own: [category<Weighed>('weighed')],
  tables: { boxes },
  on: {
    BoxWeighed: ({ data }) => {
      if (data.weight < 0) throw new Error('nothing weighs less than nothing');
      return [put(boxes, data)];
    },
  },
});

describe('lindung projections', () => {
  let fresh: FreshDatabase;
  let log: LocalEventStore;
  let stopping: AbortController;
  let running: RunningFollower;
  let poison: bigint;
  let out: string;
  let err: string;

  beforeAll(async () => {
    fresh = await freshDatabase();
  });
  afterAll(() => fresh.drop());

  beforeEach(async () => {
    [out, err] = ['', ''];
    jest.replaceProperty(process, 'env', { DATABASE_URL: fresh.url });
    jest.spyOn(process.stdout, 'write').mockImplementation((said) => ((out += String(said)), true));
    jest.spyOn(process.stderr, 'write').mockImplementation((said) => ((err += String(said)), true));
    await dropVersion(fresh.database, boxReadModel);
    log = await localEventStore();
    await weigh(1);
    run();
    await waitForPosition(fresh.database, boxReadModel, await weigh(2), 20_000);
    poison =
      (await log.store.append('weighed-1', [weighed(3), weighed(-1), weighed(4)], 1n, newContext()))
        .position - 1n;
    await eventually('it fails', () => running.status().role === 'failing');
    await eventually('where is known', async () => (await failingAt()) === String(poison));
  });
  afterEach(async () => {
    stopping.abort();
    await running.finished;
    await log.stop();
    jest.restoreAllMocks();
    process.exitCode = ExitCode.DONE;
  });

  const newContext = () => testContext({ commandId: randomUUID() });
  const weighed = (weight: number) => event('BoxWeighed', { box: `box ${weight}`, weight });
  async function weigh(weight: number): Promise<bigint> {
    const after = weight === 1 ? null : BigInt(weight - 2);
    return (await log.store.append('weighed-1', [weighed(weight)], after, newContext())).position;
  }
  const failingAt = async () => {
    const { rows } = await sql<{ at: string | null }>`
      select failing_position::text as at from lindung.projections`.execute(fresh.database.kysely);
    return rows[0]?.at;
  };

  function run(): void {
    stopping = new AbortController();
    running = runFollower(readModelFollower(boxReadModel), {
      store: log.store,
      database: fresh.database,
      signal: stopping.signal,
      log: { info: () => {}, warn: () => {}, error: () => {} },
      backOffMs: { first: 5, longest: 50 },
    });
  }

  async function projections(...words: readonly string[]): Promise<void> {
    const command = new Command('projections').exitOverride();
    addProjectionsCommands(command);
    for (const each of command.commands) each.exitOverride();
    await command.parseAsync(words, { from: 'user' });
  }

  const weights = async () =>
    (
      await tablesOf(fresh.database, boxReadModel)
        .selectFrom('boxes')
        .select('weight')
        .orderBy('weight')
        .execute()
    ).map(({ weight }) => weight);

  it('skip passes over the event it fails at, keeps who, when and why, and shows it until it is built anew', async () => {
    await projections(
      'skip',
      'weighed_v3',
      '--position',
      String(poison),
      '--reason',
      'a faulty scale',
      '--by',
      'ops-1',
    );
    expect(err).toBe('');
    await waitForPosition(fresh.database, boxReadModel, poison + 1n, 20_000);
    expect(await weights()).toEqual([1, 2, 3, 4]);
    await eventually('it is well', () => running.status().role === 'active');
    expect(running.status().skipped).toEqual([poison]);
    out = '';
    await projections('list', '--json');
    expect(JSON.parse(out)).toEqual([
      {
        name: 'weighed',
        version: 3,
        position: String(poison + 1n),
        lagSeconds: 0,
        failingAt: null,
        skipped: [
          {
            position: String(poison),
            reason: 'a faulty scale',
            skippedBy: 'ops-1',
            skippedAt: expect.any(String),
            appliedAt: expect.any(String),
          },
        ],
      },
    ]);
    const { rows } =
      await sql`select stream, revision::text, type from lindung.skipped_events where mended_at is null`.execute(
        fresh.database.kysely,
      );
    expect(rows).toEqual([{ stream: 'weighed-1', revision: '3', type: 'BoxWeighed' }]);

    stopping.abort();
    await running.finished;
    await dropVersion(fresh.database, boxReadModel);
    run();
    await eventually('it fails again where nobody mended it', () => running.status().role === 'failing');
    out = '';
    await projections('list');
    expect(out).toMatch(/^weighed_v3 +version 3 /);
    expect(out).not.toContain('passes over');
  });

  it('list says of who hears of events from Kafka that it has no place in the log', async () => {
    const { kysely } = fresh.database;
    await sql`insert into lindung.projections (projection, shape, last_event_at)
      values ('things_v2', '', now())`.execute(kysely);
    await projections('list');
    await sql`delete from lindung.projections where projection = 'things_v2'`.execute(kysely);
    expect(out).toMatch(/^things_v2 +version 2 {2}no place in the log {2}lag \d+ s$/m);
  });

  it('rebuild empties one that runs, which is then built anew; and asks twice where it is no read model', async () => {
    await projections('rebuild', 'weighed_v3');
    expect(out).toContain('weighed_v3 is empty.');
    await eventually('its tables are made anew, and it begins with the first event', async () => {
      return (await checkpointOf(fresh.database, boxReadModel))?.position === null;
    });
    await projections('rebuild', 'weighed');
    expect(err).toContain('There is no weighed. There are: weighed_v3');
    await sql`insert into lindung.projections (projection, shape) values ('process_x_v1', '')`.execute(
      fresh.database.kysely,
    );
    err = '';
    await projections('rebuild', 'process_x_v1');
    expect(err).toContain('process_x_v1 is no read model');
    await projections('rebuild', 'process_x_v1', '--force');
    const { rows } = await sql`select from lindung.projections where projection = 'process_x_v1'`.execute(
      fresh.database.kysely,
    );
    expect(rows).toEqual([]);
  });

  it('finds the PostgreSQL of a data folder, whether it runs or not', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lindung-cli-'));
    const dataDir = join(folder, 'postgres');
    jest.replaceProperty(process, 'env', { PATH: process.env.PATH });
    try {
      await expect(projections('list', '--data', folder)).rejects.toThrow(
        'There is no PostgreSQL of Lindung in',
      );
      const server = await startEmbeddedPostgres({ dataDir });
      const database = connectDatabase({ url: server.url, maxConnections: 2, applicationName: 'spec' });
      await prepareReadModel(database, boxReadModel);
      await projections('list', '--data', folder);
      await sql`select 1`.execute(database.kysely);
      await database.close();
      await server.stop();
      await projections('list', '--data', folder);
      const line = /weighed_v3 +version 3 {2}before the first event.*\n/.exec(out)?.[0] ?? 'no line';
      expect(out).toBe(line + line);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('list names the event that one fails at', async () => {
    await projections('list');
    expect(out).toContain(`fails at ${poison}`);
  });

  it.each([
    [
      'another event',
      (at: bigint) => at + 1n,
      /weighed_v3 fails at position \d+, not at \d+: look again, or say --force/,
    ],
    ['an event that was applied', () => 1n, /has got past position 1/],
  ])('skip refuses %s', async (_which, position, words) => {
    await projections('skip', 'weighed_v3', '--position', String(position(poison)), '--reason', 'why');
    expect(err).toMatch(words);
    expect(process.exitCode).toBe(ExitCode.FAILED);
  });

  it('skip takes another event when it is meant, and none twice', async () => {
    const words = ['skip', 'weighed_v3', '--position', String(poison + 1n), '--reason', 'why', '--force'];
    await projections(...words);
    expect(err).toBe('');
    await projections(...words);
    expect(err).toContain(`passes over position ${poison + 1n} already`);
  });

  it('skip names those that there are when a name is wrong, and asks for position and reason', async () => {
    await projections('skip', 'weighed', '--position', '1', '--reason', 'why');
    expect(err).toContain('There is no weighed. There are: weighed_v3');
    await expect(projections('skip', 'weighed_v3', '--position', '1')).rejects.toThrow('--reason');
    await expect(projections('skip', 'weighed_v3', '--position', 'x', '--reason', 'why')).rejects.toThrow(
      'position',
    );
  });
});
