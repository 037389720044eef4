import { expect } from '@jest/globals';
import type { RecordedEvent } from '#event-store';
import { event } from '#kernel';
import { type Database, type Kysely, sql } from '#postgres';
import {
  type FollowerIdentity,
  type ReadModel,
  type RowsOf,
  applyBatch,
  checkpointOf,
  dropVersion,
  prepareReadModel,
  schemaOf,
  tablesOf,
} from '#followers';
import { type OnStream, type RecordedAs, eventLog, on } from './recorded.js';

/** Events that a read model has stored in real tables. Each `then…` fails the spec when it is not so. */
export interface Stored<Tables> {
  /** Stores more events behind the ones so far. */
  and(...streams: readonly OnStream[]): Promise<Stored<Tables>>;
  /** The same, recorded by somebody or at some time. */
  andRecordedAs(as: RecordedAs, ...streams: readonly OnStream[]): Promise<Stored<Tables>>;
  /** A query finds exactly these rows. */
  thenRows<Row>(query: (tables: Kysely<Tables>) => Executable<Row>, expected: readonly Row[]): Promise<void>;
  /** The same events once more leave every table and the checkpoint as they are. */
  thenAppliedTwiceNothingChanges(): Promise<void>;
  /** Types of event that a later release may record change no row, and the read model moves on past them. */
  thenUnknownEventsAreIgnored(): Promise<void>;
  /** The tables, for whatever else a spec wants to know. */
  readonly tables: Kysely<Tables>;
  /** What was stored so far. */
  readonly events: readonly RecordedEvent[];
}

interface Executable<Row> {
  execute(): Promise<Row[]>;
}

/**
 * A read model in two steps, on a real PostgreSQL and through the code that a running follower uses:
 * `const store = storedReadModelSpec(claimReadModel, () => database)`, then
 * `(await store(on('claim-1', event('ClaimSubmitted', …)))).thenRows(…)`. Each call starts with empty tables.
 */
export function storedReadModelSpec<Of extends ReadModel['tables']>(
  model: ReadModel<Of>,
  database: () => Database,
): (...streams: readonly OnStream[]) => Promise<Stored<RowsOf<Of>>> {
  return async (...streams: readonly OnStream[]) => {
    await dropVersion(database(), model);
    await prepareReadModel(database(), model);
    return stored(database(), model, tablesOf(database(), model)).and(...streams);
  };
}

function stored<Tables>(database: Database, model: ReadModel, tables: Kysely<Tables>): Stored<Tables> {
  const log = eventLog();
  const events: RecordedEvent[] = [];
  const state = () => everythingIn(database, model);

  async function store(streams: readonly OnStream[], as?: RecordedAs): Promise<void> {
    const recorded = log.record(streams, as);
    await applyBatch(database, model, recorded);
    events.push(...recorded);
  }

  const self: Stored<Tables> = {
    tables,
    events,
    and: async (...streams) => {
      await store(streams);
      return self;
    },
    andRecordedAs: async (as, ...streams) => {
      await store(streams, as);
      return self;
    },
    thenRows: async (query, expected) => expect(await query(tables).execute()).toEqual(expected),
    thenAppliedTwiceNothingChanges: async () => {
      const before = await state();
      await applyBatch(database, model, events);
      expect(await state()).toEqual(before);
    },
    thenUnknownEventsAreIgnored: async () => {
      const before = await state();
      await store(somethingLaterOnEach(events));
      // How far its streams were seen stands beside the tables.
      const seen = { checkpoint: undefined, stream_revisions: undefined };
      expect({ ...(await state()), ...seen }).toEqual({ ...before, ...seen });
      expect((await checkpointOf(database, model))?.position).toBe(events.at(-1)?.position);
    },
  };
  return self;
}

/** What this release does not know yet, on every stream of some events. */
const somethingLaterOnEach = (events: readonly RecordedEvent[]): OnStream[] =>
  [...new Set(events.map(({ streamId }) => streamId))].map((stream) =>
    on(stream, event('RecordedByALaterRelease', { anything: 1 })),
  );

/** Every row of every table of this version as text, and the checkpoint: to be compared as a whole. */
async function everythingIn(
  database: Database,
  identity: FollowerIdentity,
): Promise<Record<string, unknown>> {
  const schema = schemaOf(identity);
  const names = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = ${schema} and table_type = 'BASE TABLE' order by 1`.execute(database.kysely);
  const everything: Record<string, unknown> = { checkpoint: await checkpointOf(database, identity) };
  for (const { name } of names.rows) {
    const rows = await sql<{ row: string }>`
      select stored::text as row from ${sql.id(schema, name)} as stored order by 1`.execute(database.kysely);
    everything[name] = rows.rows.map(({ row }) => row);
  }
  return everything;
}
