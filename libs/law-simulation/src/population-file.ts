import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import {
  type Batch,
  CHUNK,
  emptyBatch,
  FLAG_BIT,
  type Group,
  GROUPS,
  PROGRAM_BIT,
  PROGRAMS,
} from '#law/simulation';

/** The columns of a population file (CSV with a first line of names); those that are left out are empty or no. */
const POPULATION_COLUMNS = [
  'group',
  'district',
  'monthlyIncome',
  'riskClass',
  'programs',
  'labourIntensive',
  'transport',
  'governmentPaid',
  'contractValue',
  'agency',
  'contractMonths',
  'paidInMonth',
  'voluntaryJht',
] as const;
type Column = (typeof POPULATION_COLUMNS)[number];
type Row = Readonly<Partial<Record<Column, string>>>;

/** A district is an index of two bytes. */
const MOST_DISTRICTS = 65_535;

/** A row with a quotation mark that nobody closes would go on to the end of the file. */
const MOST_CHARACTERS = 10_000;

/**
 * Reads members from a CSV file, batch after batch; `districts` grows by each name that is met.
 * @throws UnreadablePopulation with the line and what is allowed there
 */
export async function* readPopulation(path: string, districts: string[]): AsyncGenerator<Batch> {
  const filling = new Map<Group, { batch: Batch; size: number }>();
  const known = new Map<string, number>();
  for await (const { record, info } of rowsOf(path)) {
    const row = reading(record, info.lines);
    const group = row.oneOf('group', GROUPS);
    const open = filling.get(group) ?? { batch: emptyBatch(group, CHUNK), size: 0 };
    filling.set(group, open);
    fill(open.batch, open.size, row, districtOf(row, known, districts));
    open.size += 1;
    if (open.size < CHUNK) continue;
    filling.delete(group);
    yield open.batch;
  }
  if (known.size === 0)
    throw new UnreadablePopulation(1, 'nobody stands in it', 'tidak ada anggota di dalamnya');
  for (const { batch, size } of filling.values()) yield { ...batch, size };
}

interface ReadRow {
  readonly record: Row;
  readonly info: { readonly lines: number };
}

async function* rowsOf(path: string): AsyncGenerator<ReadRow> {
  const options = {
    columns: checkedNames,
    bom: true,
    trim: true,
    info: true,
    max_record_size: MOST_CHARACTERS,
  };
  // What goes wrong with the file is told to who reads the rows, and the file is closed when nobody reads on.
  const rows = pipeline(createReadStream(path), parse(options), () => {});
  try {
    yield* rows as AsyncIterable<ReadRow>;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { message, lines } = error as CsvError & { readonly lines?: number };
    throw new UnreadablePopulation(
      lines ?? 1,
      `not readable as CSV: ${message}`,
      `tidak terbaca sebagai CSV: ${message}`,
    );
  }
}

function checkedNames(names: readonly string[]): string[] {
  for (const name of names) {
    if (!POPULATION_COLUMNS.some((column) => column === name)) {
      throw new UnreadablePopulation(
        1,
        `${name} is not one of ${POPULATION_COLUMNS.join(', ')}`,
        `${name} bukan salah satu dari ${POPULATION_COLUMNS.join(', ')}`,
      );
    }
  }
  for (const needed of ['group', 'district'] as const) {
    if (!names.includes(needed))
      throw new UnreadablePopulation(1, `the column ${needed} is needed`, `kolom ${needed} diperlukan`);
  }
  return [...names];
}

/** What is wrong with a population file, in both languages, with the line. */
export class UnreadablePopulation extends Error {
  constructor(line: number, en: string, id: string) {
    super(`line ${line} of the population: ${en} / baris ${line} data penduduk: ${id}`);
  }
}

/** The cells of a row by what they may hold. */
interface Reading {
  readonly oneOf: <Word extends string>(column: Column, words: readonly Word[]) => Word;
  readonly text: (column: Column) => string;
  readonly whole: (column: Column, least: number, most: number) => number;
  readonly yes: (column: Column) => boolean;
  readonly fail: (column: Column, en: string, id: string) => UnreadablePopulation;
}

