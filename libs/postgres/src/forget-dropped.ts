import { sql } from 'kysely';
import type { Database } from './database.js';

/** Sixteen gigabytes of write-ahead log: more than any server here keeps to use again. */
const MOST_SEGMENTS = 1_000;

/**
 * Takes out of the files of PostgreSQL what was in tables that are dropped by now: a checkpoint lets go of their files, what the
 * planner noted of their values is written anew without them, and write-ahead log that is not needed any more is removed
 * instead of being used again. What had been put aside for that before, or is while the server has not heard of it yet, is
 * written over. Replicas, archives and backups remember all the same.
 * @throws when the role of `database` is no superuser, or others write so much that there is always old log left
 */
export async function forgetDropped(database: Database): Promise<void> {
  const run = (statement: string) => sql.raw(statement).execute(database.kysely);
  await run('vacuum full pg_catalog.pg_statistic');
  await run('alter system set wal_recycle = off');
  await run('select pg_reload_conf()');
  try {
    // What is in the segment of now is needed until a checkpoint has begun in a later one; and one that had been put aside holds
    // what once stood in it while it is the segment of now, too. So twice in a row nothing may be put aside.
    for (let [times, clean] = [0, 0]; clean < 2; times++) {
      if (times > MOST_SEGMENTS) throw new Error('Old write-ahead log is still there: stop whoever writes');
      await run('select pg_switch_wal()');
      await run('checkpoint');
      clean = (await segmentsPutAside(database)) > 0 ? 0 : clean + 1;
    }
  } finally {
    await run('alter system reset wal_recycle');
    await run('select pg_reload_conf()');
  }
}

/** Segments of write-ahead log that hold what once stood in them until they are used again: those after the present one. */
async function segmentsPutAside({ kysely }: Database): Promise<number> {
  const { rows } = await sql<{ segments: number }>`
    select count(*)::int as segments from pg_ls_waldir()
    where name ~ '^[0-9A-F]{24}$' and name > pg_walfile_name(pg_current_wal_insert_lsn())`.execute(kysely);
  return rows[0]?.segments ?? 0;
}
