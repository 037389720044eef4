import { followTo } from '#event-store';
import type { Database, Session } from '#postgres';
import { applyTo } from '../apply-batch.js';
import { toPosition } from '../bookkeeping.js';
import { dropVersion, prepareTables } from '../follower-tables.js';
import { type Follower, readModelFollower } from '../follower.js';
import type { LogSource } from '../feed.js';
import { knowLog } from '../known-log.js';
import { type ReadModel, schemaOf } from '../read-model/read-model.js';
import { skippedEvents } from '../skipped-events.js';
import { type RowDifference, compareTable } from './compare-tables.js';
import { oneAtATime } from './one-at-a-time.js';

/** What came of comparing a read model with the log. */
export interface Verification {
  /** Schema of its tables, such as `claim_v4`. */
  readonly readModel: string;
  /** The place in the log at which both were compared; null where it has seen no event. */
  readonly position: bigint | null;
  /** Rows compared in each table, up to the first that differs. */
  readonly rows: Readonly<Record<string, number>>;
  /** The first row of each table that is not as the log gives it. */
  readonly differences: readonly RowDifference[];
}

interface Options {
  readonly database: Database;
  readonly log: LogSource;
  readonly model: ReadModel;
  /** Told after each batch that was folded. */
  readonly onProgress?: ((position: bigint, end: bigint) => void) | undefined;
}

/** Nobody has built it here. */
export class ReadModelNotThere extends Error {
  override readonly name = 'ReadModelNotThere';

  constructor(readonly readModel: string) {
    super(`${readModel} has no tables here`);
  }
}

/**
 * Compares a read model with what the log gives: it is folded anew into tables of its own, up to the place at which the live one stood
 * when this began, and compared with how the live one looked then, row by row. The live one goes on meanwhile, and nothing of it
 * changes. Whoever was erased since it was built differs: it holds what the log no longer opens.
 * @throws ReadModelNotThere
 * @throws ReadModelBusy when somebody else verifies or rebuilds it
 * @throws LogBehindReadModel when this is not the log that it was built of
 * @throws HandlerFailed, Undecodable for an event that cannot be applied, unless the live one passes over it
 */
export function verifyReadModel(options: Options): Promise<Verification> {
  return oneAtATime(options.database, schemaOf(options.model), () => verifyAlone(options));
}

async function verifyAlone({ database, log, model, onProgress }: Options): Promise<Verification> {
  const schema = schemaOf(model);
  const folded = { ...readModelFollower(model), name: `${model.name}_verified` };
  await dropVersion(database, folded);
  const [live, anew] = [await database.connect(), await database.connect()];
  try {
    const place = await asItIsNow(live, schema);
    await knowLog(log, schema, place);
    await prepareTables(database, folded);
    if (place.position !== null) {
      const skipped = new Set((await skippedEvents(database, schema)).map(({ position }) => position));
      await foldUpTo(place.position, folded, { database, log, skipped, onProgress });
    }
    await anew.query('begin isolation level repeatable read read only');
    return {
      readModel: schema,
      position: place.position,
      ...(await compareAll(model, schemaOf(folded), live, anew)),
    };
  } finally {
    await Promise.all([live.end(), anew.end()]);
    await dropVersion(database, folded);
  }
}

/** Keeps the session seeing the read model as it is now, however long that takes, and says where it stands. */
async function asItIsNow(session: Session, schema: string) {
  await session.query('begin isolation level repeatable read read only');
  await session.query('set local idle_in_transaction_session_timeout = 0');
  const [row] = await session.query<{ position: string | null; eventId: string | null }>(
    `select position::text, case when event_position = position then event_id::text end as "eventId"
     from lindung.projections where projection = $1`,
    [schema],
  );
  if (!row) throw new ReadModelNotThere(schema);
  return { position: toPosition(row.position), eventId: row.eventId };
}

async function foldUpTo(
  end: bigint,
  follower: Follower,
  { database, log, skipped, onProgress }: Omit<Options, 'model'> & { readonly skipped: ReadonlySet<bigint> },
): Promise<void> {
  const following = { categories: new Set(follower.categories), largest: LARGEST_BATCH };
  for await (const { events, unreadable = [], position } of followTo(log, null, end, following)) {
    const failed = unreadable.find((event) => !skipped.has(event.position));
    if (failed) throw failed;
    const last = events.at(-1);
    if (last) {
      const place = { position: last.position, eventId: last.id, recordedAt: last.recordedAt };
      await applyTo(database, follower, { events, ...place }, undefined, skipped);
    }
    onProgress?.(position, end);
  }
}

const LARGEST_BATCH = 2_048;

async function compareAll(
  { tables, ...identity }: ReadModel,
  foldedSchema: string,
  live: Session,
  folded: Session,
): Promise<Pick<Verification, 'rows' | 'differences'>> {
  const rows: Record<string, number> = {};
  const differences: RowDifference[] = [];
  for (const table of Object.values(tables)) {
    const compared = await compareTable(
      table,
      { session: live, schema: schemaOf(identity) },
      { session: folded, schema: foldedSchema },
    );
    rows[table.sqlName] = compared.rows;
    if (compared.difference) differences.push(compared.difference);
  }
  return { rows, differences };
}
