import {
  type CopyRows,
  type NamedColumn,
  type RawBuilder,
  type Table,
  type Transaction,
  columnType,
  quoted,
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

/** Writes what a batch made of a table: one statement for the rows that stand, one more where rows are gone. */
export async function writeRows(
  writing: Writing,
  table: Table,
  { rows, changed, appended }: TableRows,
): Promise<void> {
  const stand: AnyRow[] = [];
  const gone: AnyRow[] = [];
  for (const key of changed) {
    const row = rows.get(key);
    if (row) stand.push(row);
    else gone.push(keyOf(table, key));
  }
  if (gone.length > 0) await deleteRows(writing.transaction, table, gone);
  if (stand.length > 0) await upsertRows(writing, table, stand);
  if (appended.length > 0) await insertRows(writing, table, appended);
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
  const record = rows.map((row) =>
    Object.fromEntries(columns.map(({ name, sqlName }) => [sqlName, row[name]])),
  );
  const types = columns.map(columnType).join(', ');
  return sql`json_to_recordset(${JSON.stringify(record)}::json) as given (${sql.raw(types)})`;
}

const sameKey = ({ key }: Table) =>
  key.map(({ sqlName }) => `stored."${sqlName}" = given."${sqlName}"`).join(' and ');

const names = (columns: readonly NamedColumn[]) => columns.map(({ sqlName }) => `"${sqlName}"`).join(', ');

/** The key that `keyText` made this text of. */
function keyOf(table: Table, text: string): AnyRow {
  const parts = table.key.length === 1 ? [text] : (JSON.parse(text) as string[]);
  return Object.fromEntries(table.key.map(({ name }, place) => [name, parts[place]]));
}
