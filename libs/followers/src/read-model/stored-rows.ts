import { type NamedColumn, type Table, type Transaction, columnType, quoted, sql } from '#postgres';
import type { AnyRow } from './change.js';
import type { TableRows } from './fold.js';

/** The rows with these keys, in one query. The transaction's search path is the schema of the read model. */
export async function loadRows(
  transaction: Transaction<object>,
  table: Table,
  keys: readonly unknown[],
): Promise<AnyRow[]> {
  if (keys.length === 0) return [];
  const columns = table.all.map(({ name, sqlName }) => `stored."${sqlName}" as "${name}"`).join(', ');
  const [first, ...more] = table.key;
  const records = more.length === 0 ? keys.map((key) => ({ [first.name]: key })) : keys;
  const { rows } = await sql<AnyRow>`
    select ${sql.raw(columns)} from ${sql.raw(quoted(table.name))} as stored
    join ${recordset(table.key, records as AnyRow[])} using (${sql.raw(names(table.key))})`.execute(
    transaction,
  );
  return rows;
}

/** Writes what a batch made of a table: one statement for the rows that stand, one more where rows are gone. */
export async function writeRows(
  transaction: Transaction<object>,
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
  if (gone.length > 0) await deleteRows(transaction, table, gone);
  if (stand.length > 0) await upsertRows(transaction, table, stand);
  if (appended.length > 0) await insertRows(transaction, table, appended);
}

function insertRows(
  transaction: Transaction<object>,
  table: Table,
  rows: readonly AnyRow[],
): Promise<unknown> {
  return sql`
    insert into ${sql.raw(quoted(table.name))} (${sql.raw(names(table.all))})
    select ${sql.raw(names(table.all))} from ${recordset(table.all, rows)}`.execute(transaction);
}

function upsertRows(
  transaction: Transaction<object>,
  table: Table,
  rows: readonly AnyRow[],
): Promise<unknown> {
  const others = table.all.filter((column) => !table.key.includes(column));
  const action =
    others.length === 0
      ? 'do nothing'
      : `do update set ${others.map(({ sqlName }) => `"${sqlName}" = excluded."${sqlName}"`).join(', ')}`;
  return sql`
    insert into ${sql.raw(quoted(table.name))} (${sql.raw(names(table.all))})
    select ${sql.raw(names(table.all))} from ${recordset(table.all, rows)}
    on conflict (${sql.raw(names(table.key))}) ${sql.raw(action)}`.execute(transaction);
}

function deleteRows(
  transaction: Transaction<object>,
  table: Table,
  keys: readonly AnyRow[],
): Promise<unknown> {
  const same = table.key.map(({ sqlName }) => `stored."${sqlName}" = given."${sqlName}"`).join(' and ');
  return sql`
    delete from ${sql.raw(quoted(table.name))} as stored
    using ${recordset(table.key, keys)} where ${sql.raw(same)}`.execute(transaction);
}

/** Rows as one parameter, whatever their columns are: PostgreSQL reads each by its type. */
function recordset(columns: readonly NamedColumn[], rows: readonly AnyRow[]) {
  const record = rows.map((row) =>
    Object.fromEntries(columns.map(({ name, sqlName }) => [sqlName, row[name]])),
  );
  const types = columns.map(columnType).join(', ');
  return sql`json_to_recordset(${JSON.stringify(record)}::json) as given (${sql.raw(types)})`;
}

const names = (columns: readonly NamedColumn[]) => columns.map(({ sqlName }) => `"${sqlName}"`).join(', ');

/** The key that `keyText` made this text of. */
function keyOf(table: Table, text: string): AnyRow {
  const parts = table.key.length === 1 ? [text] : (JSON.parse(text) as string[]);
  return Object.fromEntries(table.key.map(({ name }, place) => [name, parts[place]]));
}
