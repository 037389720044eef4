import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { EventStoreDBClient } from '@eventstore/db-client';
import pg from 'pg';
import { type StandaloneProcess, startStandaloneProcess } from '../http/standalone.js';
import { type Figure, type Row, report } from '../report.js';
import { ceilingOf, sizeOfRow } from './ceiling.js';
import { type Files, KINDS, type Kind } from './kinds.js';
import { openOffice } from './office.js';
import { cpuMsOfPostgres } from './postgres-cpu.js';

/**
 * Measures how fast files of people are taken by a standalone, which runs in another process with its event log, PostgreSQL and
 * everybody who follows the log, beside the bare client of the log that appends as many events of as many bytes to as many new
 * streams.
 */
const USAGE = `Usage: npm run bench:import -- [options]

  --rows N     rows of each kind (default 20,000); more than 50,000 are several files
  --only TEXT  measure only kinds with this in their name
  --node FLAGS start the standalone with these flags of Node instead of those of npm start
  --json       the last line is the result as JSON
  --help       show this
`;

const { values: options } = parseArgs({
  options: {
    rows: { type: 'string', default: '20000' },
    only: { type: 'string', default: '' },
    node: { type: 'string' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const MIB = 1024 * 1024;

const [SAMPLE_MS, LOOK_EVERY_MS] = [100, 20];

/** Rows that the ceiling is measured with at most: its speed does not depend on how many. */
const MOST_OF_CEILING = 20_000;

interface Bench extends Files {
  readonly standalone: StandaloneProcess;
  readonly log: EventStoreDBClient;
  readonly database: pg.Client;
}

if (options.help) process.stdout.write(USAGE);
else {
  // What is still being read of the log is not waited for.
  await main().then(
    () => process.exit(0),
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      process.exit(1);
    },
  );
}

async function main(): Promise<void> {
  const rows = Number(options.rows);
  if (!Number.isInteger(rows) || rows < 1) {
    process.stderr.write(`--rows must be a whole number from 1\n\n${USAGE}`);
    return process.exit(2);
  }
  const standalone = await startStandaloneProcess(options.node?.split(' ').filter(Boolean));
  const log = EventStoreDBClient.connectionString(standalone.eventStoreUrl);
  const database = new pg.Client({ connectionString: standalone.databaseUrl });
  await database.connect();
  try {
    const bench = { standalone, office: openOffice(standalone), log, database, rows };
    report(['rows/s', 'Lindung', 'ceiling', 'ratio'], await measureAll(bench), options.json);
  } finally {
    await database.end();
    await standalone.stop();
  }
}

async function measureAll(bench: Bench) {
  const measured: { rows: Row[]; figures: Figure[] } = { rows: [], figures: [] };
  for (const kind of KINDS.filter(({ name }) => name.includes(options.only))) {
    const { row, figures } = await measure(bench, kind);
    measured.rows.push(row);
    measured.figures.push(...figures);
  }
  return measured;
}

async function measure(
  bench: Bench,
  { name, records, prepare }: Kind,
): Promise<{ row: Row; figures: readonly Figure[] }> {
  const { standalone, log, database, rows } = bench;
  const handIn = await prepare(bench);
  await standalone.settle();
  const before = await spentBy(standalone);
  const memory = watching(standalone);
  const start = performance.now();
  const position = BigInt(await handIn());
  const handedIn = performance.now();
  const reached = await followersAt(database);
  while ((await followersAt(database)) < position) await wait(LOOK_EVERY_MS);
  const caughtUp = performance.now();
  const peak = await memory.peak();
  const after = await spentBy(standalone);
  const behind = await eventsBetween(log, reached, position);
  await standalone.settle();
  const ceiling = await ceilingOf(log, await sizeOfRow(log, records), Math.min(rows, MOST_OF_CEILING));
  const perSecond = (rows * 1000) / (caughtUp - start);
  const figure = (what: string, value: number, unit: string) => ({ name: `${name}: ${what}`, value, unit });
  const aRow = (part: keyof Spent) => Math.round(((after[part] - before[part]) * 1000) / rows);
  return {
    row: {
      name,
      perSecond: Math.round(perSecond),
      ceilingPerSecond: Math.round(ceiling),
      ratio: Number((perSecond / ceiling).toFixed(3)),
    },
    figures: [
      figure(`${rows.toLocaleString('en')} rows`, Number(((caughtUp - start) / 1000).toFixed(1)), 's'),
      figure('followers behind when all was taken', behind, 'events'),
      figure('until they had caught up', Number(((caughtUp - handedIn) / 1000).toFixed(2)), 's'),
      figure('CPU of log and commands a row', aRow('answering'), 'µs'),
      figure('CPU of followers and the rest of the standalone a row', aRow('following'), 'µs'),
      figure('CPU of PostgreSQL a row', aRow('postgres'), 'µs'),
      figure('peak resident memory of the standalone', Math.round(peak / MIB), 'MiB'),
    ],
  };
}

/** CPU since the start, ms. */
interface Spent {
  /** The thread of the log and of those who answer. */
  readonly answering: number;
  /** All other threads of the standalone. */
  readonly following: number;
  readonly postgres: number;
}

async function spentBy(standalone: StandaloneProcess): Promise<Spent> {
  const { cpuMs, ownThreadCpuMs: answering } = await standalone.usage();
  return { answering, following: cpuMs - answering, postgres: cpuMsOfPostgres(standalone.dataDir) };
}

/** Looks at the resident memory of the standalone until asked for the most that was seen. */
function watching(standalone: StandaloneProcess): { peak(): Promise<number> } {
  let peak = 0;
  const over = new AbortController();
  const look = async () => {
    while (!over.signal.aborted) {
      peak = Math.max(peak, (await standalone.usage()).residentBytes);
      await wait(SAMPLE_MS);
    }
  };
  const looking = look();
  return {
    peak: async () => {
      over.abort();
      await looking;
      return peak;
    },
  };
}

/** Where the last of all followers is. */
async function followersAt(database: pg.Client): Promise<bigint> {
  const { rows } = await database.query<{ position: string | null }>(
    `select min(coalesce(position, 0))::text as position from lindung.projections`,
  );
  return BigInt(rows[0]?.position ?? 0);
}

async function eventsBetween(log: EventStoreDBClient, from: bigint, to: bigint): Promise<number> {
  if (from >= to) return 0;
  let events = 0;
  const position = { commit: from, prepare: from };
  for await (const { event } of log.readAll({ fromPosition: position, maxCount: Number.MAX_SAFE_INTEGER })) {
    if (!event?.position || event.position.commit > to) break;
    if (!event.type.startsWith('$')) events++;
  }
  return events - 1;
}
