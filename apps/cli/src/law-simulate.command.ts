import { open, writeFile } from 'node:fs/promises';
import { type Command, InvalidArgumentError } from 'commander';
import { formatRupiah, isPeriod, monthsBetween, type Period, periodsFrom, Rejection } from '#kernel';
import {
  ChangedPopulation,
  MOST_MEMBERS,
  MOST_MONTHS,
  type Population,
  readRecord,
  recordedRun,
  type RunRecord,
  sha256Of,
  UnreadablePopulation,
  UnreadableRecord,
  verifyRecord,
} from '#law-simulation';
import { readReform, UnreadableReform } from '#law/files';
import { NotComputable, type ReportLine } from '#law/simulation';
import { wholeIn } from './arguments.js';
import { ExitCode, fail } from './exit.js';
import { seldom } from './seldom.js';
import { denseTable } from './tables.js';

interface Options {
  readonly population?: string;
  readonly synthetic?: number;
  readonly seed: number;
  readonly months?: readonly Period[];
  readonly reform?: string;
  readonly record?: string;
  readonly threads?: number;
  readonly json?: boolean;
}

const SAID_BY_A_RECORD = ['population', 'synthetic', 'seed', 'months', 'reform', 'record'] as const;

interface VerifyOptions {
  readonly populationFile?: string;
  readonly json?: boolean;
}

/** `lindung law simulate` and `lindung law simulate verify` */
export function simulateCommand(simulate: Command): void {
  simulate
    .option('--population <file>', 'members from a CSV file')
    .option('--synthetic <members>', 'so many members made from the seed', wholeIn(1, MOST_MEMBERS))
    .option('--seed <number>', 'of the synthetic population', wholeIn(0, Number.MAX_SAFE_INTEGER), 1)
    .option('--months <months>', 'a month, or the first and the last: 2026-01..2026-12', months)
    .option('--reform <file>', 'what is to change, as JSON, CSV or Excel')
    .option('--record <file>', 'write the run record, with which another person makes the run again')
    .option('--threads <number>', 'as many as there are processors unless given', wholeIn(0, MOST_THREADS))
    .option('--json', 'print the run record instead of tables')
    .action(async (options: Options) => run(options));
  simulate
    .command('verify')
    .description('make a recorded run again, and say whether the same comes out')
    .argument('<record>', 'the file that --record wrote')
    .option('--population-file <file>', 'where the file of the members is now')
    .option('--json', 'print whether it is confirmed, and what differs, as JSON')
    .action(async (record: string, { populationFile }: VerifyOptions) => {
      // Options of the command above are taken by it wherever they stand.
      const { json } = simulate.opts<Options>();
      const recorded = SAID_BY_A_RECORD.find((name) => simulate.getOptionValueSource(name) === 'cli');
      if (recorded === undefined) await verify(record, { populationFile, json });
      else {
        fail(
          `--${recorded} is not for verify: the record says it / --${recorded} bukan untuk verify: tercantum dalam catatan`,
          ExitCode.UNUSABLE_INPUT,
        );
      }
    });
}

const MOST_THREADS = 64;

function months(text: string): readonly Period[] {
  const [first, last = first] = text.split('..');
  const count = isPeriod(first) && isPeriod(last) ? monthsBetween(first, last) + 1 : 0;
  if (count < 1 || count > MOST_MONTHS) {
    throw new InvalidArgumentError(
      `A month or first..last, at most ${MOST_MONTHS} / satu bulan atau awal..akhir, paling banyak ${MOST_MONTHS}.`,
    );
  }
  return periodsFrom(first as Period, count);
}

async function run({
  reform: path,
  record: to,
  months: during,
  threads,
  json,
  ...of
}: Options): Promise<void> {
  const population = populationOf(of);
  if (!population || !during) {
    fail(
      'Give --months and either --population or --synthetic / berikan --months dan salah satu dari --population atau --synthetic',
      ExitCode.UNUSABLE_INPUT,
    );
    return;
  }
  await refusing(async () => {
    const reform = path === undefined ? undefined : await readReform(path);
    if (to !== undefined) await assertWritable(to);
    const record = await recordedRun(
      { population, months: during, ...(reform && { reform }) },
      { onProgress: progress(of.synthetic), ...(threads !== undefined && { threads }) },
    );
    if (to !== undefined) await writeFile(to, `${JSON.stringify(record, undefined, 2)}\n`);
    process.stdout.write(json ? `${JSON.stringify(record, undefined, 2)}\n` : written(record));
  });
}

/** Where a record was to be written, in both languages. */
class UnwritableRecord extends Error {}

/** What says itself, in both languages, what is wrong with what was given. */
const REFUSALS = [
  UnreadablePopulation,
  UnreadableReform,
  UnreadableRecord,
  ChangedPopulation,
  NotComputable,
  UnwritableRecord,
];

