import { parseArgs } from 'node:util';
import { EventStoreDBClient } from '@eventstore/db-client';
import Table from 'cli-table3';
import type { Figure } from '../report.js';
import { type Client, type Recorded, connectClient } from './client.js';
import {
  type Asking,
  type Contender,
  appends,
  asks,
  inParallel,
  pays,
  registers,
  runsStatements,
} from './contenders.js';
import { claimForADeath, contribution, register } from './people.js';
import { readYourWrite } from './read-your-write.js';
import { type StandaloneProcess, startStandaloneProcess } from './standalone.js';
import { type Measured, measure } from './turns.js';

/**
 * Measures the HTTP edge of a standalone, which runs in another process, beside what stands behind it: commands beside
 * the bare client of the event log that appends as many bytes to as many new streams, queries beside the same SQL by
 * bare `pg`. Both take short turns, one after the other, so that each gets the same share of the machine.
 */
const USAGE = `Usage: npm run bench:http -- [options]

  --seconds N    how long each side of each row is measured (default 5)
  --connections  how many connections, separated by commas (default 1,16,64)
  --only TEXT    measure only rows with this in their name
  --node FLAGS   start the standalone with these flags of Node instead of those of npm start
  --json         print the result as one line of JSON at the end
  --help         show this
`;

interface Options {
  readonly seconds: number;
  readonly connections: readonly number[];
  readonly only: string;
  readonly nodeFlags?: readonly string[];
  readonly json: boolean;
}

/** PostgreSQL lets a hundred in, and the standalone has some of them. */
const MOST_CONNECTIONS = 64;
const PEOPLE = 2000;
const CLAIMS = 60;
const MIB = 1024 * 1024;

function optionsOrExit(): Options {
  try {
    return readOptions();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    process.stderr.write(`${error.message}\n\n${USAGE}`);
    return process.exit(2);
  }
}

