import { sql } from 'kysely';
import type { Database } from './database.js';

/**
 * Takes out of the files of PostgreSQL what was in tables that are dropped by now: a checkpoint lets go of their files, what the
 * planner noted of their values is written anew without them, and write-ahead log that is not needed any more is removed
 * instead of being used again. Replicas, archives and backups remember all the same.
 * @throws when the role of `database` is no superuser
 */
export async function forgetDropped(database: Database): Promise<void> {
  const run = (statement: string) => sql.raw(statement).execute(database.kysely);
  await run('vacuum full pg_catalog.pg_statistic');
  await run('alter system set wal_recycle = off');
  await run('select pg_reload_conf()');
  try {
    // What is in the segment of now is needed until a checkpoint has begun in a later one.
    for (let times = 0; times < 2; times++) {
      await run('select pg_switch_wal()');
      await run('checkpoint');
    }
  } finally {
    await run('alter system reset wal_recycle');
    await run('select pg_reload_conf()');
  }
}
