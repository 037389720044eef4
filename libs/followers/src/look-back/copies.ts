import { type Transaction, sql } from 'kysely';
import type { LocalDate } from '#kernel';
import { type Database, type Kysely, type Table, createSchema } from '#postgres';
import { type ReadModel, type RowsOf, schemaOf } from '../read-model/read-model.js';
import type { AsOf } from './fold-as-of.js';

/** The schema of all copies: whoever answers queries keeps it, and nothing of it is personal. */
export const COPIES_SCHEMA = 'look_back';

/** A past of which a whole copy is kept: what lists are asked of. */
export interface CopiedPast extends AsOf {
  /** Of the event at the position. A log that was restored passes it again with another one: then that is another past. */
  readonly eventId: string;
}

/** A copy of a read model as it was. */
export interface KeptCopy extends AsOf {
  /** Of the event at its position; null where an earlier release began it. */
  readonly eventId: string | null;
  readonly id: number;
  /** Such as `claim_v7`. */
  readonly readModel: string;
  /** How far it is in the log; null before its first event. */
  readonly at: bigint | null;
  /** When somebody last asked it, or it last grew. */
  readonly usedAt: string;
}

/** Makes the list of copies where it is missing. */
export async function createList(transaction: Transaction<object>): Promise<void> {
  await createSchema(transaction, COPIES_SCHEMA);
  await sql`
    create table if not exists ${sql.id(COPIES_SCHEMA, 'copies')} (
      id serial primary key,
      read_model text not null,
      position bigint not null,
      effective_on text not null default '',
      at bigint,
      used_at timestamptz not null default now(),
      unique (read_model, position, effective_on)
    )`.execute(transaction);
  // Asked first: to alter a table waits for whoever reads it.
  const { rows } = await sql`
    select from pg_attribute where attrelid = ${`${COPIES_SCHEMA}.copies`}::regclass and attname = 'event_id'`.execute(
    transaction,
  );
  if (rows.length === 0)
    await sql`alter table ${LIST} add column if not exists event_id uuid`.execute(transaction);
}

/** A line of the list of copies. */
export interface CopyRow {
  readonly id: number;
  readonly read_model: string;
  readonly position: string;
  readonly effective_on: string;
  readonly event_id: string | null;
  readonly at: string | null;
  readonly used_at: string;
}

/** A line of the list as it is told of. */
export function toCopy(row: CopyRow): KeptCopy {
  const { id, read_model: readModel, position, effective_on: day, at } = row;
  return {
    id,
    readModel,
    position: BigInt(position),
    eventId: row.event_id,
    ...(day !== '' && { effectiveOn: day as LocalDate }),
    at: at === null ? null : BigInt(at),
    usedAt: row.used_at,
  };
}

/** What is read of the list, and the list. */
export const COLUMNS = sql.raw('id, read_model, position::text, event_id, effective_on, at::text, used_at');
export const LIST = sql.table(`${COPIES_SCHEMA}.copies`);

/** The copies that are kept, the last used first. */
export function keptCopies(database: Database): Promise<KeptCopy[]> {
  return database.kysely.transaction().execute(async (transaction) => {
    await createList(transaction);
    const { rows } =
      await sql<CopyRow>`select ${COLUMNS} from ${LIST} order by used_at desc, id desc`.execute(transaction);
    return rows.map(toCopy);
  });
}

/** A copy that is there as a whole, and is noted to have been asked; undefined where it is not. */
export async function builtCopy(
  database: Database,
  model: ReadModel,
  asOf: CopiedPast,
): Promise<KeptCopy | undefined> {
  const copy = (await keptCopies(database)).find((one) => isOf(one, model, asOf));
  if (copy?.at !== asOf.position || copy.eventId !== asOf.eventId) return undefined;
  await sql`update ${LIST} set used_at = now()
    where id = ${copy.id} and used_at < now() - interval '1 minute'`.execute(database.kysely);
  return copy;
}

/** Whether a copy is of a past, whatever log it was made of. */
export const isOf = (copy: KeptCopy, model: ReadModel, { position, effectiveOn }: AsOf) =>
  copy.readModel === schemaOf(model) && copy.position === position && copy.effectiveOn === effectiveOn;

/** The tables of a copy, for queries. */
export function tablesOfCopy<Tables extends ReadModel['tables']>(
  database: Database,
  { tables }: ReadModel<Tables>,
  { id }: KeptCopy,
): Kysely<RowsOf<Tables>> {
  const standing = Object.values(tables).map((table) => ({
    table,
    standsAs: `"${COPIES_SCHEMA}"."${inCopy(table, id).sqlName}"`,
  }));
  return database.given(standing) as unknown as Kysely<RowsOf<Tables>>;
}

/** A table under a name of its own among those of all copies. */
export function inCopy(table: Table, id: number): Table {
  const { name, indexes } = table;
  return {
    ...table,
    name: `c${id}${name.charAt(0).toUpperCase()}${name.slice(1)}`,
    sqlName: `c${id}_${table.sqlName}`,
    indexes: indexes.map((index) => ({ ...index, name: `c${id}_${index.name}` })),
  };
}

/** How many copies are kept, and for how long after somebody last asked one. */
export interface CopyBounds {
  readonly most: number;
  readonly hours: number;
}

/**
 * Drops what nobody has asked for long, and the longest unused of too many.
 * @param room for so many more
 */
export async function dropOldCopies(
  database: Database,
  { most, hours }: CopyBounds,
  room: 0 | 1,
): Promise<void> {
  const { rows } = await sql`select where to_regclass(${`${COPIES_SCHEMA}.copies`}) is not null`.execute(
    database.kysely,
  );
  if (rows.length === 0) return;
  const since = Date.now() - hours * 3_600_000;
  const kept = await keptCopies(database);
  const old = kept.filter(({ usedAt }, place) => place >= most - room || Date.parse(usedAt) < since);
  for (const copy of old) await dropCopy(database, copy);
}

/** Drops a copy with its tables, whoever builds it. */
export async function dropCopy(database: Database, copy: KeptCopy): Promise<void> {
  await database.kysely.transaction().execute(async (transaction) => {
    // The line first, as those who build it do: otherwise one would wait for the other.
    await sql`delete from ${LIST} where id = ${copy.id}`.execute(transaction);
    // Of an earlier release it may have other tables: by their names they are found all the same.
    const { rows } = await sql<{ name: string }>`
      select relname as name from pg_class
      where relnamespace = to_regnamespace(${COPIES_SCHEMA}) and relkind = 'r'
        and starts_with(relname, ${`c${copy.id}_`})`.execute(transaction);
    for (const { name } of rows) await sql`drop table ${sql.id(COPIES_SCHEMA, name)}`.execute(transaction);
  });
}
