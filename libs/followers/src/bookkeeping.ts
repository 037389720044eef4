import { type Kysely, type Transaction, sql } from 'kysely';
import { createSchema, errorCode } from '#postgres';
import { createSkippedEvents } from './skipped-events.js';

const UNDEFINED_TABLE = '42P01';

/**
 * Makes the bookkeeping tables where they are missing. Safe when many processes start at once. Where they are there it asks
 * for no right to make any: a program may have none.
 */
export async function createBookkeeping(transaction: Transaction<object>): Promise<void> {
  if (await isComplete(transaction)) return;
  await createSchema(transaction, 'lindung');
  await createTrigrams(transaction);
  await sql`
    create table if not exists lindung.projections (
      projection text primary key,
      position bigint,
      last_event_at timestamptz,
      shape text not null,
      updated_at timestamptz not null default now()
    )`.execute(transaction);
  await addMissingColumns(transaction);
  await createSkippedEvents(transaction);
}

/** Whether everything is there that this release makes: the newest column and the newest index stand for the rest. */
async function isComplete(transaction: Transaction<object>): Promise<boolean> {
  const { rows } = await sql`
    select from pg_attribute
    where attrelid = to_regclass('lindung.projections') and attname = 'event_id'
      and to_regclass('lindung.skipped_events_open') is not null
      and to_regtype('lindung.gtrgm') is not null`.execute(transaction);
  return rows.length > 0;
}

/**
 * The extension by which read models find words that resemble one another. It comes with every PostgreSQL, and whoever owns the
 * database may make it; it stands where every program may look, wherever somebody has made it before.
 */
async function createTrigrams(transaction: Transaction<object>): Promise<void> {
  await sql`create extension if not exists pg_trgm schema lindung`.execute(transaction);
  const { rows } = await sql`select to_regtype('lindung.gtrgm') as found`.execute(transaction);
  if ((rows[0] as { found: unknown }).found === null)
    await sql`alter extension pg_trgm set schema lindung`.execute(transaction);
}

/**
 * What tables of older releases lack. Such a release may run again, and then moves places without these columns: the id
 * therefore stands with the position it belongs to. Adding a column waits for everybody, so it is done only where needed.
 */
async function addMissingColumns(transaction: Transaction<object>): Promise<void> {
  const { rows } = await sql`
    select from pg_attribute
    where attrelid = 'lindung.projections'::regclass and attname = 'event_id'`.execute(transaction);
  if (rows.length > 0) return;
  await sql`alter table lindung.projections add column if not exists event_id uuid, add column if not exists event_position bigint,
      add column if not exists failing_position bigint`.execute(transaction);
}

/** Where a follower stands. */
export interface Checkpoint {
  /** Log position of the last event seen; null before the first one. */
  readonly position: bigint | null;
  /** Id of that event; null where an older release stored the place, or the log was only searched. */
  readonly eventId: string | null;
  /** When the log recorded that event, UTC. */
  readonly lastEventAt: string | null;
  /** Whether the last instance failed at an event that nobody has got past since. */
  readonly isStuck: boolean;
  /** Fingerprint of the statements that made the tables. */
  readonly shape: string;
}

/**
 * Where a follower stands; undefined when its tables were never made (or dropped). Whoever only asks may come before the
 * follower that adds missing columns: those are read as if they were empty.
 */
export async function readCheckpoint(
  kysely: Kysely<object>,
  schema: string,
): Promise<Checkpoint | undefined> {
  try {
    const { rows } = await sql<CheckpointRow>`
      select position::text, last_event_at, shape,
             case when (whole->>'event_position')::bigint = position then whole->>'event_id' end as event_id,
             coalesce((whole->>'failing_position')::bigint > coalesce(position, -1), false) as is_stuck
      from lindung.projections as stored, to_jsonb(stored) as whole
      where projection = ${schema}`.execute(kysely);
    const row = rows[0];
    if (!row) return undefined;
    const { event_id: eventId, last_event_at: lastEventAt, is_stuck: isStuck, shape } = row;
    return { position: toPosition(row.position), eventId, lastEventAt, isStuck, shape };
  } catch (error) {
    if (errorCode(error) === UNDEFINED_TABLE) return undefined;
    throw error;
  }
}

interface CheckpointRow {
  readonly position: string | null;
  readonly event_id: string | null;
  readonly last_event_at: string | null;
  readonly is_stuck: boolean;
  readonly shape: string;
}

/** A place in the log as PostgreSQL tells it: a number that may be past 2^53. */
export function toPosition(text: string | null): bigint | null {
  return text === null ? null : BigInt(text);
}

/** The channel on which every move of a checkpoint is told, once it is committed: `claim_v4 1234`. */
export const MOVES = 'lindung_checkpoints';

/** In a query over `moved (projection, position)`. */
export const NOTIFY_MOVED = sql`pg_notify(${sql.lit(MOVES)}, projection || ' ' || position)`;
