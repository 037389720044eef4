import { type Transaction, sql } from 'kysely';
import type { RecordedEvent } from '#event-store';
import type { DomainEvent } from '#kernel';
import { toPosition } from './bookkeeping.js';
import type { Database } from '#postgres';
import { type Handler, type Projection, categoryOf, schemaOf } from './projection.js';
import { HandlerFailed, ProjectionFenced, RevisionGap, UndeclaredCategory } from './projection-errors.js';
import { inSchema } from './projection-tables.js';

/** What became of a batch. */
export interface BatchApplied {
  /** Log position of the last event seen so far. */
  readonly checkpoint: bigint | null;
  /** Events that a handler was called for. */
  readonly handled: number;
  /** Events that had been applied before and changed nothing. */
  readonly duplicates: number;
}

/**
 * Applies events in log order: rows, per-stream revisions and checkpoint in one transaction, or nothing.
 * The tables must exist (`prepareProjection`).
 * @param after where the caller believes the projection stands; left out, it may stand anywhere
 * @throws ProjectionFenced when it stands elsewhere: another instance has taken over
 * @throws RevisionGap when an event of a stream is missing in between
 * @throws HandlerFailed with the handler's error as cause
 */
export async function applyBatch<Event extends DomainEvent, Tables>(
  database: Database,
  projection: Projection<Event, Tables>,
  events: readonly RecordedEvent[],
  after?: bigint | null,
): Promise<BatchApplied> {
  const schema = schemaOf(projection);
  return database.kysely.transaction().execute(async (transaction) => {
    const checkpoint = await lockCheckpoint(transaction, schema);
    if (after !== undefined && after !== checkpoint) throw new ProjectionFenced(schema, after, checkpoint);

    const revisions = await storedRevisions(transaction, schema, projection.categories, events);
    const counts = await handleInOrder(projection, events, revisions, inSchema<Tables>(transaction, schema));
    await storeRevisions(transaction, schema, revisions);
    const last = events.at(-1);
    if (!last || (checkpoint !== null && last.position <= checkpoint)) return { checkpoint, ...counts };
    await moveCheckpoint(transaction, schema, last);
    return { checkpoint: last.position, ...counts };
  });
}

/** Calls the handlers; `revisions` follows what was applied. */
async function handleInOrder<Event extends DomainEvent, Tables>(
  projection: Projection<Event, Tables>,
  events: readonly RecordedEvent[],
  revisions: Map<string, bigint>,
  tables: Transaction<Tables>,
): Promise<Omit<BatchApplied, 'checkpoint'>> {
  const schema = schemaOf(projection);
  let [handled, duplicates] = [0, 0];
  for (const event of events) {
    const handler = handlerFor(projection, event);
    if (!projection.categories.includes(categoryOf(event.streamId))) {
      if (handler) throw new UndeclaredCategory(schema, event);
      continue;
    }
    const known = revisions.get(event.streamId) ?? -1n;
    if (event.revision <= known) {
      duplicates++;
      continue;
    }
    if (event.revision > known + 1n) throw new RevisionGap(schema, event, known);
    if (handler) {
      await handleOne(handler, schema, event, tables);
      handled++;
    }
    revisions.set(event.streamId, event.revision);
  }
  return { handled, duplicates };
}

function handlerFor<Event extends DomainEvent, Tables>(
  projection: Projection<Event, Tables>,
  event: RecordedEvent,
): Handler<DomainEvent, Tables> | undefined {
  const handlers = projection.on as Readonly<Record<string, Handler<DomainEvent, Tables> | undefined>>;
  return Object.hasOwn(handlers, event.type) ? handlers[event.type] : undefined;
}

async function handleOne<Tables>(
  handler: Handler<DomainEvent, Tables>,
  schema: string,
  event: RecordedEvent,
  tables: Transaction<Tables>,
): Promise<void> {
  try {
    await handler(event, tables);
  } catch (error) {
    throw new HandlerFailed(schema, event, error);
  }
}

/**
 * Where the projection stands, locked until the transaction ends.
 * A lost commit is only replayed from the log, so the transaction need not wait for the disk.
 */
async function lockCheckpoint(transaction: Transaction<object>, schema: string): Promise<bigint | null> {
  const { rows } = await sql<{ position: string | null }>`
    select position::text,
           set_config('synchronous_commit', 'off', true),
           set_config('search_path', ${`${schema}, public`}, true)
    from lindung.projections where projection = ${schema} for update`.execute(transaction);
  if (!rows[0]) throw new ProjectionFenced(schema, null, undefined);
  return toPosition(rows[0].position);
}

/** Revision of the last event applied of each of these events' streams, as far as the projection tracks them. */
async function storedRevisions(
  transaction: Transaction<object>,
  schema: string,
  categories: readonly string[],
  events: readonly RecordedEvent[],
): Promise<Map<string, bigint>> {
  const tracked = events.filter(({ streamId }) => categories.includes(categoryOf(streamId)));
  if (tracked.length === 0) return new Map();
  const streams = [...new Set(tracked.map(({ streamId }) => streamId))];
  const { rows } = await sql<{ stream: string; revision: string }>`
    select stream, revision::text from lindung.projection_streams
    where projection = ${schema} and stream = any(${streams}::text[])`.execute(transaction);
  return new Map(rows.map(({ stream, revision }) => [stream, BigInt(revision)]));
}

async function storeRevisions(
  transaction: Transaction<object>,
  schema: string,
  revisions: ReadonlyMap<string, bigint>,
): Promise<void> {
  if (revisions.size === 0) return;
  const [streams, values] = [[...revisions.keys()], [...revisions.values()].map(String)];
  await sql`
    insert into lindung.projection_streams as stored (projection, stream, revision)
    select ${schema}, stream, revision
    from unnest(${streams}::text[], ${values}::bigint[]) as applied (stream, revision)
    on conflict (projection, stream) do update set revision = excluded.revision
    where stored.revision < excluded.revision`.execute(transaction);
}

async function moveCheckpoint(
  transaction: Transaction<object>,
  schema: string,
  last: RecordedEvent,
): Promise<void> {
  await sql`
    update lindung.projections
    set position = ${last.position.toString()}::bigint, last_event_at = ${last.recordedAt}, updated_at = now()
    where projection = ${schema}`.execute(transaction);
}
