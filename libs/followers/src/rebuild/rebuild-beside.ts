import { type Transaction, sql } from 'kysely';
import { followTo } from '#event-store';
import type { Database } from '#postgres';
import { applyTo } from '../apply-batch.js';
import { toPosition } from '../bookkeeping.js';
import type { LogSource } from '../feed.js';
import { type Follower, readModelFollower } from '../follower.js';
import { checkpointOf, dropVersion, prepareTables } from '../follower-tables.js';
import { knowLog } from '../known-log.js';
import { type FollowerIdentity, type ReadModel, schemaOf } from '../read-model/read-model.js';
import { oneAtATime } from '../verification/one-at-a-time.js';
import { ReadModelNotThere } from '../verification/verify-read-model.js';
import { type TableChecked, checkTables } from './check-tables.js';
import { turnTo } from './turn-schemas.js';

/** Where the copy is built that is to become the live one. */
export const rebuiltOf = ({ name, version }: FollowerIdentity): FollowerIdentity => ({
  name: `${name}_rebuilt`,
  version,
});

/** Where the one stands that was live before. */
export const formerOf = ({ name, version }: FollowerIdentity): FollowerIdentity => ({
  name: `${name}_former`,
  version,
});

interface Rebuilding {
  readonly database: Database;
  readonly log: LogSource;
  readonly model: ReadModel;
  /** Switch also where the new one is not as the live one is: after an erasure, or a mended fold. */
  readonly acceptsDifferences?: boolean;
  /** Keep nothing of the one that was live. */
  readonly forgetsFormer?: boolean;
  /** Told after each batch: how far it is, and where it ends now. */
  readonly onProgress?: (progress: { position: bigint; end: bigint; events: number }) => void;
}

/** What came of it. */
export interface Rebuilt {
  readonly readModel: string;
  /** The place in the log at which both were compared. */
  readonly position: bigint | null;
  readonly tables: readonly TableChecked[];
  /** Whether the new one is the live one now. */
  readonly switched: boolean;
  readonly events: number;
}

const LARGEST_BATCH = 2_048;

/**
 * Builds a read model anew beside the live one, which goes on and answers meanwhile, compares both at one place in the log, and has
 * them change places in one transaction. The one that was live is kept for a way back. Nothing is passed over: what the live one was
 * told to pass over is to be mended by then.
 * @throws ReadModelNotThere when there is no live one
 * @throws ReadModelBusy when somebody else rebuilds or verifies it
 * @throws HandlerFailed for an event that cannot be applied; the live one stays
 */
export function rebuildBeside(work: Rebuilding): Promise<Rebuilt> {
  return oneAtATime(work.database, schemaOf(work.model), () => rebuildAlone(work));
}

async function rebuildAlone(work: Rebuilding): Promise<Rebuilt> {
  const { database, log, model } = work;
  const live = await checkpointOf(database, model);
  if (!live) throw new ReadModelNotThere(schemaOf(model));
  await knowLog(log, schemaOf(model), live);
  const beside = { ...readModelFollower(model), ...rebuiltOf(model) };
  await dropVersion(database, beside);
  try {
    return await builtAndTurned(work, beside, live.position);
  } finally {
    // What is not taken would stay, with what is personal in the open. After a turn nothing goes by its name.
    await dropVersion(database, beside);
  }
}

async function builtAndTurned(work: Rebuilding, beside: Follower, livesAt: bigint | null): Promise<Rebuilt> {
  const { database, model } = work;
  await prepareTables(database, beside);
  const counted = { events: 0 };
  if (livesAt !== null) await foldTo(work, beside, null, livesAt, counted);
  const compared = await compareAtOnePlace(work, beside, counted);
  const isSame = compared.tables.every(({ isSame: same }) => same);
  const found = { readModel: schemaOf(model), ...compared, events: counted.events };
  if (!isSame && !work.acceptsDifferences) return { ...found, switched: false };
  // Comparing may have taken long: whoever keeps the live one is to wait for the last events only.
  await foldFrom(work, beside, (await checkpointOf(database, model))?.position ?? null, counted);
  await turnTo(database, model, {
    from: rebuiltOf(model),
    former: formerOf(model),
    catchUp: (position) => foldFrom(work, beside, position, counted),
  });
  if (work.forgetsFormer) await dropVersion(database, formerOf(model));
  return { ...found, events: counted.events, switched: true };
}

/** Has the one that was live before a rebuild be the live one again; it catches up from where it stood. */
export function turnBack(database: Database, model: ReadModel): Promise<void> {
  return oneAtATime(database, schemaOf(model), async () => {
    const former = formerOf(model);
    if (!(await checkpointOf(database, former))) throw new ReadModelNotThere(schemaOf(former));
    await turnTo(database, model, { from: former, former });
  });
}

async function foldFrom(
  work: Rebuilding,
  beside: Follower,
  end: bigint | null,
  counted: { events: number },
): Promise<void> {
  const checkpoint = await checkpointOf(work.database, beside);
  if (end !== null) await foldTo(work, beside, checkpoint?.position ?? null, end, counted);
}

async function foldTo(
  { database, log, onProgress }: Rebuilding,
  beside: Follower,
  after: bigint | null,
  end: bigint,
  counted: { events: number },
): Promise<void> {
  const following = { categories: new Set(beside.categories), largest: LARGEST_BATCH };
  for await (const batch of followTo(log, after, end, following)) {
    const { events, unreadable = [], position } = batch;
    if (unreadable[0]) throw unreadable[0];
    const last = events.at(-1);
    if (last) {
      const place = { position: last.position, eventId: last.id, recordedAt: last.recordedAt };
      await applyTo(database, beside, { events, ...place });
    }
    counted.events += events.length;
    onProgress?.({ position: position < end ? position : end, end, events: counted.events });
  }
}

/** The live one as it is at a moment, and the new one once it has come as far. */
function compareAtOnePlace(
  work: Rebuilding,
  beside: Follower,
  counted: { events: number },
): Promise<Pick<Rebuilt, 'position' | 'tables'>> {
  const { database, model } = work;
  return database.kysely
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (seen) => {
      const position = await seenAt(seen, schemaOf(model));
      await foldFrom(work, beside, position, counted);
      return { position, tables: await checkTables(seen, database, model, schemaOf(beside)) };
    });
}

/** Keeps the transaction seeing the read model as it is now, however long that takes. */
async function seenAt(seen: Transaction<object>, schema: string): Promise<bigint | null> {
  await sql`set local idle_in_transaction_session_timeout = 0`.execute(seen);
  const { rows } = await sql<{ position: string | null }>`
    select position::text from lindung.projections where projection = ${schema}`.execute(seen);
  if (!rows[0]) throw new ReadModelNotThere(schema);
  return toPosition(rows[0].position);
}
