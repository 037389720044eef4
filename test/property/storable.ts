import { RECORDED_DAY, RECORDED_MONTH, UUID } from '#kernel';
import type { FoldedRows, ReadModel } from '#followers';
import type { Table } from '#postgres';

/** Why a column of PostgreSQL would not take a value, or would give back another one; undefined when it does. */
type Objection = (value: unknown) => string | undefined;

const LARGEST_INTEGER = 2 ** 31 - 1;

const isText = (value: unknown) =>
  typeof value === 'string' && value.isWellFormed() && !value.includes('\0')
    ? undefined
    : 'no text it can hold';

const when = (holds: (value: unknown) => boolean, otherwise: string): Objection => {
  return (value) => (holds(value) ? undefined : otherwise);
};

const COLUMNS: Readonly<Record<Table['all'][number]['kind'], Objection>> = {
  uuid: when((value) => UUID.fits(value), 'no UUID'),
  text: isText,
  day: when((value) => RECORDED_DAY.fits(value), 'no day'),
  month: when((value) => RECORDED_MONTH.fits(value), 'no month'),
  instant: when(
    (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value)) && /^\d{4}-/.test(value),
    'no moment',
  ),
  integer: when((value) => Number.isInteger(value) && Math.abs(Number(value)) <= LARGEST_INTEGER, 'no int4'),
  rupiah: when(Number.isSafeInteger, 'no exact int8'),
  position: when((value) => typeof value === 'string' && /^\d{1,19}$/.test(value), 'no position'),
  yesNo: when((value) => typeof value === 'boolean', 'no boolean'),
  bits: when((value) => typeof value === 'string' && /^[01]{64}$/.test(value), 'no sixty-four bits'),
  json: jsonObjection,
};

/** Nothing changes what a row holds: parts that one row after the other has are looked at once. */
const seenJson = new WeakSet<object>();

function jsonObjection(value: unknown): string | undefined {
  if (typeof value === 'string') return isText(value);
  if (typeof value === 'number')
    return Number.isFinite(value) ? undefined : 'a number that JSON cannot write';
  if (value === undefined || typeof value === 'boolean' || value === null) return undefined;
  if (typeof value !== 'object') return `no JSON but a ${typeof value}`;
  if (seenJson.has(value)) return undefined;
  for (const [name, part] of Object.entries(value)) {
    const objection = isText(name) ?? jsonObjection(part);
    if (objection !== undefined) return objection;
  }
  seenJson.add(value);
  return undefined;
}

/** A row of an index takes no more (a third of a page); half of a page is left to whatever else stands in it. */
const LARGEST_INDEX_ROW = 2_600;

/**
 * Finds rows that PostgreSQL would not take: of the rows that were not looked at before, each column, and what indexes keep
 * of them.
 * @throws Error naming table and column, not the value
 */
export function rowsChecker(model: ReadModel): (rows: FoldedRows<ReadModel['tables']>) => void {
  const seen = new WeakSet<object>();
  return (rows) => {
    for (const table of Object.values(model.tables)) {
      for (const row of rows[table.name]?.values() ?? []) {
        if (seen.has(row)) continue;
        seen.add(row);
        const objection = objectionTo(table, row);
        if (objection)
          throw new Error(`${model.name}: PostgreSQL would not store a row of ${table.name}: ${objection}`);
      }
    }
  };
}

function objectionTo(table: Table, row: Readonly<Record<string, unknown>>): string | undefined {
  for (const { name, kind, isNullable } of table.all) {
    const value = row[name];
    if (value === undefined || value === null) {
      if (!isNullable) return `${name} holds nothing`;
    } else {
      const objection = COLUMNS[kind](value);
      if (objection) return `${name} is ${objection}`;
    }
  }
  const unknown = Object.keys(row).find((name) => !Object.hasOwn(table.columns, name));
  if (unknown !== undefined) return `${unknown} is none of its columns`;
  return indexObjection(table, row);
}

function indexObjection(table: Table, row: Readonly<Record<string, unknown>>): string | undefined {
  for (const { name, parts } of table.indexes) {
    const columns = parts.flatMap((part) => (typeof part === 'string' ? part : 'sql' in part ? [] : part[0]));
    const bytes = columns.reduce(
      (sum, column) => sum + Buffer.byteLength(JSON.stringify(row[column] ?? '')) + 8,
      0,
    );
    if (bytes > LARGEST_INDEX_ROW) return `the index ${name} would have to keep ${bytes} bytes of it`;
  }
  return undefined;
}
