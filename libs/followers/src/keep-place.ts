import { type Transaction, sql } from 'kysely';
import type { LogBatch } from '#event-store';
import type { Instant } from '#kernel';
import { NOTIFY_MOVED, toPosition } from './bookkeeping.js';
import { FollowerFenced } from './follower-errors.js';

/** Where a batch ends: of events that say it, or of a log that was searched further. */
export type Place = Partial<Pick<LogBatch, 'position' | 'eventId' | 'recordedAt'>>;

/**
 * Where the follower stands, locked until the transaction ends.
 * A lost commit is only replayed from the log, so the transaction need not wait for the disk. Rows are found by their keys: how
 * PostgreSQL finds them it decides while there are none, and would keep to reading whole tables.
 */
export async function lockPlace(transaction: Transaction<object>, schema: string): Promise<bigint | null> {
  const { rows } = await sql<{ position: string | null }>`
    select position::text,
           set_config('synchronous_commit', 'off', true), set_config('enable_seqscan', 'off', true),
           set_config('search_path', ${`${schema}, public`}, true)
    from lindung.projections where projection = ${schema} for update`.execute(transaction);
  if (!rows[0]) throw new FollowerFenced(schema, null, undefined);
  return toPosition(rows[0].position);
}

/** Moves the place, in the transaction of what led there, and tells those who wait for it once that is committed. */
export async function movePlace(
  transaction: Transaction<object>,
  schema: string,
  { position, eventId, recordedAt }: Place & { readonly position: bigint },
): Promise<void> {
  await sql`
    with moved as (
      update lindung.projections
      set position = ${position.toString()}::bigint,
          event_id = ${eventId ?? null}::uuid, event_position = ${position.toString()}::bigint,
          last_event_at = coalesce(${recordedAt ?? null}::timestamptz, last_event_at), updated_at = now()
      where projection = ${schema}
      returning projection, position)
    select ${NOTIFY_MOVED} from moved`.execute(transaction);
}

/** Notes when the newest event was recorded, of whoever hears of events in no order of the log: that is no place in it. */
export async function noteNewest(
  transaction: Transaction<object>,
  schema: string,
  recordedAt: Instant,
): Promise<void> {
  await sql`
    update lindung.projections
    set last_event_at = greatest(last_event_at, ${recordedAt}::timestamptz), updated_at = now()
    where projection = ${schema}`.execute(transaction);
}
