import { type Transaction, sql } from 'kysely';
import type { RecordedEvent } from '#event-store';
import type { Database } from '#postgres';

/** An event that somebody had a follower pass over because it cannot be applied. */
export interface SkippedEvent {
  readonly position: bigint;
  readonly reason: string;
  readonly skippedBy: string;
  readonly skippedAt: string;
  /** When the follower passed over it; null while it has not got there. */
  readonly appliedAt: string | null;
}

/** Kept for good; a row counts until its follower is built anew, which mends what was passed over. */
export async function createSkippedEvents(transaction: Transaction<object>): Promise<void> {
  await sql`
    create table if not exists lindung.skipped_events (
      projection text not null,
      position bigint not null,
      reason text not null,
      skipped_by text not null,
      skipped_at timestamptz not null default now(),
      applied_at timestamptz,
      event_id uuid,
      stream text,
      revision bigint,
      type text,
      mended_at timestamptz
    )`.execute(transaction);
  await sql`
    create unique index if not exists skipped_events_open on lindung.skipped_events (projection, position)
    where mended_at is null`.execute(transaction);
}

/** What a follower is to pass over, and what it has passed over since it was built. The tables must exist. */
export async function skippedEvents(database: Database, schema: string): Promise<SkippedEvent[]> {
  const { rows } = await sql<SkippedRow>`
    select position::text, reason, skipped_by, skipped_at, applied_at from lindung.skipped_events
    where projection = ${schema} and mended_at is null order by skipped_events.position`.execute(
    database.kysely,
  );
  return rows.map((row) => ({
    position: BigInt(row.position),
    reason: row.reason,
    skippedBy: row.skipped_by,
    skippedAt: row.skipped_at,
    appliedAt: row.applied_at,
  }));
}

interface SkippedRow {
  readonly position: string;
  readonly reason: string;
  readonly skipped_by: string;
  readonly skipped_at: string;
  readonly applied_at: string | null;
}

/** Records that an event is to be passed over. False when that is on record already. */
export async function recordSkip(
  database: Database,
  schema: string,
  { position, reason, skippedBy }: Pick<SkippedEvent, 'position' | 'reason' | 'skippedBy'>,
): Promise<boolean> {
  const { rows } = await sql`
    insert into lindung.skipped_events (projection, position, reason, skipped_by)
    values (${schema}, ${String(position)}::bigint, ${reason}, ${skippedBy})
    on conflict do nothing returning position`.execute(database.kysely);
  return rows.length > 0;
}

/** The follower has got there: which event it was, without what it says. */
export async function noteSkipped(
  transaction: Transaction<object>,
  schema: string,
  events: readonly RecordedEvent[],
): Promise<void> {
  for (const { position, id, streamId, revision, type } of events) {
    await sql`
      update lindung.skipped_events
      set applied_at = now(), event_id = ${id}::uuid, stream = ${streamId}, revision = ${String(revision)}::bigint,
          type = ${type}
      where projection = ${schema} and position = ${String(position)}::bigint and mended_at is null`.execute(
      transaction,
    );
  }
}

/** A follower that begins anew passes over nothing: whatever stood in its way is to be mended by then. */
export async function noteMended(transaction: Transaction<object>, schema: string): Promise<void> {
  await sql`
    update lindung.skipped_events set mended_at = now()
    where projection = ${schema} and mended_at is null`.execute(transaction);
}

/** Where a follower fails, for whoever decides to pass over it. It holds for as long as the follower has not got past it. */
export async function noteFailing(database: Database, schema: string, position: bigint): Promise<void> {
  await sql`
    update lindung.projections set failing_position = ${String(position)}::bigint
    where projection = ${schema}`.execute(database.kysely);
}
