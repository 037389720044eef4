import { type Transaction, sql } from 'kysely';
import type { RecordedEvent } from '#event-store';
import type { Database } from '#postgres';
import { toPosition } from './bookkeeping.js';
import { type AnyReadModel, projecting } from './projecting.js';
import { ProjectionFenced, RevisionGap } from './projection-errors.js';
import { categoryOf } from './read-model/category.js';
import { schemaOf } from './read-model/read-model.js';

/** What became of a batch. */
export interface BatchApplied {
  /** Log position of the last event seen so far. */
  readonly checkpoint: bigint | null;
  /** Events that meant something. */
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
 * @throws HandlerFailed with what was thrown about an event as cause
 */
export async function applyBatch(
  database: Database,
  model: AnyReadModel,
  events: readonly RecordedEvent[],
  after?: bigint | null,
): Promise<BatchApplied> {
  const projection = projecting(model);
  const schema = schemaOf(projection);
  const tracked = events.filter(({ streamId }) => projection.categories.includes(categoryOf(streamId)));
  return database.kysely.transaction().execute(async (transaction) => {
    const checkpoint = await lockCheckpoint(transaction, schema);
    if (after !== undefined && after !== checkpoint) throw new ProjectionFenced(schema, after, checkpoint);

    projection.check?.(events);
    const revisions = await storedRevisions(transaction, schema, tracked);
    const fresh = notAppliedYet(schema, tracked, revisions);
    const handled = fresh.length > 0 ? await projection.project(transaction, fresh) : 0;
    await storeRevisions(transaction, schema, revisions);
    const counts = { handled, duplicates: tracked.length - fresh.length };
    const last = events.at(-1);
    if (!last || (checkpoint !== null && last.position <= checkpoint)) return { checkpoint, ...counts };
    await moveCheckpoint(transaction, schema, last);
    return { checkpoint: last.position, ...counts };
  });
}

/** The events behind those that were applied; `revisions` follows them. @throws RevisionGap */
function notAppliedYet(
  schema: string,
  tracked: readonly RecordedEvent[],
  revisions: Map<string, bigint>,
): RecordedEvent[] {
  return tracked.filter((event) => {
    const known = revisions.get(event.streamId) ?? -1n;
    if (event.revision <= known) return false;
    if (event.revision > known + 1n) throw new RevisionGap(schema, event, known);
    revisions.set(event.streamId, event.revision);
    return true;
  });
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
  tracked: readonly RecordedEvent[],
): Promise<Map<string, bigint>> {
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
