import { setImmediate as nextTurn } from 'node:timers/promises';
import { CompiledQuery, type Transaction } from 'kysely';
import { errorCode } from '#postgres';
import type { ActiveLock } from './active-lock.js';
import { TablesChanged } from './follower-errors.js';
import { pause } from './pause.js';

/** For each of some followers every column of every table, and whether its place in the log is there. */
const FOOTPRINTS = `
  select schema, (select count(*) from lindung.projections where projection = schema) || ' ' ||
         coalesce(string_agg(attrelid || '.' || attname || '.' || atttypid, ' ' order by attrelid, attnum), '') as footprint
  from unnest($1::text[]) as asked (schema)
  left join (pg_class join pg_attribute on pg_class.oid = attrelid and relkind = 'r' and attnum > 0 and not attisdropped)
    on relnamespace = to_regnamespace(schema)
  group by schema`;

const NOT_THERE = new Set(['42P01', '3F000']);

interface Footprint {
  readonly schema: string;
  readonly footprint: string;
}

/**
 * What PostgreSQL holds for a follower, in a form that is another one as soon as somebody drops or changes any of it: as whoever
 * makes its tables leaves it.
 */
export async function footprintIn(transaction: Transaction<object>, schema: string): Promise<string> {
  const { rows } = await transaction.executeQuery<Footprint>(CompiledQuery.raw(FOOTPRINTS, [[schema]]));
  return rows[0]?.footprint ?? '';
}

type Ask = ActiveLock['query'];

/** Whoever has a lock in one session asks in one question: by itself each would have PostgreSQL go through all tables of all. */
const shared = new WeakMap<Ask, (schema: string) => Promise<string>>();

/** The same by the session of the lock. */
function footprintOf({ query }: ActiveLock, schema: string): Promise<string> {
  const asked = shared.get(query) ?? together((schemas) => footprintsOf(query, schemas));
  shared.set(query, asked);
  return asked(schema);
}

async function footprintsOf(query: Ask, schemas: readonly string[]): Promise<ReadonlyMap<string, string>> {
  try {
    const found = await query<Footprint>(FOOTPRINTS, [schemas]);
    return new Map(found.map(({ schema, footprint }) => [schema, footprint]));
  } catch (error) {
    if (NOT_THERE.has(errorCode(error) ?? '')) return new Map();
    throw error;
  }
}

/** Asks once for all who ask in one turn. */
function together(
  ask: (schemas: readonly string[]) => Promise<ReadonlyMap<string, string>>,
): (schema: string) => Promise<string> {
  let schemas: string[] = [];
  let answer: Promise<ReadonlyMap<string, string>> | undefined;
  return async (schema) => {
    schemas.push(schema);
    answer ??= nextTurn().then(() => {
      const asked = schemas;
      [schemas, answer] = [[], undefined];
      return ask(asked);
    });
    return (await answer).get(schema) ?? '';
  };
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
    // At the same time as others of this program.
    await pause(everyMs - (performance.now() % everyMs), until);
    if (until.aborted) return;
    if ((await footprintOf(lock, schema)) !== before) throw new TablesChanged(schema);
  }
}
