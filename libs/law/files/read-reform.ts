import { readFile, stat } from 'node:fs/promises';
import { isLocalDate, type LocalDate } from '#kernel';
import { type Bilingual, misspeltFor, type Reform } from '#law';
import { checkReform, lawOn, type ReformFault, ruleById, withPart } from '#law/reforms';
import { parseJson } from './parse-json.js';
import { readCsv, readWorkbook, type SheetRow, UnreadableSheet } from './sheet.js';

/** Everything that is wrong with a file of a reform; its message holds all of it in both languages. */
export class UnreadableReform extends Error {
  override readonly name = 'UnreadableReform';

  constructor(
    readonly path: string,
    readonly faults: readonly ReformFault[],
  ) {
    super(faults.map(({ where, words: { en, id } }) => `${place(path, where)}: ${en} / ${id}`).join('\n'));
  }

  /** One line for each fault. */
  in(language: keyof Bilingual): readonly string[] {
    return this.faults.map(({ where, words }) => `${place(this.path, where)}: ${words[language]}`);
  }
}

const place = (path: string, where: string) => (where === '' ? path : `${path}: ${where}`);

/** A file is written by a person. */
const MOST_BYTES = 1_048_576;

/**
 * Reads a reform from a file: JSON, `{ "RULE": { "2027-01-01": value } }`, or a sheet as CSV or Excel (`.xlsx`) with the columns
 * rule, part, from and value.
 * @throws UnreadableReform with everything that is wrong with it
 */
export async function readReform(path: string): Promise<Reform> {
  const refuse = (words: Bilingual): never => {
    throw new UnreadableReform(path, [{ where: '', words }]);
  };
  const about = await stat(path).catch(() => undefined);
  if (!about?.isFile()) refuse({ en: 'there is no such file', id: 'berkas ini tidak ada' });
  if (about!.size > MOST_BYTES) {
    refuse({ en: 'a reform has at most 1 MiB', id: 'reformasi paling besar 1 MiB' });
  }
  const bytes = await readFile(path);
  try {
    const { content, faults } = await proposedIn(path, bytes);
    if (content === undefined) throw new UnreadableReform(path, faults);
    const checked = checkReform(content);
    if ('reform' in checked && faults.length === 0) return checked.reform;
    throw new UnreadableReform(path, [...faults, ...('faults' in checked ? checked.faults : [])]);
  } catch (error) {
    if (error instanceof UnreadableSheet) return refuse(error.words);
    if (error instanceof SyntaxError) {
      return refuse({ en: `this is no JSON: ${error.message}`, id: `ini bukan JSON: ${error.message}` });
    }
    throw error;
  }
}

/** What a file proposes, as far as it can be read. */
interface Proposed {
  /** Nothing when not even the columns are known. */
  readonly content: unknown;
  readonly faults: readonly ReformFault[];
}

async function proposedIn(path: string, bytes: Buffer): Promise<Proposed> {
  const ending = /\.[^./\\]+$/.exec(path)?.[0].toLowerCase();
  if (ending === '.xlsx') return proposedInSheet(await readWorkbook(bytes));
  if (ending === '.csv') return proposedInSheet(readCsv(bytes.toString('utf8')));
  return { content: parseJson(bytes.toString('utf8')), faults: [] };
}

/** The columns of a sheet by the names that head them, in either language. */
const COLUMNS = {
  rule: ['rule', 'aturan'],
  part: ['part', 'bagian'],
  from: ['from', 'berlaku'],
  value: ['value', 'nilai'],
  note: ['note', 'catatan'],
} as const;

type Column = keyof typeof COLUMNS;
const NEEDED: readonly Column[] = ['rule', 'from', 'value'];

/** The words that give a rule back to the law from a day on. */
const AS_THE_LAW_SAYS: readonly string[] = ['law', 'hukum'];

/**
 * A reform as rows: a rule, the day, and the value, or the value of one part of it. What no row names of a value stays as it is
 * on that day.
 */
