import { type Kysely, type Transaction, sql } from 'kysely';
import { createSchema, errorCode } from '#postgres';

const UNDEFINED_TABLE = '42P01';

/** Makes the bookkeeping tables where they are missing. Safe when many processes start at once. */
export async function createBookkeeping(transaction: Transaction<object>): Promise<void> {
  await createSchema(transaction, 'lindung');
  await sql`
    create table if not exists lindung.projections (
      projection text primary key,
      position bigint,
      last_event_at timestamptz,
      shape text not null,
      updated_at timestamptz not null default now()
    )`.execute(transaction);
  await sql`
    create table if not exists lindung.projection_streams (
      projection text not null,
      stream text not null,
      revision bigint not null,
      primary key (projection, stream)
    )`.execute(transaction);
}

/** Where a follower stands. */
export interface Checkpoint {
  /** Log position of the last event seen; null before the first one. */
  readonly position: bigint | null;
  /** When the log recorded that event, UTC. */
  readonly lastEventAt: string | null;
  /** Fingerprint of the statements that made the tables. */
  readonly shape: string;
}

/** Where a follower stands; undefined when its tables were never made (or dropped). */
export async function readCheckpoint(
  kysely: Kysely<object>,
  schema: string,
): Promise<Checkpoint | undefined> {
  try {
    const { rows } = await sql<{ position: string | null; last_event_at: string | null; shape: string }>`
      select position::text, last_event_at, shape from lindung.projections where projection = ${schema}`.execute(
      kysely,
    );
    const row = rows[0];
    return row && { position: toPosition(row.position), lastEventAt: row.last_event_at, shape: row.shape };
  } catch (error) {
    if (errorCode(error) === UNDEFINED_TABLE) return undefined;
    throw error;
  }
}

/** A place in the log as PostgreSQL tells it: a number that may be past 2^53. */
export function toPosition(text: string | null): bigint | null {
  return text === null ? null : BigInt(text);
}

/** The channel on which every move of a checkpoint is told, once it is committed: `claim_v4 1234`. */
export const MOVES = 'lindung_checkpoints';

/** In a query over `moved (projection, position)`. */
export const NOTIFY_MOVED = sql`pg_notify(${sql.lit(MOVES)}, projection || ' ' || position)`;
