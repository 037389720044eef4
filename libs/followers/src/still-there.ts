import { CompiledQuery, type Transaction } from 'kysely';
import { errorCode } from '#postgres';
import type { ActiveLock } from './active-lock.js';
import { TablesChanged } from './follower-errors.js';
import { pause } from './pause.js';

/** Every column of every table of a follower, and whether its place in the log is there. */
const FOOTPRINT = `
  select (select count(*) from lindung.projections where projection = $1) || ' ' ||
         coalesce(string_agg(attrelid || '.' || attname || '.' || atttypid, ' ' order by attrelid, attnum), '') as footprint
  from pg_attribute join pg_class on pg_class.oid = attrelid
  where relnamespace = to_regnamespace($1) and relkind = 'r' and attnum > 0 and not attisdropped`;

const NOT_THERE = new Set(['42P01', '3F000']);

interface Footprint {
  readonly footprint: string;
}

/**
 * What PostgreSQL holds for a follower, in a form that is another one as soon as somebody drops or changes any of it: as whoever
 * makes its tables leaves it.
 */
export async function footprintIn(transaction: Transaction<object>, schema: string): Promise<string> {
  const { rows } = await transaction.executeQuery<Footprint>(CompiledQuery.raw(FOOTPRINT, [schema]));
  return rows[0]?.footprint ?? '';
}

/** The same by the session of the lock. */
async function footprintOf(lock: ActiveLock, schema: string): Promise<string> {
  try {
    const [row] = await lock.query<Footprint>(FOOTPRINT, [schema]);
    return row?.footprint ?? '';
  } catch (error) {
    if (NOT_THERE.has(errorCode(error) ?? '')) return '';
    throw error;
  }
}

/**
 * Looks again and again whether PostgreSQL answers and holds what it held, while nothing happens as well: a follower whose
 * tables were dropped must not seem to keep them. Returns when `until` aborts.
 * @param before what it held when its tables were prepared: they may be dropped before anybody looks for the first time
 * @throws TablesChanged, or what PostgreSQL says when it does not answer
 */
export async function untilChanged(
  lock: ActiveLock,
  schema: string,
  {
    before,
    everyMs,
    until,
  }: { readonly before: string; readonly everyMs: number; readonly until: AbortSignal },
): Promise<void> {
  for (;;) {
    await pause(everyMs, until);
    if (until.aborted) return;
    if ((await footprintOf(lock, schema)) !== before) throw new TablesChanged(schema);
  }
}