function proposedInSheet(rows: readonly SheetRow[]): Proposed {
  const [head, ...lines] = rows;
  const { at, faults } = columnsOf(head);
  const proposed = byName<Record<string, unknown>>();
  const named = new Set<string>();
  if (faults.length > 0) return { content: undefined, faults };
  for (const { row, cells } of lines) {
    const cell = (column: Column) => cells[at.get(column) ?? -1] ?? '';
    const [rule, part, from] = [cell('rule'), cell('part'), cell('from')];
    const wrong = (words: Bilingual) => faults.push({ where: `row ${row}`, words });
    const said = valueOf(cell('value'));
    if (said === UNREADABLE) {
      wrong(NO_JSON);
      continue;
    }
    const values = (proposed[rule] ??= byName());
    if (part === '' || !ruleById(rule) || !isLocalDate(from)) {
      if (Object.hasOwn(values, from)) wrong(TWICE);
      values[from] = said;
      continue;
    }
    const whole = Object.hasOwn(values, from) ? values[from] : valueBefore(rule, from, values);
    const changed = withPart(whole, part, said);
    const place = JSON.stringify([rule, from, part]);
    if (named.has(place)) wrong(TWICE);
    named.add(place);
    if (changed === undefined) wrong(noPart(rule, part));
    values[from] = changed ?? null;
  }
  return { content: proposed, faults };
}

/** Nothing yet, by names that people write: `__proto__` is a name like any other. */
const byName = <Value>(): Record<string, Value> => Object.create(null) as Record<string, Value>;

function columnsOf(head: SheetRow | undefined): {
  readonly at: ReadonlyMap<Column, number>;
  readonly faults: ReformFault[];
} {
  const at = new Map<Column, number>();
  const names = (head?.cells ?? []).map((cell) => cell.toLowerCase());
  const faults: ReformFault[] = [];
  for (const [index, name] of names.entries()) {
    if (name === '') continue;
    const column = (Object.keys(COLUMNS) as Column[]).find((known) =>
      (COLUMNS[known] as readonly string[]).includes(name),
    );
    if (column === undefined) faults.push({ where: `column ${name}`, words: unknownColumn(name) });
    else at.set(column, index);
  }
  const missing = NEEDED.filter((column) => !at.has(column));
  if (missing.length > 0) {
    const titles = missing.map((column) => COLUMNS[column].join('/')).join(', ');
    faults.push({
      where: 'row 1',
      words: {
        en: `the first row names the columns; ${titles} is missing`,
        id: `baris pertama menyebut kolom; ${titles} tidak ada`,
      },
    });
  }
  return { at, faults };
}

function unknownColumn(name: string): Bilingual {
  const known = Object.values(COLUMNS).flat();
  const meant = misspeltFor(name, known);
  return {
    en: meant === undefined ? `no such column; there are ${known.join(', ')}` : `did you mean ${meant}?`,
    id:
      meant === undefined
        ? `tidak ada kolom ini; kolomnya ${known.join(', ')}`
        : `apakah maksudnya ${meant}?`,
  };
}

/** A cell that holds a list or an object is JSON; a percentage may have a comma, as it is written in Indonesia. */
function valueOf(cell: string): unknown {
  if (AS_THE_LAW_SAYS.includes(cell.toLowerCase())) return null;
  if (/^[[{]/.test(cell)) return parsed(cell);
  return /^\d+,\d+$/.test(cell) ? cell.replace(',', '.') : cell;
}

const UNREADABLE = Symbol('a cell that is no JSON');

function parsed(cell: string): unknown {
  try {
    return parseJson(cell);
  } catch {
    return UNREADABLE;
  }
}

/** What the rule says on the day: what an earlier row of the sheet proposes, or the law. */
function valueBefore(rule: string, from: LocalDate, values: Readonly<Record<string, unknown>>): unknown {
  const earlier = Object.keys(values)
    .filter((day) => day < from)
    .sort()
    .at(-1);
  const proposed = earlier === undefined ? null : values[earlier];
  return proposed ?? lawOn(rule, from);
}

const NO_JSON: Bilingual = {
  en: 'the value begins like a list or an object and is no JSON',
  id: 'nilai ini dimulai seperti daftar atau objek tetapi bukan JSON',
};

const TWICE: Bilingual = {
  en: 'this has a value from this day in an earlier row',
  id: 'ini sudah mempunyai nilai sejak tanggal itu di baris sebelumnya',
};

const noPart = (rule: string, part: string): Bilingual => ({
  en: `${rule} has no part ${part} on that day; docs/how-to/try-a-reform.md shows how parts are named`,
  id: `${rule} tidak mempunyai bagian ${part} pada tanggal itu; lihat docs/how-to/try-a-reform.md`,
});
