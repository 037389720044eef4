import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import {
  type Batch,
  CHUNK,
  emptyBatch,
  emptyEvents,
  type Events,
  type Flag,
  FLAG_BIT,
  type Group,
  GROUPS,
  type Program,
  PROGRAM_BIT,
} from '#law/simulation';
import { fillEvent, noInjuries } from './population-events.js';
import {
  checkedNames,
  type Column,
  type Reading,
  reading,
  type Row,
  UnreadablePopulation,
} from './population-row.js';

/** A district is an index of two bytes. */
const MOST_DISTRICTS = 65_535;

/** A row with a quotation mark that nobody closes would go on to the end of the file. */
const MOST_CHARACTERS = 10_000;

/** Members, or events with the members whom they befell: one each, in the same order. */
export interface ReadBatch {
  readonly batch: Batch;
  readonly events?: Events;
}

/**
 * Reads members, and what befell some, from a CSV file, batch after batch; `districts` grows by each name that is met, `ignored` by
 * each cell that plays no part: in how many lines. A line with an event tells of that event alone: what its member pays is the
 * matter of another line.
 * @throws UnreadablePopulation with the line and what is allowed there
 */
export async function* readPopulation(
  path: string,
  districts: string[],
  ignored: Map<string, number>,
): AsyncGenerator<ReadBatch> {
  const filling = new Map<string, ReadBatch & { size: number }>();
  const known = new Map<string, number>();
  const injuries = noInjuries();
  for await (const { record, info } of rowsOf(path)) {
    const row = reading(record, info.lines);
    const group = row.oneOf('group', GROUPS);
    const event = row.text('event');
    const isEvent = event !== '';
    const key = `${group} ${isEvent}`;
    const open = filling.get(key) ?? {
      batch: emptyBatch(group, CHUNK),
      ...(isEvent && { events: emptyEvents(CHUNK, injuries.lists) }),
      size: 0,
    };
    filling.set(key, open);
    const { batch, events, size } = open;
    batch.district[size] = districtOf(row, known, districts);
    if (events) fillEvent(batch, events, size, row, injuries);
    else fillMember(batch, size, row);
    for (const cell of row.finish()) {
      const named = `${event || group}.${cell}`;
      ignored.set(named, (ignored.get(named) ?? 0) + 1);
    }
    open.size += 1;
    if (open.size < CHUNK) continue;
    filling.delete(key);
    yield open;
  }
  if (known.size === 0)
    throw new UnreadablePopulation(1, 'nobody stands in it', 'tidak ada anggota di dalamnya');
  for (const { batch, events, size } of filling.values()) {
    yield { batch: { ...batch, size }, ...(events && { events: { ...events, size } }) };
  }
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

function fillMember(batch: Batch, at: number, row: Reading): void {
  const { group } = batch;
  const isProject = group === 'JAKON' && row.text('contractValue') !== '';
  batch.income[at] = isProject
    ? row.whole('contractValue', 0, LARGEST_CONTRACT)
    : row.whole('monthlyIncome', group === 'PU' || group === 'NON_ASN' ? 1 : 0, LARGEST_INCOME);
  const programs = PROGRAMS_OF[group];
  if (programs) batch.programs[at] = programsIn(row, programs);
  batch.flags[at] = flagsIn(row, group) | (isProject ? FLAG_BIT.CONTRACT : 0);
  if (group === 'PU' || group === 'NON_ASN') batch.riskClass[at] = row.whole('riskClass', 1, 5);
  if (group === 'PMI') {
    batch.contractMonths[at] = row.whole('contractMonths', 1, LONGEST_RUN);
    batch.voluntaryJht[at] =
      row.text('voluntaryJht') === '' ? 0 : row.whole('voluntaryJht', 0, LARGEST_INCOME);
  }
  if (group === 'PMI' || isProject) {
    batch.paidInMonth[at] = row.whole('paidInMonth', 0, LONGEST_RUN);
    batch.paidEvery[at] = row.text('paidEvery') === '' ? 0 : row.whole('paidEvery', 1, LONGEST_RUN);
  }
}

const OF_WAGE_EARNERS: readonly Program[] = ['JKK', 'JKM', 'JHT', 'JP', 'JKP'];

/** What members of a group may choose to be in. */
const PROGRAMS_OF: Readonly<Partial<Record<Group, readonly Program[]>>> = {
  PU: OF_WAGE_EARNERS,
  NON_ASN: OF_WAGE_EARNERS,
  BPU: ['JKK', 'JKM', 'JHT'],
};

/** `JKK+JKM+JHT`; JKK and JKM when the cell is empty. Nobody is billed for JKP. */
function programsIn(row: Reading, programs: readonly Program[]): number {
  const text = row.text('programs');
  if (text === '') return PROGRAM_BIT.JKK | PROGRAM_BIT.JKM;
  let bits = 0;
  for (const word of text.split('+')) {
    const program = programs.find((one) => one === word);
    if (!program)
      throw row.fail('programs', `may hold ${programs.join('+')}`, `boleh berisi ${programs.join('+')}`);
    const bit = PROGRAM_BIT[program];
    if (program === 'JKP' || (bits & bit) !== 0) row.ignore('programs', program);
    bits |= bit;
  }
  return bits;
}

/** What changes the contributions of some groups, and plays no part with the others. */
const FLAGS: readonly { readonly column: Column; readonly flag: Flag; readonly groups: readonly Group[] }[] =
  [
    { column: 'labourIntensive', flag: 'LABOUR_INTENSIVE', groups: ['PU'] },
    { column: 'transport', flag: 'TRANSPORT', groups: ['BPU'] },
    { column: 'governmentPaid', flag: 'GOVERNMENT_PAID', groups: ['BPU'] },
    { column: 'agency', flag: 'AGENCY', groups: ['PMI'] },
  ];

function flagsIn(row: Reading, group: Group): number {
  let bits = 0;
  for (const { column, flag, groups } of FLAGS) {
    if (!row.yes(column)) continue;
    if (groups.includes(group)) bits |= FLAG_BIT[flag];
    else row.ignore(column);
  }
  return bits;
}