async function refusing(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof Rejection) {
      const { en, id } = error.refusal.words;
      fail(`${en} / ${id}`, ExitCode.UNUSABLE_INPUT);
    } else if (REFUSALS.some((refusal) => error instanceof refusal)) {
      fail((error as Error).message, ExitCode.UNUSABLE_INPUT);
    } else throw error;
  }
}

/** Before a long run, not after it. @throws UnwritableRecord */
async function assertWritable(path: string): Promise<void> {
  const file = await open(path, 'a').catch((error: Error) => {
    throw new UnwritableRecord(
      `${path} cannot be written (${error.message}) / ${path} tidak dapat ditulis (${error.message})`,
    );
  });
  await file.close();
}

function populationOf({
  population,
  synthetic,
  seed,
}: Pick<Options, 'population' | 'synthetic' | 'seed'>): Population | undefined {
  if ((population === undefined) === (synthetic === undefined)) return undefined;
  return synthetic === undefined
    ? { kind: 'FILE', path: population! }
    : { kind: 'SYNTHETIC', members: synthetic, seed };
}

function progress(of: number | undefined): (members: number) => void {
  const all = of === undefined ? '' : ` of ${formatRupiah(of)}`;
  return seldom((members: number) => `${formatRupiah(members)}${all} members`);
}

async function verify(path: string, { populationFile, json }: VerifyOptions): Promise<void> {
  await refusing(async () => {
    const record = await readRecord(path);
    const differences = await verifyRecord(record, {
      onProgress: progress(record.members),
      ...(populationFile !== undefined && { populationFile }),
    });
    if (json) {
      const { members, results } = record;
      const confirmed = differences.length === 0;
      const said = { confirmed, differences, members, results: results.sha256 };
      process.stdout.write(`${JSON.stringify(said, undefined, 2)}\n`);
    }
    if (differences.length > 0) {
      const named = differences.map(
        (part) => DIFFERENCES[part] ?? `${part}: no part of a record / bukan bagian catatan`,
      );
      fail(['The run comes out differently / hasil berbeda:', ...named].join('\n  '), ExitCode.FAILED);
      return;
    }
    if (!json)
      process.stdout.write(
        `Confirmed: ${formatRupiah(record.members)} members, results ${record.results.sha256}\n`,
      );
  });
}

/** What it means that a part of a record comes out differently. */
const DIFFERENCES: Readonly<Record<string, string>> = {
  rules: 'rules: the law was another one then / hukumnya berbeda saat itu',
  reform: 'reform: its hash is of another one / hash-nya milik reformasi lain',
  population: 'population: another file, or made by another generator / berkas lain, atau pembangkit lain',
  members: 'members: there are not so many / jumlahnya tidak sebanyak itu',
  ignoredCells: 'ignoredCells: others played no part / sel lain yang tidak berperan',
  results: 'results: the tables or their hash / tabel atau hash-nya',
};

const TITLES = {
  totals: 'In all',
  programs: 'By programme',
  groups: 'By segment',
  bands: 'By income band',
  districts: 'By district',
  components: 'By component',
} as const;

function written(record: RunRecord): string {
  const { members, months: during, rules, reform, population, ignoredCells, results } = record;
  const lines = [
    `${formatRupiah(members)} members, ${during[0]} to ${during.at(-1)}`,
    reform ? `Under a reform of ${Object.keys(reform.content).join(', ')}` : 'The law as it is',
    ...(ignoredCells ? [`Played no part / tidak berperan: ${cellsIn(ignoredCells)}`] : []),
    ...(Object.keys(TITLES) as (keyof typeof TITLES)[]).flatMap((by) => [
      '',
      TITLES[by],
      tableOf(results.report[by], reform !== null),
    ]),
    '',
    `rules      ${rules.sha256}`,
    `reform     ${reform?.sha256 ?? 'none'}`,
    `population ${population.kind === 'FILE' ? population.sha256 : sha256Of(population)}`,
    `results    ${results.sha256}`,
  ];
  return `${lines.join('\n')}\n`;
}

const cellsIn = (cells: Readonly<Record<string, number>>) =>
  Object.entries(cells)
    .map(([cell, lines]) => `${cell} (${formatRupiah(lines)})`)
    .join(', ');

function tableOf(lines: readonly ReportLine[], isReformed: boolean): string {
  const head = ['', 'kind', 'members', 'Rp'];
  const table = denseTable({
    head: isReformed ? [...head, 'Rp reformed', 'better off', 'by Rp', 'worse off', 'by Rp'] : head,
    colAligns: ['left', 'left', ...Array.from({ length: 7 }, () => 'right' as const)],
  });
  for (const { name, kind, persons, before, after, better, gained, worse, lost } of lines) {
    const figures = isReformed ? [persons, before, after, better, gained, worse, lost] : [persons, before];
    table.push([name, kind.toLowerCase(), ...figures.map(formatRupiah)]);
  }
  return table.toString();
}
