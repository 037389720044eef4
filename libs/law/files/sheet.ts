import { CsvError, parse } from 'csv-parse/sync';
import type { Bilingual } from '#law';

/** One row of a sheet as text, and where it stands. */
export interface SheetRow {
  /** As spreadsheets count: the first row is 1. */
  readonly row: number;
  readonly cells: readonly string[];
}

/** A sheet that cannot be read, in both languages. */
export class UnreadableSheet extends Error {
  override readonly name = 'UnreadableSheet';

  constructor(readonly words: Bilingual) {
    super(words.en);
  }
}

/** A workbook is packed: this much holds at most a quarter of a gigabyte, and many thousand rows as people fill them. */
const MOST_BYTES_OF_WORKBOOK = 262_144;
const [MOST_ROWS, MOST_COLUMNS, MOST_CHARACTERS] = [10_000, 50, 10_000];

/** The rows of the first sheet of an Excel workbook (`.xlsx`). Numbers come as their digits, days as `2027-01-01`. */
export async function readWorkbook(bytes: Uint8Array): Promise<readonly SheetRow[]> {
  if (bytes.length > MOST_BYTES_OF_WORKBOOK) throw new UnreadableSheet(TOO_LARGE);
  const { readXlsx } = await import('hucre/xlsx');
  try {
    const { sheets } = await readXlsx(bytes, { sheets: [0], maxRows: MOST_ROWS });
    return rowsOf((sheets[0]?.rows ?? []).map((cells) => cells.map(asText)));
  } catch (error) {
    throw new UnreadableSheet({
      en: `this is no Excel workbook (.xlsx): ${messageOf(error)}`,
      id: `ini bukan buku kerja Excel (.xlsx): ${messageOf(error)}`,
    });
  }
}

/** The rows of a CSV file, with commas or, as Excel writes it in Indonesia, with semicolons. */
export function readCsv(text: string): readonly SheetRow[] {
  const [firstLine = ''] = text.split('\n', 1);
  try {
    const delimiter = firstLine.includes(';') ? ';' : ',';
    const options = { bom: true, delimiter, relax_column_count: true, max_record_size: MOST_CHARACTERS };
    return rowsOf(parse(text, options));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new UnreadableSheet({
      en: `this is no CSV: ${error.message}`,
      id: `ini bukan CSV: ${error.message}`,
    });
  }
}

function rowsOf(rows: readonly (readonly string[])[]): readonly SheetRow[] {
  if (rows.length >= MOST_ROWS || rows.some((cells) => cells.length > MOST_COLUMNS)) {
    throw new UnreadableSheet(TOO_LARGE);
  }
  return rows
    .map((cells, at) => ({ row: at + 1, cells: cells.map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
}

const TOO_LARGE: Bilingual = {
  en: `the sheet is too large: at most ${MOST_ROWS} rows, ${MOST_COLUMNS} columns and ${MOST_BYTES_OF_WORKBOOK / 1024} KiB`,
  id: `lembar terlalu besar: paling banyak ${MOST_ROWS} baris, ${MOST_COLUMNS} kolom, dan ${MOST_BYTES_OF_WORKBOOK / 1024} KiB`,
};

function asText(cell: string | number | boolean | Date | null): string {
  if (cell === null) return '';
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
