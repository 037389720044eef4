import { type Transaction, sql } from 'kysely';
import { type EventStore, type RecordedEvent, followTo } from '#event-store';
import type { LocalDate } from '#kernel';
import { type Database, type Kysely, type Table, createSchema, createStatements } from '#postgres';
import { HandlerFailed } from '../follower-errors.js';
import { foldBatch } from '../follower.js';
import { type ReadModel, type RowsOf, schemaOf } from '../read-model/read-model.js';
import { type Writing, loadRows, writeRows } from '../read-model/stored-rows.js';
import { foldAlone } from './fold-alone.js';
import { type AsOf, countsOn } from './fold-as-of.js';

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
async function createList(transaction: Transaction<object>): Promise<void> {
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

interface CopyRow {
  readonly id: number;
  readonly read_model: string;
  readonly position: string;
  readonly effective_on: string;
  readonly event_id: string | null;
  readonly at: string | null;
  readonly used_at: string;
}

function toCopy(row: CopyRow): KeptCopy {
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

const COLUMNS = sql.raw('id, read_model, position::text, event_id, effective_on, at::text, used_at');
const LIST = sql.table(`${COPIES_SCHEMA}.copies`);

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

const isOf = (copy: KeptCopy, model: ReadModel, { position, effectiveOn }: AsOf) =>
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
function inCopy(table: Table, id: number): Table {
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

async function dropCopy(database: Database, copy: KeptCopy): Promise<void> {
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

interface Building {
  readonly database: Database;
  readonly log: Pick<EventStore, 'follow'>;
  /** Told where it goes on with one that was begun, and after each batch: how far it is. */
  readonly onProgress?: (position: bigint) => void;
  /** What was done by then is kept. */
  readonly until?: AbortSignal;
}

const LARGEST_BATCH = 2_048;

/**
 * Builds a copy, or goes on with one that was begun. It ends without a copy where another process builds the same one, or has dropped it:
 * whoever waits for it asks again.
 */
export async function buildCopy(
  { database, log, onProgress, until }: Building,
  model: ReadModel,
  asOf: CopiedPast,
): Promise<void> {
  await dropLostCopy(database, model, asOf);
  const copy = await begunCopy(database, model, asOf);
  if (copy.at !== null) onProgress?.(copy.at);
  let from = copy.at;
  const following = { categories: new Set(model.categories), largest: LARGEST_BATCH };
  for await (const { events, unreadable = [], position } of followTo(
    log,
    copy.at,
    asOf.position,
    following,
  )) {
    until?.throwIfAborted();
    if (unreadable[0]) throw unreadable[0];
    const at = position < asOf.position ? position : asOf.position;
    if (!(await grow(database, model, copy, events, { from, at }))) return;
    from = at;
    onProgress?.(at);
  }
}

/** What was copied, or begun, of a log that is not the one that there is: its events at this position were others. */
async function dropLostCopy(database: Database, model: ReadModel, asOf: CopiedPast): Promise<void> {
  const copy = (await keptCopies(database)).find((one) => isOf(one, model, asOf));
  if (copy && copy.eventId !== asOf.eventId) await dropCopy(database, copy);
}

/** The copy in the list, with its tables, empty where it is new. */
function begunCopy(database: Database, model: ReadModel, asOf: CopiedPast): Promise<KeptCopy> {
  const { position, eventId, effectiveOn = '' } = asOf;
  return database.kysely.transaction().execute(async (transaction) => {
    await createList(transaction);
    const { rows: begun } = await sql<CopyRow>`
      insert into ${LIST} (read_model, position, event_id, effective_on)
      values (${schemaOf(model)}, ${String(position)}::bigint, ${eventId}::uuid, ${effectiveOn})
      on conflict do nothing returning ${COLUMNS}`.execute(transaction);
    const [fresh] = begun;
    if (fresh) {
      await find(transaction);
      for (const table of Object.values(model.tables)) {
        for (const statement of createStatements(inCopy(table, fresh.id)))
          await sql.raw(statement).execute(transaction);
      }
      return toCopy(fresh);
    }
    const { rows } = await sql<CopyRow>`
      select ${COLUMNS} from ${LIST}
      where read_model = ${schemaOf(model)} and position = ${String(position)}::bigint
        and effective_on = ${effectiveOn}`.execute(transaction);
    return toCopy(rows[0] as CopyRow);
  });
}

const find = (transaction: Transaction<object>) =>
  sql`select set_config('search_path', ${`${COPIES_SCHEMA}, public`}, true),
    set_config('synchronous_commit', 'off', true), set_config('enable_seqscan', 'off', true)`.execute(
    transaction,
  );

/** The next events of a copy that stands where it is thought to; false where it does not, or is not there any more. */
function grow(
  database: Database,
  model: ReadModel,
  { id, effectiveOn }: KeptCopy,
  events: readonly RecordedEvent[],
  place: { readonly from: bigint | null; readonly at: bigint },
): Promise<boolean> {
  return database.transaction(async (transaction, copy) => {
    await find(transaction);
    // First of all: another process at the same copy waits here for the end of this batch, and then finds another place.
    if (!(await moveCopy(transaction, id, place))) return false;
    const placed = (table: Table) => inCopy(table, id);
    const writing = { transaction, copy };
    if (effectiveOn === undefined) await foldBatch(writing, model, events, { placed });
    else
      await foldThose(
        writing,
        model,
        events.filter((event) => countsOn(event, effectiveOn)),
        placed,
      );
    return true;
  });
}

async function moveCopy(
  transaction: Transaction<object>,
  id: number,
  { from, at }: { readonly from: bigint | null; readonly at: bigint },
): Promise<boolean> {
  const { rows: moved } = await sql`
    update ${LIST} set at = ${String(at)}::bigint, used_at = now()
    where id = ${id} and at is not distinct from ${from === null ? null : String(from)}::bigint
    returning id`.execute(transaction);
  return moved.length > 0;
}

/** All at once, or one event after the other where one of them rests on what takes effect later: that one means nothing then. */
async function foldThose(
  writing: Writing,
  model: ReadModel,
  events: readonly RecordedEvent[],
  placed: (table: Table) => Table,
): Promise<void> {
  try {
    await foldBatch(writing, model, events, { placed, isPartial: true });
  } catch (error) {
    if (!(error instanceof HandlerFailed)) throw error;
    await foldEach(writing, model, events, placed);
  }
}

async function foldEach(
  writing: Writing,
  model: ReadModel,
  events: readonly RecordedEvent[],
  placed: (table: Table) => Table,
): Promise<void> {
  for (const event of events) {
    const folded = await foldAlone(model, event, (table, keys) =>
      loadRows(writing.transaction, placed(table), keys),
    );
    for (const { table, into } of folded ?? []) await writeRows(writing, placed(table), into);
  }
}
