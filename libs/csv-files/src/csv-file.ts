import { isUtf8 } from 'node:buffer';
import { setImmediate as letOthersHaveATurn } from 'node:timers/promises';
import { CsvError, parse } from 'csv-parse/sync';
import { Rejection } from '#kernel';
import { LOST_DIGITS, MOST_COLUMNS, MOST_LINES, MOST_ROWS, ZIP_MARK } from './limits.js';
import { fileRefusals } from './refusals.js';

/** Why a line cannot be read; never the value itself, which may be personal. */
export interface LineFault {
  readonly code: string;
  readonly detail: string;
}

/** What a kind of file holds. */
export interface CsvLayout<Column extends string, Row extends object> {
  /** In any order; the header names them. */
  readonly columns: readonly Column[];
  /** Those of them that may be left out. */
  readonly optional: readonly Column[];
  /** Of those one at least is there. */
  readonly oneOf?: readonly Column[];
  /** Reads the text cells of one line. What it reads has no member `code`. */
  readonly read: (cells: Readonly<Record<Column, string>>) => Row | LineFault;
}

/** One line of the file: what it says, or why it cannot be read. `line` counts from 1, the header included. */
export interface CsvLine<Row extends object> {
  readonly line: number;
  readonly row: Row | LineFault;
}

/** A file whose header could be read. */
export interface CsvFile<Row extends object> {
  /** Lines below the header that say something. */
  readonly rows: number;
  /** Reads line after line as they are asked for: a large file must not hold up everybody else. */
  readonly lines: () => Generator<CsvLine<Row>>;
}

/** Whether a line says why it cannot be read. */
export function isLineFault(row: object): row is LineFault {
  return 'code' in row;
}

const UTF8_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const LINE_FEED = 0x0a;

/** Every cell at its longest fits several times, in UTF-8. */
const MOST_BYTES_A_LINE = 8192;

/** More lines than this that cannot be read are not a list with mistakes but something else than a list. */
const MOST_FAULTS = 1000;

/** Lines that are looked at before others have a turn. */
const LINES_A_TURN = 200;

/** Excel writes it above the header, to tell itself the separator. */
const SEPARATOR_LINE = /^sep=.\s*$/i;

/**
 * Reads a CSV of people: UTF-8, one of them a line, commas, semicolons or tabs, columns in any order under a
 * header.
 * Every line is read by itself, so that a broken quote or a wrong encoding spoils no other line.
 * @throws Rejection `FILE_EMPTY`, `FILE_NOT_CSV`, `FILE_ENCODING`, `FILE_COLUMNS_MISSING`, `FILE_COLUMNS_TWICE`,
 *   `FILE_WITHOUT_ROWS` when no line can be read at all, `FILE_TOO_LONG`, `FILE_TOO_WIDE` when it is no list of this size
 */
export function readCsvFile<Column extends string, Row extends object>(
  file: Buffer,
  layout: CsvLayout<Column, Row>,
): CsvFile<Row> {
  refuseOtherFormats(file);
  const text = file.subarray(file.indexOf(UTF8_MARK) === 0 ? UTF8_MARK.length : 0);
  const all = linesOf(text);
  let first = next(all);
  if (first && SEPARATOR_LINE.test(first.bytes.toString('latin1'))) first = next(all);
  if (first && first.bytes.length > MOST_BYTES_A_LINE) throw tooWide();
  const header = first && decode(first.bytes);
  if (!first || !header) throw new Rejection(fileRefusals.FILE_EMPTY({ columns: layout.columns }));
  const delimiter = [';', '\t'].find((sign) => header.includes(sign)) ?? ',';
  const columns = columnsOf(header, delimiter, layout);
  let rows = 0;
  while (next(all)) rows++;
  if (rows === 0) throw new Rejection(fileRefusals.FILE_WITHOUT_ROWS());
  if (rows > MOST_ROWS) throw tooLong();
  const { line: headerLine } = first;
  return {
    rows,
    lines: function* () {
      for (const { line, bytes } of linesOf(text)) {
        if (line > headerLine) yield { line, row: readLine(bytes, delimiter, columns, layout) };
      }
    },
  };
}

const next = <Item>(of: Generator<Item>): Item | undefined => {
  const { done, value } = of.next();
  return done ? undefined : value;
};

const tooLong = () => new Rejection(fileRefusals.FILE_TOO_LONG({ most: MOST_ROWS }));
const tooWide = () => new Rejection(fileRefusals.FILE_TOO_WIDE({ most: MOST_COLUMNS }));

/**
 * Looks through a file before anything of it is recorded: a file that is full of lines that cannot be read is given back as
 * a whole, instead of taking the few between them.
 * @throws Rejection `FILE_TOO_MANY_FAULTS`
 */
