import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { EventStoreDBClient } from '@eventstore/db-client';
import pg from 'pg';
import { type StandaloneProcess, startStandaloneProcess } from '../http/standalone.js';
import { type Figure, type Row, report } from '../report.js';
import { ceilingOf, sizeOfRow } from './ceiling.js';
import { type Office, openOffice } from './office.js';
import { JOINERS, MEMBERS, REGISTRATIONS, WAGES, fileOf, filesOf } from './people.js';

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

/** More than anybody pays for with one list. */
const LARGE_SUM = '100000000000';

const [SAMPLE_MS, LOOK_EVERY_MS] = [100, 20];

/** Rows that the ceiling is measured with at most: its speed does not depend on how many. */
const MOST_OF_CEILING = 20_000;

/** The day everything happens on: yesterday, wherever this runs. */
const DAY = new Date(Date.now() - 36 * 3_600_000).toISOString().slice(0, 10);
const MONTH = DAY.slice(0, 7);

interface Kind {
  readonly name: string;
  /** What a row records, each in a stream of its own. */
  readonly records: readonly string[];
  /** Makes what a file of this kind needs; gives what hands everything in, and tells the position of what was recorded last. */
  readonly prepare: (bench: Bench) => Promise<() => Promise<string>>;
}

const KINDS: readonly Kind[] = [
  { name: 'registrations', records: ['ParticipantRegistered', 'ContributionPaid'], prepare: registrations },
  { name: 'monthly contributions', records: ['ContributionPaid'], prepare: contributions },
  { name: 'wage report', records: ['WageReported'], prepare: wages },
];

interface Bench {
  readonly standalone: StandaloneProcess;
  readonly office: Office;
  readonly log: EventStoreDBClient;
  readonly database: pg.Client;
  readonly rows: number;
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
  const { cpuMs } = await standalone.usage();
  const memory = watching(standalone);
  const start = performance.now();
  const position = await handIn();
  const seconds = (performance.now() - start) / 1000;
  const reached = await readModelAt(database);
  while ((await readModelAt(database)) < BigInt(position)) await wait(LOOK_EVERY_MS);
  const lag = performance.now() - start - seconds * 1000;
  const peak = await memory.peak();
  const behind = await eventsBetween(log, reached, BigInt(position));
  const spent = (await standalone.usage()).cpuMs - cpuMs;
  await standalone.settle();
  const ceiling = await ceilingOf(log, await sizeOfRow(log, records), Math.min(rows, MOST_OF_CEILING));
  const perSecond = rows / seconds;
  return {
    row: {
      name,
      perSecond: Math.round(perSecond),
      ceilingPerSecond: Math.round(ceiling),
      ratio: Number((perSecond / ceiling).toFixed(3)),
    },
    figures: [
      { name: `${name}: ${rows.toLocaleString('en')} rows`, value: Number(seconds.toFixed(1)), unit: 's' },
      { name: `${name}: read model behind at the end`, value: behind, unit: 'events' },
      { name: `${name}: until it had caught up`, value: Number((lag / 1000).toFixed(2)), unit: 's' },
      { name: `${name}: CPU of the standalone a row`, value: Math.round((spent * 1000) / rows), unit: 'µs' },
      { name: `${name}: peak resident memory of the standalone`, value: Math.round(peak / MIB), unit: 'MiB' },
    ],
  };
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

async function readModelAt(database: pg.Client): Promise<bigint> {
  const { rows } = await database.query<{ position: string | null }>(
    `select position::text from lindung.projections where starts_with(projection, 'participant_v')`,
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

/** The sponsor of everybody, made once. */
async function village({ office }: Bench) {
  const sponsor = await office.command('/sponsors', {
    kind: 'VILLAGE',
    name: 'Desa Sukamaju',
    district: '321605',
  });
  const sponsorId = String(sponsor['id']);
  const agreement = await office.command(`/sponsors/${sponsorId}/agreements`, {
    reference: 'APBDes 1',
    governmentPaid: true,
    validFrom: `${Number(DAY.slice(0, 4)) - 1}-01-01`,
    validUntil: `${Number(DAY.slice(0, 4)) + 1}-12-31`,
  });
  return { sponsorId, agreementId: String(agreement['agreementId']), paidOn: DAY, months: '1' };
}

async function register({ office, rows }: Bench, paid: Awaited<ReturnType<typeof village>>): Promise<string> {
  let position = '0';
  for (const [nth, part] of filesOf(rows).entries()) {
    const file = fileOf(part, REGISTRATIONS.header, REGISTRATIONS.line);
    const terms = { ...paid, channel: 'VILLAGE', period: MONTH, receipt: `SP2D-${nth}` };
    const told = await office.file('/participants/imports', terms, file);
    if (told['rows'] !== part.rows) throw new Error(`Looked at ${String(told['rows'])}`);
    position = String(told['position']);
  }
  return position;
}

async function registrations(bench: Bench): Promise<() => Promise<string>> {
  const paid = await village(bench);
  return () => register(bench, paid);
}

async function contributions(bench: Bench): Promise<() => Promise<string>> {
  const { office, rows } = bench;
  const paid = await village(bench);
  // Whoever is registered already is only named in its report.
  await register(bench, paid);
  return async () => {
    let position = '0';
    for (const [nth, part] of filesOf(rows).entries()) {
      const file = fileOf(part, MEMBERS.header, MEMBERS.line);
      const terms = { ...paid, period: nextMonth(MONTH), receipt: `SP2D-M${nth}`, amountIdr: LARGE_SUM };
      const told = await office.file('/payment-lists', terms, file);
      if (told['paid'] !== part.rows) throw new Error(`Paid ${String(told['paid'])}`);
      position = String(told['position']);
    }
    return position;
  };
}

function nextMonth(month: string): string {
  const [year = 0, of = 0] = month.split('-').map(Number);
  return of === 12 ? `${year + 1}-01` : `${year}-${String(of + 1).padStart(2, '0')}`;
}

function joiner(nik: string): string {
  return `${nik},${JOINERS.person},${MONTH}-01`;
}

async function wages({ office, rows }: Bench): Promise<() => Promise<string>> {
  const files = filesOf(rows);
  const employers: string[] = [];
  for (const [nth, part] of files.entries()) {
    const employer = await office.command('/employers', {
      segment: 'PU',
      npp: `NN${String(nth).padStart(6, '0')}`,
      kind: 'COMPANY',
      name: 'PT Contoh Garmen',
      district: '321605',
      branch: 'J03',
      riskClass: 3,
      size: 'LARGE',
      startedOn: `${MONTH}-01`,
    });
    const employerId = String(employer['id']);
    employers.push(employerId);
    await office.file(`/employers/${employerId}/members/file`, {}, fileOf(part, JOINERS.header, joiner));
  }
  return async () => {
    let position = '0';
    for (const [nth, part] of files.entries()) {
      const path = `/employers/${employers[nth]!}/wage-reports/file`;
      const told = await office.file(path, { period: MONTH }, fileOf(part, WAGES.header, WAGES.line));
      if (told['taken'] !== part.rows) throw new Error(`Took ${String(told['taken'])}`);
      position = String(told['position']);
    }
    return position;
  };
}
