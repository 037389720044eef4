import process from 'node:process';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { participantIdFor } from '#event-store';
import { dataFolder, secretsIn } from '../../../apps/standalone/src/data-folder.js';
import { type Client, connectClient } from '../http/client.js';
import { type Contender } from '../http/contenders.js';
import { type StandaloneProcess, type Statement, startStandaloneProcess } from '../http/standalone.js';
import { measure, quantile } from '../http/turns.js';
import { type Figure, type Row, report } from '../report.js';
import type { Invented } from './people.js';
import { type Question, QUESTIONS } from './questions.js';
import { storePeople } from './store-people.js';

const USAGE = `Measures searches and lists of participants among as many as a large office has.

  npm run bench:search -- [options]

  --people N     how many people there are; 2,200,000
  --seconds N    how long each side of each row is measured; 3
  --connections  how many connections, separated by commas; 1,16
  --only TEXT    questions with this in their name
  --json         the last line is the result as JSON
  --help         this

The people are invented (test/load/search/people.ts) and stand in the tables of the read model as if the log had told of them. A
standalone in another process is asked over HTTP, each time for somebody else; beside it the statements that these questions
cause are asked by bare pg. Both take turns of a second. How long an answer takes is told as well, half of them and 99 of 100. A
plan that reads a whole table ends the bench.
`;

const { values: options } = parseArgs({
  options: {
    people: { type: 'string', default: '2200000' },
    seconds: { type: 'string', default: '3' },
    connections: { type: 'string', default: '1,16' },
    only: { type: 'string', default: '' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

/** So many people are asked for in turn. */
const ASKED_FOR = 200;

/** A table of so many rows is not read from end to end. */
const LARGE = 100_000;

/** So many answers say how long one takes. */
const ANSWERS = 1_000;

if (options.help) process.stdout.write(USAGE);
else await main();

async function main(): Promise<void> {
  const standalone = await startStandaloneProcess();
  try {
    const start = performance.now();
    const people = await population(standalone);
    const stored: Figure = {
      name: `storing ${Number(options.people).toLocaleString('en')} people`,
      value: Math.round((performance.now() - start) / 1000),
      unit: 's',
    };
    const { rows, figures } = await measureAll(standalone, people);
    report(
      ['a second', 'Lindung', 'bare pg', 'ratio'],
      { rows, figures: [stored, ...figures] },
      options.json,
    );
  } finally {
    await standalone.stop();
  }
}

async function population({ dataDir, databaseUrl }: StandaloneProcess): Promise<readonly Invented[]> {
  const { LINDUNG_ID_SECRET } = await secretsIn(dataFolder(dataDir));
  const secret = Buffer.from(LINDUNG_ID_SECRET, 'base64');
  const count = Number(options.people);
  return storePeople(
    databaseUrl,
    count,
    (nik) => participantIdFor(nik, secret),
    Math.ceil(count / ASKED_FOR),
  );
}

async function measureAll(standalone: StandaloneProcess, people: readonly Invented[]) {
  const rows: Row[] = [];
  const figures: Figure[] = [];
  for (const question of QUESTIONS.filter(({ name }) => name.includes(options.only))) {
    const asked = await statementsOf(standalone, question, people);
    for (const connections of options.connections.split(',').map(Number)) {
      const name = `${question.name}, ${connections} at once`;
      const client = await connectClient(standalone, 'registrar', connections);
      const ours = asking(client, question, people);
      figures.push(...(await howLong(name, ours, connections)));
      const beside = await bare(standalone.databaseUrl, connections, asked);
      rows.push(await measure(name, connections, [ours, beside], Number(options.seconds), standalone));
    }
  }
  return { rows, figures };
}

function asking(client: Client, { ask }: Question, people: readonly Invented[]): Contender {
  let next = 0;
  return {
    once: () => {
      const { path, body } = ask(people[next++ % people.length]!);
      return client.query(path, body);
    },
    leave: () => client.close(),
  };
}

async function howLong(name: string, contender: Contender, connections: number): Promise<Figure[]> {
  const answers: number[] = [];
  let left = ANSWERS;
  await Promise.all(
    Array.from({ length: connections }, async (_, worker) => {
      while (left-- > 0) {
        const start = performance.now();
        await contender.once(worker);
        answers.push(performance.now() - start);
      }
    }),
  );
  // What is compiled and planned for the first time is no matter of the search.
  const warm = answers.slice(ANSWERS / 10);
  return ([0.5, 0.99] as const).map((share) => ({
    name: `${name}, p${share * 100}`,
    value: Number(quantile(warm, share).toFixed(1)),
    unit: 'ms',
  }));
}

/** What each of these questions asks PostgreSQL, whose plans read no table from end to end. */
async function statementsOf(
  standalone: StandaloneProcess,
  { name, ask }: Question,
  people: readonly Invented[],
): Promise<readonly (readonly Statement[])[]> {
  const client = await connectClient(standalone, 'registrar', 1);
  const database = new pg.Client({ connectionString: standalone.databaseUrl });
  await database.connect();
  try {
    // What a new connection is told first is not part of the question.
    await client.query('/participants');
    const asked: (readonly Statement[])[] = [];
    for (const somebody of people) {
      const { path, body } = ask(somebody);
      asked.push(await standalone.statementsOf(() => client.query(path, body)));
    }
    for (const { text, values } of asked[0] ?? []) {
      const { rows } = await database.query<Record<string, string>>(`explain ${text}`, [...values]);
      const plan = rows.map((row) => Object.values(row)[0]).join('\n');
      if (await readsLargeTable(database, plan))
        throw new Error(`${name} reads a whole table:\n${text}\n${plan}`);
    }
    return asked;
  } finally {
    client.close();
    await database.end();
  }
}

async function readsLargeTable(database: pg.Client, plan: string): Promise<boolean> {
  const tables = [...plan.matchAll(/Seq Scan on (\w+)/g)].map(([, table]) => table);
  const { rows } = await database.query('select from pg_class where relname = any($1) and reltuples >= $2', [
    tables,
    LARGE,
  ]);
  return rows.length > 0;
}

async function bare(
  databaseUrl: string,
  connections: number,
  asked: readonly (readonly Statement[])[],
): Promise<Contender> {
  const pool = Array.from({ length: connections }, () => new pg.Client({ connectionString: databaseUrl }));
  await Promise.all(pool.map((connection) => connection.connect()));
  let next = 0;
  return {
    once: async (worker) => {
      for (const { text, values } of asked[next++ % asked.length]!)
        await pool[worker]!.query(text, [...values]);
    },
    leave: async () => {
      await Promise.all(pool.map((connection) => connection.end()));
    },
  };
}
