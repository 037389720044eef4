import { COPY_FROM, type Writing } from '#followers';
import { type RawBuilder, type Row, type Table, type Transaction, columnType, keyText, sql } from '#postgres';
import type { FactRow } from './reader.js';
import type { TOLD } from './told.js';

type Rows = readonly Readonly<Record<string, unknown>>[];

const namesOf = (columns: Table['all'], of = '') =>
  sql.raw(columns.map(({ sqlName }) => `${of}"${sqlName}"`).join(', '));

/** Writes rows of a table; one whose key is there already stays as it is. */
export const insertRows = (transaction: Transaction<object>, table: Table, rows: Rows): Promise<void> =>
  writeRows(transaction, table, rows, sql`do nothing`);

/** Writes rows that are not there yet; of two with one key the first. */
export async function bringIn({ transaction, copy }: Writing, table: Table, rows: Rows): Promise<void> {
  if (rows.length < COPY_FROM) return insertRows(transaction, table, rows);
  const first = new Map<string, Rows[number]>();
  for (const row of rows) {
    const key = keyText(table, row);
    if (!first.has(key)) first.set(key, row);
  }
  await copy(`"${table.sqlName}"`, table.all, [...first.values()]);
}

/** Writes rows of a table; one whose key is there already becomes as it is given, and is not written where it is so. */
export const putRows = (transaction: Transaction<object>, table: Table, rows: Rows): Promise<void> =>
  writeRows(
    transaction,
    table,
    rows,
    sql`(${namesOf(table.key)}) do update set (${namesOf(table.all)}) = row(${namesOf(table.all, 'excluded.')})
      where ${sql.id(table.sqlName)} is distinct from excluded`,
  );

async function writeRows(
  transaction: Transaction<object>,
  table: Table,
  rows: Rows,
  onConflict: RawBuilder<unknown>,
): Promise<void> {
  if (rows.length === 0) return;
  const names = namesOf(table.all);
  const typed = sql.raw(table.all.map(columnType).join(', '));
  const given = rows.map((row) =>
    Object.fromEntries(table.all.map(({ name, sqlName }) => [sqlName, row[name] ?? null])),
  );
  await sql`
    insert into ${sql.id(table.sqlName)} (${names})
    select ${names} from json_to_recordset(${JSON.stringify(given)}::json) as given (${typed})
    on conflict ${onConflict}`.execute(transaction);
}

/** The rows of a table, by the names of TypeScript. */
export async function rowsOf<Of extends Table>(
  transaction: Transaction<object>,
  table: Of,
  which: RawBuilder<unknown>,
): Promise<readonly Row<Of>[]> {
  const columns = sql.raw(table.all.map(({ name, sqlName }) => `"${sqlName}" as "${name}"`).join(', '));
  const { rows } = await sql<Row<Of>>`select ${columns} from ${sql.id(table.sqlName)} ${which}`.execute(
    transaction,
  );
  return rows;
}

/** Looks facts up: rows in lists by what they are about, each list in the order of the log. */
export type FactsBy = <Of extends Table>(
  table: Of,
  column: keyof Row<Of> & string,
  ids: readonly string[],
) => Promise<ReadonlyMap<string, readonly Row<Of>[]>>;

/** What a transaction finds of them. */
export const factsIn =
  (transaction: Transaction<object>): FactsBy =>
  async <Of extends Table>(table: Of, column: keyof Row<Of> & string, ids: readonly string[]) => {
    const lists = new Map<string, Row<Of>[]>();
    if (ids.length === 0) return lists;
    const { sqlName } = table.all.find(({ name }) => name === column)!;
    const which = sql`where ${sql.id(sqlName)} = any(${ids}::uuid[]) order by log_position, event_id`;
    for (const row of await rowsOf(transaction, table, which)) pushTo(lists, String(row[column]), row);
    return lists;
  };

/** The same of what events have just said. */
export const factsAmong =
  (facts: readonly FactRow[]): FactsBy =>
  <Of extends Table>(table: Of, column: keyof Row<Of> & string, ids: readonly string[]) => {
    const wanted = new Set(ids);
    const lists = new Map<string, Row<Of>[]>();
    for (const { row } of facts.filter((one) => one.table === table)) {
      const id = String(row[column]);
      const whole = () => Object.fromEntries(table.all.map(({ name }) => [name, row[name] ?? null]));
      if (wanted.has(id)) pushTo(lists, id, whole() as Row<Of>);
    }
    for (const rows of lists.values()) if (rows.length > 1) rows.sort(inOrderOfLog);
    return Promise.resolve(lists);
  };

function inOrderOfLog(one: object, other: object): number {
  const [first, second] = [one, other] as readonly Row<Table<typeof TOLD>>[];
  const between = BigInt(first!.logPosition) - BigInt(second!.logPosition);
  if (between !== 0n) return between < 0n ? -1 : 1;
  return first!.eventId < second!.eventId ? -1 : 1;
}

/** Adds a value to the list of a key. */
export function pushTo<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const known = lists.get(key);
  if (known) known.push(value);
  else lists.set(key, [value]);
}
