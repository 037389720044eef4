import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { BYTE_ORDER_MARK, csvLine } from '#csv-files';
import { type Cell, type ColumnKind, Columns, flatRow } from './flat-row.js';
import { type AskedQuery, type ViewOfPast, pagesOfQuery } from './rows-of-query.js';

export const EXPORT_FORMATS = ['csv', 'parquet'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What was written. */
export interface Exported {
  readonly rows: number;
  readonly columns: readonly string[];
  readonly bytes: number;
  readonly sha256: string;
  /** The view of the past in which all of it was told; null where it is what was known as each page was asked. */
  readonly asOf: ViewOfPast | null;
}

type Row = Readonly<Record<string, Cell>>;
type ColumnList = Columns['list'];

/** Rows that are written at a time: memory does not grow with how many there are. */
const BATCH = 5_000;

/** Only whoever exports reads what is exported. */
const OWN = 0o600;

/**
 * Writes whatever a query answers to a file, from its first page to its last. Which columns there are is known when all rows have come, so
 * they are put aside on disk until then, beside the file and for its owner alone. The file is there once it is whole.
 * @throws ApiRefused
 */
export async function exportQuery(asked: AskedQuery, format: ExportFormat, path: string): Promise<Exported> {
  const [aside, unfinished] = [`${path}.rows`, `${path}.unfinished`];
  try {
    const { columns, rows, asOf } = await putAside(asked, aside);
    await WRITERS[format](unfinished, columns, rowsIn(aside));
    const { bytes, sha256 } = await sumOf(unfinished);
    await rename(unfinished, path);
    return { rows, columns: columns.map(({ name }) => name), bytes, sha256, asOf };
  } finally {
    await Promise.all([aside, unfinished].map((file) => rm(file, { force: true })));
  }
}

async function putAside(
  asked: AskedQuery,
  path: string,
): Promise<{ readonly columns: ColumnList } & Pick<Exported, 'rows' | 'asOf'>> {
  const file = await open(path, 'w', OWN);
  const columns = new Columns();
  let [rows, lines]: [number, string[]] = [0, []];
  let asOf: ViewOfPast | null = null;
  try {
    for await (const { items, view } of pagesOfQuery(asked)) {
      asOf ??= view;
      for (const item of items) {
        const row = flatRow(item);
        columns.note(row);
        rows += 1;
        lines.push(`${JSON.stringify(row)}\n`);
      }
      if (lines.length >= BATCH) lines = await written(file, lines);
    }
    await written(file, lines);
  } finally {
    await file.close();
  }
  return { columns: columns.list, rows, asOf };
}

async function written(file: FileHandle, lines: readonly string[]): Promise<string[]> {
  await file.appendFile(lines.join(''));
  return [];
}

async function* rowsIn(path: string): AsyncGenerator<readonly Row[]> {
  let batch: Row[] = [];
  for await (const line of createInterface({
    input: createReadStream(path),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    batch.push(JSON.parse(line) as Row);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

type Write = (path: string, columns: ColumnList, batches: AsyncIterable<readonly Row[]>) => Promise<void>;

const WRITERS: Readonly<Record<ExportFormat, Write>> = {
  async csv(path, columns, batches) {
    const file = await open(path, 'w', OWN);
    try {
      await file.appendFile(`${BYTE_ORDER_MARK}${csvLine(columns.map(({ name }) => name))}`);
      for await (const batch of batches) {
        const lines = batch.map((row) => csvLine(columns.map(({ name }) => String(row[name] ?? ''))));
        await file.appendFile(lines.join(''));
      }
    } finally {
      await file.close();
    }
  },
  async parquet(path, columns, batches) {
    const { ParquetWriter, fileWriter, schemaFromColumnData } = await import('hyparquet-writer');
    await (await open(path, 'w', OWN)).close();
    const columnsOf = (rows: readonly Row[]) =>
      columns.map(({ name, kind }) => ({
        name,
        type: PARQUET_TYPES[kind],
        data: rows.map((row) => parquetCell(row[name] ?? null, kind)),
      }));
    const schema = schemaFromColumnData({ columnData: columnsOf([]) });
    const writer = new ParquetWriter({ writer: fileWriter(path), schema, createdBy: 'lindung' });
    for await (const batch of batches)
      await writer.write({ columnData: columnsOf(batch), rowGroupSize: BATCH });
    await writer.finish();
  },
};

const PARQUET_TYPES = {
  INTEGER: 'INT64',
  NUMBER: 'DOUBLE',
  YES_NO: 'BOOLEAN',
  TEXT: 'STRING',
} as const satisfies Record<ColumnKind, string>;

function parquetCell(cell: Cell, kind: ColumnKind): Cell | bigint {
  if (cell === null) return null;
  if (kind === 'INTEGER') return BigInt(cell);
  return kind === 'TEXT' ? String(cell) : cell;
}

async function sumOf(path: string): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(piece);
    bytes += piece.length;
  }
  return { bytes, sha256: hash.digest('hex') };
}
