import { type Transaction, sql } from 'kysely';
import { type EventStore, type RecordedEvent, followTo } from '#event-store';
import { type Database, type Table, createStatements } from '#postgres';
import { HandlerFailed } from '../follower-errors.js';
import { foldBatch } from '../follower.js';
import { type ReadModel, schemaOf } from '../read-model/read-model.js';
import { type Writing, loadRows, writeRows } from '../read-model/stored-rows.js';
import {
  COLUMNS,
  COPIES_SCHEMA,
  type CopiedPast,
  type CopyRow,
  type KeptCopy,
  LIST,
  createList,
  dropCopy,
  inCopy,
  isOf,
  keptCopies,
  toCopy,
} from './copies.js';
import { foldAlone } from './fold-alone.js';
import { countsOn } from './fold-as-of.js';

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
