import {
  type CopyRows,
  type NamedColumn,
  type RawBuilder,
  type Table,
  type Transaction,
  columnType,
  keyOfText,
  keyText,
  quoted,
  recordsOf,
  sql,
} from '#postgres';
import { fingerprint } from '../fingerprint.js';
import type { AnyRow } from './change.js';
import type { TableRows } from './fold.js';

/** From so many rows on, COPY is quicker than a statement with the rows in it. */
export const COPY_FROM = 200;

/** The transaction that rows are written in. */
export interface Writing {
  readonly transaction: Transaction<object>;
  readonly copy: CopyRows;
}

/**
 * The rows with these keys, in one query that looks for one after the other (`offset 0` keeps PostgreSQL from joining two whole
 * tables). The transaction's search path is the schema of the read model.
 */
export async function loadRows(
  transaction: Transaction<object>,
  table: Table,
  keys: readonly unknown[],
): Promise<AnyRow[]> {
  if (keys.length === 0) return [];
  const columns = table.all.map(({ name, sqlName }) => `found."${sqlName}" as "${name}"`).join(', ');
  const [first, ...more] = table.key;
  const records = more.length === 0 ? keys.map((key) => ({ [first.name]: key })) : keys;
  const { rows } = await sql<AnyRow>`
    select ${sql.raw(columns)} from ${recordset(table.key, records as AnyRow[])}
    cross join lateral (
      select * from ${sql.raw(quoted(table.name))} as stored where ${sql.raw(sameKey(table))} offset 0) as found`.execute(
    transaction,
  );
  return rows;
}

/**
 * Writes what a batch made of a table: a statement for the rows that stand, for those that are new, and for those that are gone. Whoever
 * writes holds the place of the follower, so nobody else makes a row meanwhile.
 */
export async function writeRows(
  writing: Writing,
  table: Table,
  { rows, changed, appended, absent = new Set() }: TableRows,
): Promise<void> {
  let stand: AnyRow[] = [];
  const gone: AnyRow[] = [];
  const fresh = [...appended];
  for (const key of changed) {
    const row = rows.get(key);
    if (row) (absent.has(key) ? fresh : stand).push(row);
    else if (!absent.has(key)) gone.push(keyOfText(table, key));
  }
  if (gone.length > 0) await deleteRows(writing.transaction, table, gone);
  if (stand.length >= COPY_FROM) {
    // To look for so many costs less than to bring each in as one that may stand there already.
    const there = await keysThere(writing.transaction, table, stand);
    const isThere = (row: AnyRow) => there.has(keyText(table, row));
    fresh.push(...stand.filter((row) => !isThere(row)));
    stand = stand.filter(isThere);
  }
  if (stand.length > 0) await upsertRows(writing, table, stand);
  if (fresh.length > 0) await insertRows(writing, table, fresh);
}

/** The keys under which a row stands already, of those of these rows. */
async function keysThere(
  transaction: Transaction<object>,
  table: Table,
  rows: readonly AnyRow[],
): Promise<ReadonlySet<string>> {
  const columns = table.key.map(({ name, sqlName }) => `found."${sqlName}" as "${name}"`).join(', ');
  const { rows: found } = await sql<AnyRow>`
    select ${sql.raw(columns)} from ${recordset(table.key, rows)}
    cross join lateral (
      select ${sql.raw(names(table.key))} from ${sql.raw(quoted(table.name))} as stored
      where ${sql.raw(sameKey(table))} offset 0) as found`.execute(transaction);
  return new Set(found.map((key) => keyText(table, key)));
}

async function insertRows(
  { transaction, copy }: Writing,
  table: Table,
  rows: readonly AnyRow[],
): Promise<void> {
  if (rows.length >= COPY_FROM) return copy(`"${table.sqlName}"`, table.all, rows);
  const columns = sql.raw(names(table.all));
  await sql`
    insert into ${sql.raw(quoted(table.name))} (${columns})
    select ${columns} from ${recordset(table.all, rows)}`.execute(transaction);
}

async function upsertRows(
  { transaction, copy }: Writing,
  table: Table,
  rows: readonly AnyRow[],
): Promise<void> {
  const columns = sql.raw(names(table.all));
  const given =
    rows.length >= COPY_FROM ? await staged(transaction, copy, table, rows) : recordset(table.all, rows);
  await sql`
    insert into ${sql.raw(quoted(table.name))} (${columns}) select ${columns} from ${given}
    on conflict (${sql.raw(names(table.key))}) ${sql.raw(replacing(table))}`.execute(transaction);
}

function replacing(table: Table): string {
  const others = table.all.filter((column) => !table.key.includes(column));
  if (others.length === 0) return 'do nothing';
  return `do update set ${others.map(({ sqlName }) => `"${sqlName}" = excluded."${sqlName}"`).join(', ')}`;
}

/** The rows in a table of the session, which the end of the transaction empties. */
async function staged(
  transaction: Transaction<object>,
  copy: CopyRows,
  table: Table,
  rows: readonly AnyRow[],
): Promise<RawBuilder<unknown>> {
  const { rows: found } = await sql<{ schema: string }>`select current_schema() as schema`.execute(
    transaction,
  );
  const name = `"staging_${fingerprint([String(found[0]?.schema), table.sqlName])}"`;
  await sql`
    create temp table if not exists ${sql.raw(name)} (like ${sql.raw(quoted(table.name))}) on commit delete rows`.execute(
    transaction,
  );
  await copy(name, table.all, rows);
  return sql.raw(`${name} as given`);
}

function deleteRows(
  transaction: Transaction<object>,
  table: Table,
  keys: readonly AnyRow[],
): Promise<unknown> {
  return sql`
    delete from ${sql.raw(quoted(table.name))} as stored
    using ${recordset(table.key, keys)} where ${sql.raw(sameKey(table))}`.execute(transaction);
}

/** Rows as one parameter, whatever their columns are: PostgreSQL reads each by its type. */
function recordset(columns: readonly NamedColumn[], rows: readonly AnyRow[]) {
  const types = columns.map(columnType).join(', ');
  return sql`json_to_recordset(${recordsOf(columns, rows)}::json) as given (${sql.raw(types)})`;
}

const sameKey = ({ key }: Table) =>
  key.map(({ sqlName }) => `stored."${sqlName}" = given."${sqlName}"`).join(' and ');

const names = (columns: readonly NamedColumn[]) => columns.map(({ sqlName }) => `"${sqlName}"`).join(', ');
