import { sql } from 'kysely';
import type { Database } from '#postgres';
import { createBookkeeping, toPosition } from './bookkeeping.js';
import { type SkippedEvent, skippedEvents } from './skipped-events.js';

/** A follower as its place in the log tells of it, whatever program runs it. */
export interface ListedFollower {
  /** Schema of its tables, such as `claim_v4`. */
  readonly follower: string;
  readonly position: bigint | null;
  readonly lastEventAt: string | null;
  /** The event that it cannot apply; null when it goes on. */
  readonly failingAt: bigint | null;
  readonly skipped: readonly SkippedEvent[];
}

/** Everybody who follows the log, by name. */
export async function listFollowers(database: Database): Promise<ListedFollower[]> {
  await database.kysely.transaction().execute((transaction) => createBookkeeping(transaction));
  const { rows } = await sql<ListedRow>`
    select projection, position::text, last_event_at,
           case when position is null or failing_position > position then failing_position::text end as failing_at
    from lindung.projections order by projection`.execute(database.kysely);
  return Promise.all(
    rows.map(async (row) => ({
      follower: row.projection,
      position: toPosition(row.position),
      lastEventAt: row.last_event_at,
      failingAt: toPosition(row.failing_at),
      skipped: await skippedEvents(database, row.projection),
    })),
  );
}

/**
 * Where each of those stands who have begun; null before the first event. For whoever asks often: nothing is prepared, and nobody
 * is asked what was passed over.
 */
export async function followerPositions(database: Database): Promise<ReadonlyMap<string, bigint | null>> {
  const { rows } = await sql<{ projection: string; position: string | null }>`
    select projection, position::text from lindung.projections`.execute(database.kysely);
  return new Map(rows.map(({ projection, position }) => [projection, toPosition(position)]));
}

/**
 * Where whoever is furthest stands; null before the first event. Even those who have nothing to do move with the log.
 * Whoever may read read models may ask this.
 */
export async function furthestPosition(database: Database): Promise<bigint | null> {
  const { rows } = await sql<{ furthest: string | null }>`
    select max(position)::text as furthest from lindung.projections`.execute(database.kysely);
  return toPosition(rows[0]?.furthest ?? null);
}

interface ListedRow {
  readonly projection: string;
  readonly position: string | null;
  readonly last_event_at: string | null;
  readonly failing_at: string | null;
}
