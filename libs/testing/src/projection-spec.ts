import { expect } from '@jest/globals';
import type { RecordedEvent } from '#event-store';
import { event } from '#kernel';
import { type Database, type Kysely, sql } from '#postgres';
import {
  type ProjectionIdentity,
  type ReadModel,
  type RowsOf,
  applyBatch,
  checkpointOf,
  dropVersion,
  prepareProjection,
  schemaOf,
  tablesOf,
} from '#followers';
import { type OnStream, type RecordedAs, eventLog, on } from './recorded.js';

/** Events that were projected into real tables. Each `then…` fails the spec when it is not so. */
export interface Projected<Tables> {
  /** Projects more events behind the ones so far. */
  and(...streams: readonly OnStream[]): Promise<Projected<Tables>>;
  /** The same, recorded by somebody or at some time. */
  andRecordedAs(as: RecordedAs, ...streams: readonly OnStream[]): Promise<Projected<Tables>>;
  /** A query finds exactly these rows. */
  thenRows<Row>(query: (tables: Kysely<Tables>) => Executable<Row>, expected: readonly Row[]): Promise<void>;
  /** The same events once more leave every table and the checkpoint as they are. */
  thenProjectedTwiceNothingChanges(): Promise<void>;
  /** Types of event that a later release may record change no row, and the projection moves on past them. */
  thenUnknownEventsAreIgnored(): Promise<void>;
  /** The tables, for whatever else a spec wants to know. */
  readonly tables: Kysely<Tables>;
  /** What was projected so far, as the handlers saw it. */
  readonly events: readonly RecordedEvent[];
}

interface Executable<Row> {
  execute(): Promise<Row[]>;
}

/**
 * A read model in two steps, on a real PostgreSQL and through the code that the running projection uses:
 * `const project = projectionSpec(claimList, () => database)`, then
 * `(await project(on('claim-1', event('ClaimSubmitted', …)))).thenRows(…)`. Each call starts with empty tables.
 */
export function projectionSpec<Of extends ReadModel['tables']>(
  model: ReadModel<Of>,
  database: () => Database,
): (...streams: readonly OnStream[]) => Promise<Projected<RowsOf<Of>>> {
  return async (...streams: readonly OnStream[]) => {
    await dropVersion(database(), model);
    await prepareProjection(database(), model);
    return projected(database(), model, tablesOf(database(), model)).and(...streams);
  };
}

function projected<Tables>(
  database: Database,
  projection: ReadModel,
  tables: Kysely<Tables>,
): Projected<Tables> {
  const log = eventLog();
  const events: RecordedEvent[] = [];
  const state = () => everythingIn(database, projection);

  async function project(streams: readonly OnStream[], as?: RecordedAs): Promise<void> {
    const recorded = log.record(streams, as);
    await applyBatch(database, projection, recorded);
    events.push(...recorded);
  }

  const self: Projected<Tables> = {
    tables,
    events,
    and: async (...streams) => {
      await project(streams);
      return self;
    },
    andRecordedAs: async (as, ...streams) => {
      await project(streams, as);
      return self;
    },
    thenRows: async (query, expected) => expect(await query(tables).execute()).toEqual(expected),
    thenProjectedTwiceNothingChanges: async () => {
      const before = await state();
      await applyBatch(database, projection, events);
      expect(await state()).toEqual(before);
    },
    thenUnknownEventsAreIgnored: async () => {
      const before = await state();
      const streams = new Set(events.map(({ streamId }) => streamId));
      await project(
        [...streams].map((stream) => on(stream, event('RecordedByALaterRelease', { anything: 1 }))),
      );
      expect({ ...(await state()), checkpoint: undefined }).toEqual({ ...before, checkpoint: undefined });
      expect((await checkpointOf(database, projection))?.position).toBe(events.at(-1)?.position);
    },
  };
  return self;
}

/** Every row of every table of this version as text, and the checkpoint: to be compared as a whole. */
export async function everythingIn(
  database: Database,
  projection: ProjectionIdentity,
): Promise<Record<string, unknown>> {
  const schema = schemaOf(projection);
  const names = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = ${schema} and table_type = 'BASE TABLE' order by 1`.execute(database.kysely);
  const everything: Record<string, unknown> = { checkpoint: await checkpointOf(database, projection) };
  for (const { name } of names.rows) {
    const rows = await sql<{ row: string }>`
      select stored::text as row from ${sql.id(schema, name)} as stored order by 1`.execute(database.kysely);
    everything[name] = rows.rows.map(({ row }) => row);
  }
  return everything;
}