/** @throws TypeError for an option that does not exist or makes no sense */
function readOptions(): Options {
  const { values } = parseArgs({
    options: {
      seconds: { type: 'string', default: '5' },
      connections: { type: 'string', default: '1,16,64' },
      only: { type: 'string', default: '' },
      node: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    process.exit(0);
  }
  const [seconds, connections] = [Number(values.seconds), values.connections.split(',').map(Number)];
  if (!(seconds > 0)) throw new TypeError('--seconds must be more than 0');
  if (!connections.every((count) => Number.isInteger(count) && count >= 1 && count <= MOST_CONNECTIONS)) {
    throw new TypeError(`--connections must be whole numbers from 1 to ${MOST_CONNECTIONS}`);
  }
  const nodeFlags = values.node?.split(' ').filter(Boolean);
  return { seconds, connections, only: values.only, json: values.json, nodeFlags };
}

async function measureAll(standalone: StandaloneProcess, options: Options) {
  const log = EventStoreDBClient.connectionString(standalone.eventStoreUrl);
  const rows: Measured[] = [];
  const run = async (
    what: string,
    connections: number,
    ours: () => Promise<Contender>,
    ceiling: () => Promise<Contender>,
  ) => {
    const name = `${what}, ${connections} connection${connections === 1 ? '' : 's'}`;
    if (!name.includes(options.only)) return;
    const sides = [await ours(), await ceiling()] as const;
    rows.push(await measure(name, connections, sides, options.seconds, standalone));
  };

  const people = await populate(standalone);
  await measureCommands(standalone, log, people.sample, options, run);
  await measureQueries(standalone, people, options, run);
  await log.dispose();
  return rows;
}

type Run = (
  what: string,
  connections: number,
  ours: () => Promise<Contender>,
  ceiling: () => Promise<Contender>,
) => Promise<void>;

async function measureCommands(
  standalone: StandaloneProcess,
  log: EventStoreDBClient,
  sample: Sample,
  { connections }: Options,
  run: Run,
): Promise<void> {
  const client = (count: number) => connectClient(standalone, 'registrar', count);
  for (const count of connections) {
    await run(
      'POST /participants',
      count,
      async () => registers(await client(count)),
      () => appends(log, sample.participantStream),
    );
  }
  for (const count of connections) {
    await run(
      'POST /participants/:participantId/contributions',
      count,
      async () => pays(await client(count)),
      () => appends(log, sample.contributionStream),
    );
  }
}

const QUERIES: readonly { readonly name: string; readonly ask: (client: Client) => Asking }[] = [
  {
    name: 'GET /participants/:participantId',
    ask:
      (client) =>
      ({ id }) =>
        client.query(`/participants/${id}`),
  },
  {
    name: 'POST /participants/search',
    ask:
      (client) =>
      ({ nik }) =>
        client.query('/participants/search', { nik }),
  },
  { name: 'GET /participants', ask: (client) => () => client.query('/participants') },
  { name: 'GET /claims', ask: (client) => () => client.query('/claims') },
];

async function measureQueries(
  standalone: StandaloneProcess,
  people: People,
  { connections }: Options,
  run: Run,
): Promise<void> {
  for (const { name, ask } of QUERIES) {
    for (const count of connections) {
      const client = await connectClient(standalone, 'registrar', count);
      // What a new connection is told first is not part of the question.
      await ask(client)(people.sample);
      const statements = await standalone.statementsOf(() => ask(client)(people.sample));
      await run(
        name,
        count,
        async () => asks(client, people.all, ask(client)),
        () => runsStatements(standalone.databaseUrl, count, statements, people.sample, people.all),
      );
    }
  }
}

type Person = Awaited<ReturnType<typeof register>>;

interface Sample extends Person {
  readonly participantStream: string;
  readonly contributionStream: string;
}

interface People {
  readonly all: readonly Person[];
  readonly sample: Sample;
}

/** People to ask for, each with a contribution, and claims for the worklist. */
async function populate(standalone: StandaloneProcess): Promise<People> {
  const client = await connectClient(standalone, 'registrar', 32);
  const all: Person[] = [];
  let paid: Recorded | undefined;
  await inParallel(32, PEOPLE, async () => {
    const person = await register(client);
    paid = await client.command(`/participants/${person.id}/contributions`, contribution(person.nik));
    all.push(person);
  });
  await inParallel(8, CLAIMS, () => claimForADeath(client));
  await standalone.settle();
  client.close();
  const [first] = all;
  if (!first || !paid) throw new Error('Nobody was registered');
  return { all, sample: { ...first, participantStream: first.streamId, contributionStream: paid.streamId } };
}

async function main(): Promise<void> {
  const options = optionsOrExit();
  const standalone = await startStandaloneProcess(options.nodeFlags);
  let rows: readonly Measured[] = [];
  let figures: readonly Figure[] = [];
  try {
    rows = await measureAll(standalone, options);
    figures = await measureFigures(standalone, rows, options);
  } finally {
    await standalone.stop();
  }
  report(rows, figures, options);
}

async function measureFigures(
  standalone: StandaloneProcess,
  rows: readonly Measured[],
  { seconds }: Options,
): Promise<Figure[]> {
  const rates = rows
    .filter(({ name }) => name.startsWith('POST /participants,'))
    .map(({ perSecond }) => perSecond);
  const figures: Figure[] = rows.map(({ name, cpuMicros: [value] }) => ({
    name: `CPU of the standalone for each ${name}`,
    value,
    unit: 'µs',
  }));
  if (rates.length > 0) {
    const rate = Math.round(Math.max(...rates) / 2);
    const client = await connectClient(standalone, 'registrar', 64);
    const { p50, p99 } = await readYourWrite(client, rate, seconds * 2);
    client.close();
    await standalone.settle();
    figures.push(
      { name: 'half the maximum of POST /participants', value: rate, unit: '/s' },
      { name: 'read your write at half the maximum, p50', value: p50, unit: 'ms' },
      { name: 'read your write at half the maximum, p99', value: p99, unit: 'ms' },
    );
  }
  const { residentBytes } = await standalone.usage();
  const resident = Math.round(residentBytes / MIB);
  return [...figures, { name: 'resident memory of the standalone after it', value: resident, unit: 'MiB' }];
}

function report(rows: readonly Measured[], figures: readonly Figure[], { json }: Options): void {
  const table = new Table({
    head: ['measured (per second)', 'Lindung', 'ceiling', 'ratio', 'CPU, µs each', 'of the ceiling'],
  });
  for (const { name, perSecond, ceilingPerSecond, ratio, cpuMicros } of rows) {
    table.push([
      name,
      perSecond.toLocaleString('en'),
      ceilingPerSecond.toLocaleString('en'),
      ratio.toFixed(3),
      ...cpuMicros.map((micros) => micros.toLocaleString('en')),
    ]);
  }
  process.stdout.write(`${table.toString()}\n`);
  for (const { name, value, unit } of figures.slice(rows.length))
    process.stdout.write(`${name}: ${value.toLocaleString('en')} ${unit}\n`);
  if (!json) return;
  const plain = rows.map(({ name, perSecond, ceilingPerSecond, ratio }) => ({
    name,
    perSecond,
    ceilingPerSecond,
    ratio,
  }));
  process.stdout.write(`${JSON.stringify({ rows: plain, figures })}\n`);
}

await main();
