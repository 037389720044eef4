import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { type LocalDate, Rejection, dateIn, instant } from '#kernel';
import type { Database } from '#postgres';
import {
  type Cut,
  INDICATORS,
  type Report,
  WITHHELD,
  chartOf,
  csvOf,
  flatTable,
  indicatorNamed,
  manifestOf,
  parquetOf,
  report,
  workbookOf,
} from '#reporting';
import { dayIn } from './arguments.js';
import { addDeadLetterCommands } from './dead-letters.commands.js';
import { ExitCode, fail } from './exit.js';
import { plainTable } from './tables.js';
import { OF_DATABASE, useDatabase } from './use-database.js';

interface Asked {
  readonly data?: string;
  readonly on?: LocalDate;
  readonly by?: readonly string[];
  readonly where?: Readonly<Record<string, string>>;
  readonly json?: true;
}

type Format = keyof typeof FORMATS;

/** What files a report can be written as. */
const FORMATS = {
  csv: async (found: Report) => Buffer.from(csvOf(flatTable(found))),
  xlsx: (found: Report) => workbookOf(found, flatTable(found)),
  parquet: (found: Report) => parquetOf(found, flatTable(found)),
  svg: async (found: Report) => Buffer.from(chartOf(found, 'id')),
} as const satisfies Readonly<Record<string, (found: Report) => Promise<Uint8Array>>>;

/** `lindung reports …`: works on the tables of the reporting service. */
export function addReportsCommands(reports: Command): void {
  reports
    .command('list')
    .description('the reports there are, and by what they are told apart')
    .option('--json', 'print them as JSON')
    .action(list);
  questionOf(reports.command('show').description('one report'))
    .option('--json', 'print it as JSON')
    .action((name: string, asked: Asked) => withReport(name, asked, (found) => show(found, asked.json)));
  questionOf(reports.command('export').description('one report as a file, with a manifest beside it'))
    .option('--as <format>', `one of ${Object.keys(FORMATS).join(', ')}`, formatOf, 'parquet')
    .option('--to <directory>', 'where to write it', '.')
    .option('--json', 'print the manifest')
    .action((name: string, asked: Asked & { readonly as: Format; readonly to: string }) =>
      withReport(name, asked, (found) => write(found, asked)),
    );
  addDeadLetterCommands(reports.command('dead-letters').description('messages that were put aside'));
}

function questionOf(command: Command): Command {
  return command
    .argument('<name>', 'name of the report, as `lindung reports list` has it')
    .option('--on <day>', 'of a report on a day: that day; today unless told', dayIn)
    .option('--by <cuts...>', 'by what rows are told apart; two at most, filters among them')
    .option('--where <cut=value...>', 'only this value of a cut', pair)
    .option(...OF_DATABASE)
    .addHelpText('after', `\nReports: ${INDICATORS.map(({ name }) => name).join(', ')}.`);
}

function list({ json }: { readonly json?: true }): void {
  if (json) {
    const all = INDICATORS.map(({ code, name, version, title, cuts }) => ({
      code,
      name,
      version,
      title,
      cuts: Object.keys(cuts),
    }));
    process.stdout.write(`${JSON.stringify(all, undefined, 2)}\n`);
    return;
  }
  const table = plainTable({ head: ['code', 'name', 'by'] });
  table.push(...INDICATORS.map(({ code, name, cuts }) => [code, name, Object.keys(cuts).join(', ')]));
  process.stdout.write(`${table.toString()}\n`);
}

async function withReport(
  name: string,
  { data, on, by = [], where = {} }: Asked,
  work: (found: Report) => Promise<void> | void,
): Promise<void> {
  const indicator = indicatorNamed(name);
  if (!indicator)
    return fail(`there is no report ${name}: see lindung reports list`, ExitCode.UNUSABLE_INPUT);
  const unknown = [...by, ...Object.keys(where)].find((cut) => !Object.hasOwn(indicator.cuts, cut));
  if (unknown !== undefined) {
    const cuts = Object.keys(indicator.cuts).join(', ');
    return fail(`${name} is not told apart by ${unknown}, but by ${cuts}`, ExitCode.UNUSABLE_INPUT);
  }
  const asked = { name, on, by: by as readonly Cut[], where, today: today() };
  const found = await useDatabase(data, (database: Database) => report(database, asked, 0)).catch(refused);
  if (found) await work(found);
}

function refused(error: unknown): undefined {
  if (!(error instanceof Rejection)) throw error;
  fail(`${error.refusal.words.en} (${error.refusal.words.id})`, ExitCode.UNUSABLE_INPUT);
  return undefined;
}

function show(found: Report, json: true | undefined): void {
  const { indicator, position, putAside, on } = found;
  const { columns, rows } = flatTable(found);
  if (json) {
    const { rows: items, total, by, where, newestAt } = found;
    const { code, name, version } = indicator;
    const answer = { code, name, version, on, by, where, items, total, position, newestAt, putAside };
    process.stdout.write(`${JSON.stringify(answer, undefined, 2)}\n`);
    return;
  }
  const table = plainTable({ head: columns.map(({ name }) => name) });
  table.push(
    ...rows.map(({ cells, isWithheld }) =>
      cells.map((cell, place) => (columns[place]!.isFigure && isWithheld ? WITHHELD : String(cell ?? ''))),
    ),
  );
  const foot = `${indicator.code} version ${indicator.version}, ${on ?? 'over time'}, log position ${position ?? '–'}`;
  const aside = putAside > 0 ? `; ${putAside} messages were put aside and are not counted` : '';
  process.stdout.write(`${indicator.title.en}\n${table.toString()}\n${foot}${aside}\n`);
}

async function write(
  found: Report,
  { as, to, json }: { readonly as: Format; readonly to: string; readonly json?: true },
): Promise<void> {
  const file = await FORMATS[as](found);
  const name = `${found.indicator.name}.${as}`;
  const manifest = manifestOf(found, name, file);
  await writeFile(join(to, name), file);
  await writeFile(join(to, `${name}.manifest.json`), `${JSON.stringify(manifest, undefined, 2)}\n`);
  const { bytes, sha256 } = manifest.file;
  process.stdout.write(
    json
      ? `${JSON.stringify(manifest, undefined, 2)}\n`
      : `${join(to, name)}: ${bytes} bytes, sha256 ${sha256}\n`,
  );
}

const today = (): LocalDate => dateIn(instant(new Date().toISOString()));

function pair(text: string, before: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  const [cut, ...value] = text.split('=');
  if (!cut || value.length === 0) throw new InvalidArgumentError('such as year=2026');
  return { ...before, [cut]: value.join('=') };
}

function formatOf(text: string): Format {
  if (Object.hasOwn(FORMATS, text)) return text as Format;
  throw new InvalidArgumentError(`one of ${Object.keys(FORMATS).join(', ')}`);
}
