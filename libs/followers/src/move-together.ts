import { setImmediate as nextTurn } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Instant } from '#kernel';
import type { Database } from '#postgres';
import { NOTIFY_MOVED, readCheckpoint } from './bookkeeping.js';
import { FollowerFenced } from './follower-errors.js';

/** A follower that has nothing to write about what it saw: only its place in the log moves. */
interface Move {
  readonly schema: string;
  readonly from: bigint | null;
  readonly to: bigint;
  /** Id of the event that stands there. */
  readonly eventId: string | undefined;
  readonly recordedAt: Instant | undefined;
}

interface Waiting extends Move {
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Moves the places of followers in one statement: of all that ask in the same turn, or while the statement before is under
 * way. One that does not stand where it believes to is fenced, and the others move.
 * @throws FollowerFenced
 */
export function movingTogether(database: Database): (move: Move) => Promise<void> {
  let waiting: Waiting[] = [];
  let working = false;

  async function work(): Promise<void> {
    while (waiting.length > 0) {
      await nextTurn();
      const moves = waiting;
      waiting = [];
      try {
        const moved = await moveAll(database, moves);
        for (const { schema, from, resolve, reject } of moves) {
          if (moved.has(schema)) resolve();
          else reject(new FollowerFenced(schema, from, await standsAt(database, schema)));
        }
      } catch (error) {
        for (const { reject } of moves) reject(error);
      }
    }
    working = false;
  }

  return (move) =>
    new Promise((resolve, reject) => {
      waiting.push({ ...move, resolve, reject });
      if (working) return;
      working = true;
      void work();
    });
}

/** Like every checkpoint this one need not wait for the disk: a lost one is found again from the log. */
async function moveAll(database: Database, moves: readonly Move[]): Promise<Set<string>> {
  const column = <Value>(value: (move: Move) => Value) => moves.map(value);
  const { rows } = await sql<{ projection: string }>`
    with moved as (
      update lindung.projections as stored
      set position = asked.target, event_id = asked.event_id, event_position = asked.target,
          last_event_at = coalesce(asked.recorded_at, stored.last_event_at), updated_at = now()
      from unnest(${column(({ schema }) => schema)}::text[], ${column(({ from }) => from?.toString() ?? null)}::bigint[],
                  ${column(({ to }) => String(to))}::bigint[], ${column(({ eventId }) => eventId ?? null)}::uuid[],
                  ${column(({ recordedAt }) => recordedAt ?? null)}::timestamptz[])
        as asked (projection, origin, target, event_id, recorded_at),
        (select set_config('synchronous_commit', 'off', true)) as quick
      where stored.projection = asked.projection and stored.position is not distinct from asked.origin
      returning stored.projection, stored.position)
    select projection, ${NOTIFY_MOVED} from moved`.execute(database.kysely);
  return new Set(rows.map(({ projection }) => projection));
}

async function standsAt(database: Database, schema: string): Promise<bigint | null | undefined> {
  return (await readCheckpoint(database.kysely, schema))?.position;
}
