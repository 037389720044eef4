import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { startEmbeddedPostgres } from '#embedded-postgres';
import { schemaOf } from '#followers';
import { localDate } from '#kernel';
import { type Database, connectDatabase } from '#postgres';
import { type Cut, REPORTING, report } from '#reporting';
import { type Figure, type Row, report as print } from '../report.js';
import { storeMemberships } from './facts.js';

const USAGE = `Measures how long a report over many facts takes.

  npm run bench:reporting -- [options]

  --facts N      how many memberships there are; 10,000,000
  --rounds N     how often each side of each row is asked; 5
  --json         the last line is the result as JSON
  --help         this

The facts are invented (test/load/reporting/facts.ts) and stand in the tables of the reporting service. The service's own function works
a report out, with what must not be told withheld; beside it bare pg asks the two statements that this comes down to. They take turns; the middle one of the rounds counts.
`;

const { values: options } = parseArgs({
  options: {
    facts: { type: 'string', default: '10000000' },
    rounds: { type: 'string', default: '5' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const [FACTS, ROUNDS] = [Number(options.facts), Number(options.rounds)];

const ON = localDate('2026-11-30');

/** What is asked for, by cuts, and what it is called. */
const QUESTIONS: readonly { readonly name: string; readonly by: readonly Cut[] }[] = [
  { name: 'total', by: [] },
  { name: 'by branch', by: ['branch'] },
  { name: 'by segment and district', by: ['segment', 'district'] },
];

if (options.help) process.stdout.write(USAGE);
else await main();

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'lindung-bench-reporting-'));
  const server = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), durable: false });
  const database = connectDatabase({
    url: server.url,
    maxConnections: 4,
    applicationName: 'bench',
    statementTimeoutMs: 600_000,
  });
  const bare = new pg.Client(server.url);
  try {
    await bare.connect();
    const start = performance.now();
    await storeMemberships(database, FACTS);
    const stored: Figure = { name: 'storing the facts', value: seconds(start), unit: 's' };
    const { rows, figures } = await measureAll(database, bare);
    print(['report', 'facts/s', 'bare SQL', 'ratio'], { rows, figures: [stored, ...figures] }, options.json);
  } finally {
    await bare.end();
    await database.close();
    await server.stop();
    await rm(folder, { recursive: true });
  }
}

async function measureAll(database: Database, bare: pg.Client) {
  const rows: Row[] = [];
  const figures: Figure[] = [];
  for (const { name, by } of QUESTIONS) {
    const [ours, theirs]: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round++) {
      ours.push(
        await timed(() => report(database, { name: 'active-participants', by, where: {}, today: ON }, 0)),
      );
      theirs.push(await timed(() => askBare(bare, by)));
    }
    const [mine, ceiling] = [middle(ours), middle(theirs)];
    rows.push({
      name: `active participants ${name}`,
      perSecond: Math.round(FACTS / mine),
      ceilingPerSecond: Math.round(FACTS / ceiling),
      ratio: Math.round((ceiling / mine) * 100) / 100,
    });
    figures.push({ name: `${name}: a report takes`, value: Math.round(mine * 100) / 100, unit: 's' });
  }
  return { rows, figures };
}

/** The same question without what must not be told: all are counted but those who may be met twice, and these are looked up. */
async function askBare(bare: pg.Client, by: readonly Cut[]): Promise<void> {
  const columns = by.length > 0 ? `${by.join(', ')}, ` : '';
  const group = by.length > 0 ? `group by ${by.join(', ')}` : '';
  const ask = (counted: string, which: string) =>
    bare.query(`
      select ${columns} ${counted} from ${schemaOf(REPORTING)}.memberships
      where from_on <= '${ON}' and (until_on is null or until_on > '${ON}') and ${which} ${group}`);
  await ask('count(*)', 'not is_several');
  await ask('count(distinct person_id)', 'is_several');
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

function middle(times: readonly number[]): number {
  return times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)]!;
}

function seconds(start: number): number {
  return Math.round((performance.now() - start) / 100) / 10;
}