export async function refuseFaultyFile({ lines }: CsvFile<object>): Promise<void> {
  let first: { readonly line: number; readonly fault: string } | undefined;
  let faults = 0;
  let looked = 0;
  for (const { line, row } of lines()) {
    if (isLineFault(row)) {
      first ??= { line, fault: row.code };
      faults++;
    }
    if (first && faults > MOST_FAULTS) {
      throw new Rejection(fileRefusals.FILE_TOO_MANY_FAULTS({ most: MOST_FAULTS, ...first }));
    }
    if (++looked % LINES_A_TURN === 0) await letOthersHaveATurn();
  }
}

/** @throws Rejection `FILE_NOT_CSV`, `FILE_ENCODING` */
function refuseOtherFormats(file: Buffer): void {
  if (file.indexOf(ZIP_MARK) === 0) throw new Rejection(fileRefusals.FILE_NOT_CSV());
  // A text in UTF-16 has a mark, and a zero beside every Latin letter of its header.
  if (file[0] === 0xff || file[0] === 0xfe || file.subarray(0, 64).includes(0)) {
    throw new Rejection(fileRefusals.FILE_ENCODING());
  }
}

/**
 * The lines that say something, with their numbers. They are looked for each time: of a long file so many views that are kept while it
 * is taken would keep the garbage collector busy.
 * @throws Rejection `FILE_TOO_LONG` where more of them come
 */
function* linesOf(bytes: Buffer): Generator<{ readonly line: number; readonly bytes: Buffer }> {
  let found = 0;
  for (let line = 1, start = 0; start < bytes.length; line++) {
    if (line > MOST_LINES || found > MOST_ROWS + 2) throw tooLong();
    const feed = bytes.indexOf(LINE_FEED, start);
    const end = feed < 0 ? bytes.length : feed;
    const content = bytes.subarray(start, end);
    start = end + 1;
    if (!content.some((byte) => byte > 0x20)) continue;
    found++;
    yield { line, bytes: content };
  }
}

/** What stands in which column of the file; columns that the import does not know are passed over. */
function columnsOf<Column extends string>(
  header: string,
  delimiter: string,
  { columns, optional, oneOf = columns }: CsvLayout<Column, object>,
): (Column | undefined)[] {
  const names = header.split(delimiter).map((name) => name.trim().replace(/^"|"$/g, '').toLowerCase());
  if (names.length > MOST_COLUMNS) throw tooWide();
  const missing = columns.filter((column) => !names.includes(column) && !optional.includes(column));
  if (!oneOf.some((column) => names.includes(column))) missing.push(...oneOf);
  if (missing.length > 0) {
    const isHeader = names.some((name) => columns.some((column) => column === name));
    throw new Rejection(fileRefusals.FILE_COLUMNS_MISSING({ isHeader, missing, columns }));
  }
  const twice = columns.filter((column) => names.indexOf(column) !== names.lastIndexOf(column));
  if (twice.length > 0) throw new Rejection(fileRefusals.FILE_COLUMNS_TWICE({ twice }));
  return names.map((name) => columns.find((column) => column === name));
}

function readLine<Column extends string, Row extends object>(
  bytes: Buffer,
  delimiter: string,
  columns: readonly (Column | undefined)[],
  layout: CsvLayout<Column, Row>,
): Row | LineFault {
  if (bytes.length > MOST_BYTES_A_LINE) {
    return { code: 'LINE_TOO_LONG', detail: `The line has more than ${MOST_BYTES_A_LINE} bytes` };
  }
  const text = decode(bytes);
  if (text === undefined) {
    return { code: 'ENCODING_NOT_UTF8', detail: 'The line has bytes that are not UTF-8' };
  }
  const cells = parseLine(text, delimiter);
  if (!cells) {
    return { code: 'LINE_BROKEN', detail: 'The line has a quote that is not closed or stands inside a cell' };
  }
  if (cells.length !== columns.length) {
    return { code: 'LINE_BROKEN', detail: `The line has ${cells.length} cells instead of ${columns.length}` };
  }
  const byColumn = Object.fromEntries(
    layout.columns.map((column) => [column, cells[columns.indexOf(column)] ?? '']),
  );
  const lost = layout.columns.find((column) => byColumn[column] === LOST_DIGITS);
  if (lost !== undefined) {
    const detail = `Excel keeps 15 digits of a number, ${lost} has more: enter it as text`;
    return { code: 'DIGITS_LOST', detail };
  }
  return layout.read(byColumn as Record<Column, string>);
}

/** Undefined when the quotes of the line do not match. */
function parseLine(text: string, delimiter: string): string[] | undefined {
  const line = text.endsWith('\r') ? text.slice(0, -1) : text;
  // Nearly every line: the parser is built for whole files, and making one takes ten times as long as this.
  if (!/["\r]/.test(line)) return line.split(delimiter);
  try {
    return parse(text, { delimiter, relax_column_count: true })[0];
  } catch (error) {
    if (error instanceof CsvError) return undefined;
    throw error;
  }
}

function decode(bytes: Buffer): string | undefined {
  return isUtf8(bytes) ? bytes.toString('utf8') : undefined;
}
