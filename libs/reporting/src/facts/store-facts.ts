import { type RawBuilder, type Row, type Table, type Transaction, columnType, sql } from '#postgres';
import {
  deaths,
  districtCorrections,
  memberships,
  payments,
  people,
  registrations,
  reversals,
} from './fact-tables.js';
import { type PersonFacts, foldPerson } from './fold-person.js';
import type { FactRow } from './reader.js';

type Writing = Transaction<object>;

/** Writes facts, a statement a table; one that is there already stays as it is. */
export async function storeFacts(transaction: Writing, facts: readonly FactRow[]): Promise<void> {
  const byTable = new Map<Table, FactRow['row'][]>();
  for (const { table, row } of facts) pushTo(byTable, table, row);
  for (const [table, rows] of byTable) await insertRows(transaction, table, rows);
}

/** Writes rows of a table; one whose key is there already stays as it is. */
export async function insertRows(
  transaction: Writing,
  table: Table,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  if (rows.length === 0) return;
  const names = sql.raw(table.all.map(({ sqlName }) => `"${sqlName}"`).join(', '));
  const typed = sql.raw(table.all.map(columnType).join(', '));
  const given = rows.map((row) =>
    Object.fromEntries(table.all.map(({ name, sqlName }) => [sqlName, row[name] ?? null])),
  );
  await sql`
    insert into ${sql.id(table.sqlName)} (${names})
    select ${names} from json_to_recordset(${JSON.stringify(given)}::json) as given (${typed})
    on conflict do nothing`.execute(transaction);
}

/** Folds again what follows from the facts about some people. Whoever takes in facts holds the place, and so is alone. */
export async function foldAgain(transaction: Writing, about: readonly string[]): Promise<void> {
  const ids = [...new Set(about)].sort();
  if (ids.length === 0) return;
  const folded = (await factsAbout(transaction, ids)).map(foldPerson);
  await sql`delete from memberships where participant_id = any(${ids}::uuid[])`.execute(transaction);
  await sql`delete from people where participant_id = any(${ids}::uuid[])`.execute(transaction);
  await insertRows(
    transaction,
    people,
    folded.map(({ person }) => person),
  );
  await insertRows(
    transaction,
    memberships,
    folded.flatMap((one) => one.memberships),
  );
}

async function factsAbout(transaction: Writing, ids: readonly string[]): Promise<PersonFacts[]> {
  const [registered, corrected, died, paid, reversed] = [
    await factsIn(transaction, registrations, ids),
    await factsIn(transaction, districtCorrections, ids),
    await factsIn(transaction, deaths, ids),
    await factsIn(transaction, payments, ids),
    await factsIn(transaction, reversals, ids),
  ];
  return ids.map((participantId) => ({
    participantId,
    registrations: registered.get(participantId) ?? [],
    districtCorrections: corrected.get(participantId) ?? [],
    deaths: died.get(participantId) ?? [],
    payments: paid.get(participantId) ?? [],
    reversals: reversed.get(participantId) ?? [],
  }));
}

/** By participant, each list in the order of the log. */
async function factsIn<Of extends Table>(
  transaction: Writing,
  table: Of,
  ids: readonly string[],
): Promise<Map<string, Row<Of>[]>> {
  const rows = await rowsOf(
    transaction,
    table,
    sql`where participant_id = any(${ids}::uuid[]) order by log_position, event_id`,
  );
  const byParticipant = new Map<string, Row<Of>[]>();
  for (const row of rows) {
    const { participantId } = row as unknown as { readonly participantId: string };
    pushTo(byParticipant, participantId, row);
  }
  return byParticipant;
}

/** The rows of a table, by the names of TypeScript. */
export async function rowsOf<Of extends Table>(
  transaction: Writing,
  table: Of,
  which: RawBuilder<unknown>,
): Promise<readonly Row<Of>[]> {
  const columns = sql.raw(table.all.map(({ name, sqlName }) => `"${sqlName}" as "${name}"`).join(', '));
  const { rows } = await sql<Row<Of>>`select ${columns} from ${sql.id(table.sqlName)} ${which}`.execute(
    transaction,
  );
  return rows;
}

function pushTo<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const known = lists.get(key);
  if (known) known.push(value);
  else lists.set(key, [value]);
}
