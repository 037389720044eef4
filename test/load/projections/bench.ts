import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CONTEXTS, STREAMS } from '#contexts';
import { startEmbeddedPostgres } from '#embedded-postgres';
import { EventCodec, EventStore } from '#event-store';
import {
  type Follower,
  dropVersion,
  processFollower,
  readModelFollower,
  runFollowers,
  schemaOf,
  waitForPosition,
} from '#followers';
import { PersonKeyRing } from '#key-ring';
import { SqliteKeyStore } from '#key-store';
import { type Database, connectDatabase } from '#postgres';
import { LONGEST_MS, MASTER_KEY, breakingLog, runBench, startLog } from '../log-bench.js';
import { type Measurements, report, watchMemory } from '../report.js';
import { fillLog } from './golden-log.js';
import { rawCeiling } from './raw-ceiling.js';

const HELP = `Measures how fast the followers of the log catch up, on a log that holds every kind of event.

  npm run bench:projections -- [options]

  --events N   events in the log; 40,000
  --turns N    how often each thing is measured; 2
  --only TEXT  followers whose name holds this
  --json       the last line is the result as JSON
  --help       this

Each follower begins with the first event. Beside it stands its ceiling, the slower of two: the client reading the same log,
decoded and with the same sealed parts opened, and PostgreSQL taking the same rows by COPY into a staging table and merging
them. All take turns, so that each gets the same share of whatever else the machine does. A rate is events of the log in a
second. A follower that reads alone has the log leave out other categories, so that it can be quicker than the client that
reads them all; what the client needs for the follower's own events alone is told as well.
`;

const { values: options } = parseArgs({
  options: {
    events: { type: 'string', default: '40000' },
    turns: { type: 'string', default: '2' },
    only: { type: 'string', default: '' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const { log, broken } = breakingLog();

/** Processes whose commands are answered at once: commands have a bench of their own. */
const processes = CONTEXTS.flatMap(({ processes: all = [] }) => all).map((one) =>
  processFollower({
    process: one,
    send: async () => ({ streamId: 'bench-1', revision: 0n, position: 0n, events: [], repeated: true }),
    log,
  }),
);

const followers: readonly Follower[] = [
  ...CONTEXTS.flatMap(({ readModels = [] }) => readModels).map(readModelFollower),
  ...processes,
].filter((follower) => schemaOf(follower).includes(options.only));

/** A log and a PostgreSQL with nothing else in them. */
interface Bench {
  readonly eventStoreUrl: string;
  readonly database: Database;
  readonly databaseUrl: string;
  readonly keys: SqliteKeyStore;
  readonly events: number;
  readonly last: bigint;
}

await runBench({ help: options.help, usage: HELP }, main);

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-projections-'));
  const server = await startLog(folder);
  const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), port: 0 });
  const database = connectDatabase({ url: postgres.url, maxConnections: 10, applicationName: 'bench' });
  const keys = SqliteKeyStore.open(join(folder, 'keys'));
  try {
    const bench = await filled(server.connectionString, database, postgres.url, keys);
    report(
      ['catching up, events/s', 'follower', 'ceiling', 'ratio'],
      await measure(bench, folder),
      options.json,
    );
  } finally {
    await keys.close();
    await database.close();
    await postgres.stop();
    await server.stop();
    rmSync(folder, { recursive: true });
  }
}

async function filled(
  eventStoreUrl: string,
  database: Database,
  databaseUrl: string,
  keys: SqliteKeyStore,
): Promise<Bench> {
  const keyRing = new PersonKeyRing({ store: keys, masterKey: MASTER_KEY });
  const events = await fillLog(eventStoreUrl, new EventCodec(keyRing, STREAMS), Number(options.events));
  return withStore({ eventStoreUrl, keys }, async (store) => {
    const last = await store.lastPosition();
    if (last === null) throw new Error('The log is empty');
    return { eventStoreUrl, database, databaseUrl, keys, events, last };
  });
}

/** A client of its own, which has no keys at hand yet. */
async function withStore<Result>(
  { eventStoreUrl, keys }: Pick<Bench, 'eventStoreUrl' | 'keys'>,
  work: (store: EventStore) => Promise<Result>,
): Promise<Result> {
  const keyRing = new PersonKeyRing({ store: keys, masterKey: MASTER_KEY });
  const store = EventStore.at(eventStoreUrl, new EventCodec(keyRing, STREAMS));
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

async function measure(bench: Bench, folder: string): Promise<Measurements> {
  const memory = watchMemory();
  await seconds(() => catchUp(bench, followers));
  const ceilings = new Map<Follower, () => Promise<number>>();
  for (const follower of followers) {
    ceilings.set(follower, await rawCeiling(bench.database, bench.databaseUrl, schemaOf(follower), folder));
  }
  const spent = followers.map((follower) => ({ follower, itself: 0, reading: 0, raw: 0 }));
  let [reading, together] = [0, 0];
  const turns = Number(options.turns);
  for (let turn = 0; turn < turns; turn++) {
    reading += await seconds(() => readAll(bench));
    for (const one of spent) {
      one.itself += await seconds(() => catchUp(bench, [one.follower]));
      one.reading += await seconds(() => readAll(bench, one.follower));
      one.raw += (await ceilings.get(one.follower)?.()) ?? 0;
    }
    together += await seconds(() => catchUp(bench, followers));
  }
  const perSecond = (time: number) => Math.round((bench.events * turns) / time);
  const rows = spent.map(({ follower, itself, raw }) => {
    const ceilingPerSecond = perSecond(Math.max(raw, reading));
    const ratio = Number((perSecond(itself) / ceilingPerSecond).toFixed(3));
    return { name: schemaOf(follower), perSecond: perSecond(itself), ceilingPerSecond, ratio };
  });
  const figures = [
    { name: 'events in the log', value: bench.events, unit: 'events' },
    {
      name: 'client reading, decoding and opening the whole log',
      value: perSecond(reading),
      unit: 'events/s',
    },
    ...spent.flatMap(({ follower, reading: read, raw }) => [
      {
        name: `client reading only the events of ${schemaOf(follower)}`,
        value: perSecond(read),
        unit: 'events/s',
      },
      { name: `staged COPY and merge for ${schemaOf(follower)}`, value: perSecond(raw), unit: 'events/s' },
    ]),
    { name: 'all followers together in one program', value: perSecond(together), unit: 'events/s' },
    { name: 'peak resident memory while catching up', value: memory.peakMiB(), unit: 'MiB' },
  ];
  return { rows, figures };
}

/** From the first event to the last, into tables that are made anew. */
async function catchUp(bench: Bench, which: readonly Follower[]): Promise<void> {
  const { database, last } = bench;
  for (const follower of which) await dropVersion(database, follower);
  await withStore(bench, async (store) => {
    const stop = new AbortController();
    const running = runFollowers(which, { store, database, signal: stop.signal, log });
    const caughtUp = which.map((follower) => waitForPosition(database, follower, last, LONGEST_MS));
    await Promise.race([Promise.all(caughtUp), broken]);
    stop.abort();
    await Promise.all(running.map(({ finished }) => finished));
  });
}

/** The whole log, or what one follower reads of it. */
async function readAll(bench: Bench, follower?: Follower): Promise<void> {
  const options = follower && { categories: new Set(follower.categories), onlyCategories: true };
  await withStore(bench, async (store) => {
    const stop = new AbortController();
    for await (const { position } of store.follow(null, stop.signal, { ...options, largest: 2_048 })) {
      if (position >= bench.last) stop.abort();
    }
  });
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