function reading(row: Row, line: number): Reading {
  const text = (column: Column) => row[column] ?? '';
  const fail = (column: Column, en: string, id: string) =>
    new UnreadablePopulation(
      line,
      `${column} ${en}, not "${text(column)}"`,
      `${column} ${id}, bukan "${text(column)}"`,
    );
  const oneOf = <Word extends string>(column: Column, words: readonly Word[]): Word => {
    const found = words.find((word) => word === text(column));
    if (found === undefined) {
      throw fail(column, `must be one of ${words.join(', ')}`, `harus salah satu dari ${words.join(', ')}`);
    }
    return found;
  };
  const whole = (column: Column, least: number, most: number): number => {
    const digits = text(column);
    const number = Number(digits);
    if (!/^\d+$/.test(digits) || number < least || number > most) {
      throw fail(
        column,
        `must be a whole number, ${least} to ${most}`,
        `harus bilangan bulat, ${least} sampai ${most}`,
      );
    }
    return number;
  };
  const yes = (column: Column) => text(column) !== '' && oneOf(column, ['yes', 'no']) === 'yes';
  return { oneOf, text, whole, yes, fail };
}

function districtOf(row: Reading, known: Map<string, number>, districts: string[]): number {
  const name = row.text('district');
  const found = known.get(name);
  if (found !== undefined) return found;
  if (name === '') throw row.fail('district', 'must be named', 'harus diisi');
  if (districts.length >= MOST_DISTRICTS) {
    throw row.fail('district', `is one more than ${MOST_DISTRICTS}`, `melebihi ${MOST_DISTRICTS}`);
  }
  known.set(name, districts.length);
  districts.push(name);
  return districts.length - 1;
}

/** What a construction contract may come to; a month's wage is far below. */
const [LARGEST_INCOME, LARGEST_CONTRACT] = [500_000_000_000, 100_000_000_000_000];
const LONGEST_RUN = 255;

function fill(batch: Batch, at: number, row: Reading, district: number): void {
  const { group } = batch;
  batch.district[at] = district;
  const isProject = group === 'JAKON' && row.text('contractValue') !== '';
  batch.income[at] = isProject
    ? row.whole('contractValue', 0, LARGEST_CONTRACT)
    : row.whole('monthlyIncome', group === 'PU' || group === 'NON_ASN' ? 1 : 0, LARGEST_INCOME);
  batch.programs[at] = programsIn(row);
  batch.flags[at] =
    (row.yes('labourIntensive') ? FLAG_BIT.LABOUR_INTENSIVE : 0) |
    (row.yes('transport') ? FLAG_BIT.TRANSPORT : 0) |
    (row.yes('governmentPaid') ? FLAG_BIT.GOVERNMENT_PAID : 0) |
    (row.yes('agency') ? FLAG_BIT.AGENCY : 0) |
    (isProject ? FLAG_BIT.CONTRACT : 0);
  if (group === 'PU' || group === 'NON_ASN') batch.riskClass[at] = row.whole('riskClass', 1, 5);
  if (group === 'PMI') {
    batch.contractMonths[at] = row.whole('contractMonths', 1, LONGEST_RUN);
    batch.voluntaryJht[at] =
      row.text('voluntaryJht') === '' ? 0 : row.whole('voluntaryJht', 0, LARGEST_INCOME);
  }
  if (group === 'PMI' || isProject) batch.paidInMonth[at] = row.whole('paidInMonth', 0, LONGEST_RUN);
}

/** `JKK+JKM+JHT`; JKK and JKM when the cell is empty. */
function programsIn(row: Reading): number {
  const text = row.text('programs');
  if (text === '') return PROGRAM_BIT.JKK | PROGRAM_BIT.JKM;
  let bits = 0;
  for (const word of text.split('+')) {
    const program = PROGRAMS.find((one) => one === word);
    if (!program)
      throw row.fail('programs', `may hold ${PROGRAMS.join('+')}`, `boleh berisi ${PROGRAMS.join('+')}`);
    bits |= PROGRAM_BIT[program];
  }
  return bits;
}
