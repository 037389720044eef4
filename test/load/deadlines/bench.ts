import process from 'node:process';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { tablesOf } from '#followers';
import { type LocalDate, dateIn, instant } from '#kernel';
import { type Database, connectDatabase } from '#postgres';
import {
  type Looked,
  dueDeadlines,
} from '../../../libs/contexts/deadlines/read-models/deadline/deadline.queries.js';
import { deadlineReadModel } from '../../../libs/contexts/deadlines/read-models/deadline/deadline.read-model.js';
import { AT_ONCE } from '../../../libs/contexts/deadlines/read-models/deadline/stored-due-deadlines.js';
import { connectClient } from '../http/client.js';
import type { Contender } from '../http/contenders.js';
import { type StandaloneProcess, type Statement, startStandaloneProcess } from '../http/standalone.js';
import { measure, quantile } from '../http/turns.js';
import { type Figure, type Row, report } from '../report.js';
import { storeDeadlines } from './store-deadlines.js';

const USAGE = `Measures how the due ones of many open deadlines are found.

  npm run bench:deadlines -- [options]

  --deadlines N  how many are open; 10,000,000
  --seconds N    how long each side of each row is measured; 3
  --json         the last line is the result as JSON
  --help         this

The deadlines are invented (test/load/deadlines/store-deadlines.ts); one in a hundred is over. The first row is the question of the daily
look, from place to place, as the library asks it; beside it the same SQL by bare pg. The others are asked over HTTP, beside the
statements that they cause by bare pg. Both take turns of a second.
`;

const { values: options } = parseArgs({
  options: {
    deadlines: { type: 'string', default: '10000000' },
    seconds: { type: 'string', default: '3' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

/** So many questions are asked in turn, and so many answers say how long one takes. */
const [ASKED, ANSWERS] = [100, 500];

if (options.help) process.stdout.write(USAGE);
else await main();

async function main(): Promise<void> {
  const today = dateIn(instant(new Date().toISOString()));
  const standalone = await startStandaloneProcess();
  const database = connectDatabase({
    url: standalone.databaseUrl,
    maxConnections: 2,
    applicationName: 'bench:deadlines',
  });
  try {
    const start = performance.now();
    await storeDeadlines(standalone.databaseUrl, Number(options.deadlines), today);
    const stored = seconds(`storing ${Number(options.deadlines).toLocaleString('en')} deadlines`, start);
    const look = await measureLook(standalone, database, today);
    const rows: Row[] = [look.row];
    for (const [name, role, path] of [
      ['the queue of one person', 'adjudicator', '/work?limit=50'],
      ['what is late for us', 'supervisor', '/overdue?side=OURS&limit=50'],
    ] as const)
      rows.push(await measureOverHttp(standalone, name, role, path));
    report(
      ['a second', 'Lindung', 'bare pg', 'ratio'],
      { rows, figures: [stored, ...look.figures] },
      options.json,
    );
  } finally {
    await database.close();
    await standalone.stop();
  }
}

function seconds(name: string, start: number): Figure {
  return { name, value: Math.round((performance.now() - start) / 1000), unit: 's' };
}

/** The daily look asks for the next due ones behind those that it has looked at. */
async function measureLook(standalone: StandaloneProcess, database: Database, today: LocalDate) {
  const tables = tablesOf(database, deadlineReadModel);
  const places: (Looked | undefined)[] = [undefined];
  while (places.length < ASKED) {
    const found = await dueDeadlines(tables, today, { atMost: AT_ONCE, behind: places.at(-1) }).execute();
    if (found.length < AT_ONCE) break;
    places.push(found.at(-1));
  }
  let next = 0;
  const ask = () =>
    dueDeadlines(tables, today, { atMost: AT_ONCE, behind: places[next++ % places.length] }).execute();
  const took: number[] = [];
  for (let nth = 0; nth < ANSWERS; nth++) {
    const start = performance.now();
    await ask();
    took.push(performance.now() - start);
  }
  const asked = places.map((behind) => {
    const { sql: text, parameters: values } = dueDeadlines(tables, today, {
      atMost: AT_ONCE,
      behind,
    }).compile();
    return [{ text, values }];
  });
  const name = `${AT_ONCE} due ones found`;
  const ours: Contender = { once: ask, leave: async () => {} };
  const row = await measure(
    name,
    1,
    [ours, await bare(standalone.databaseUrl, asked)],
    Number(options.seconds),
    standalone,
  );
  const figures = ([0.5, 0.99] as const).map((share) => ({
    name: `${name}, p${share * 100}`,
    value: Number(quantile(took.slice(ANSWERS / 10), share).toFixed(1)),
    unit: 'ms',
  }));
  return { row, figures };
}

async function measureOverHttp(
  standalone: StandaloneProcess,
  name: string,
  role: 'adjudicator' | 'supervisor',
  path: string,
): Promise<Row> {
  const client = await connectClient(standalone, role, 1);
  await client.query(path);
  const asked = [await standalone.statementsOf(() => client.query(path))];
  const ours: Contender = { once: () => client.query(path), leave: () => client.close() };
  return measure(
    name,
    1,
    [ours, await bare(standalone.databaseUrl, asked)],
    Number(options.seconds),
    standalone,
  );
}

async function bare(databaseUrl: string, asked: readonly (readonly Statement[])[]): Promise<Contender> {
  const connection = new pg.Client({ connectionString: databaseUrl });
  await connection.connect();
  let next = 0;
  return {
    once: async () => {
      for (const { text, values } of asked[next++ % asked.length]!) await connection.query(text, [...values]);
    },
    leave: () => connection.end(),
  };
}
