import type { LogBatch, RecordedEvent } from '#event-store';
import { categoryOf } from '#kernel';
import type { Database } from '#postgres';
import { type Follower, readModelFollower } from './follower.js';
import { FollowerFenced, RevisionGap } from './follower-errors.js';
import { type Place, lockPlace, movePlace } from './keep-place.js';
import { noteSkipped } from './skipped-events.js';
import { type ReadModel, schemaOf } from './read-model/read-model.js';
import { storeRevisions, storedRevisions } from './stream-revisions.js';

/** What became of a batch. */
interface BatchApplied {
  /** Log position of the last event seen so far. */
  readonly checkpoint: bigint | null;
  /** Events that meant something. */
  readonly handled: number;
  /** Events that had been applied before and changed nothing. */
  readonly duplicates: number;
}

/**
 * Applies events to a read model in log order: rows, per-stream revisions and checkpoint in one transaction, or nothing.
 * The tables must exist (`prepareTables`).
 * @param after where the caller believes the read model stands; left out, it may stand anywhere
 * @throws FollowerFenced when it stands elsewhere: another instance has taken over
 * @throws RevisionGap when an event of a stream is missing in between
 * @throws HandlerFailed with what was thrown about an event as cause
 */
export function applyBatch(
  database: Database,
  model: ReadModel,
  events: readonly RecordedEvent[],
  after?: bigint | null,
): Promise<BatchApplied> {
  return applyTo(database, readModelFollower(model), { events, ...placeOf(events) }, after);
}

/** How far these events lead; nowhere when there are none. */
export function placeOf(events: readonly RecordedEvent[]): Place {
  const last = events.at(-1);
  return { position: last?.position, eventId: last?.id, recordedAt: last?.recordedAt };
}

const NOTHING_SKIPPED: ReadonlySet<bigint> = new Set();

/**
 * The same for any follower, whose `act` has happened.
 * @param skipped positions of events that are to be passed over; the revisions of their streams count
 */
export function applyTo(
  database: Database,
  follower: Follower,
  { events, ...place }: Place & Pick<LogBatch, 'events'>,
  after?: bigint | null,
  skipped: ReadonlySet<bigint> = NOTHING_SKIPPED,
): Promise<BatchApplied> {
  const schema = schemaOf(follower);
  const tracked = events.filter(({ streamId }) => follower.categories.includes(categoryOf(streamId)));
  return database.transaction(async (transaction, copy) => {
    const checkpoint = await lockPlace(transaction, schema);
    if (after !== undefined && after !== checkpoint) throw new FollowerFenced(schema, after, checkpoint);

    const revisions = await storedRevisions(transaction, tracked, checkpoint);
    const fresh = notAppliedYet(schema, tracked, revisions.applied);
    const isSkipped = (event: RecordedEvent) => skipped.has(event.position);
    const wanted = fresh.filter((event) => !isSkipped(event));
    const handled = wanted.length > 0 ? await follower.write({ transaction, copy }, wanted) : 0;
    await noteSkipped(transaction, schema, fresh.filter(isSkipped));
    await storeRevisions({ transaction, copy }, revisions);
    const counts = { handled, duplicates: tracked.length - fresh.length };
    const { position } = place;
    if (position === undefined || (checkpoint !== null && position <= checkpoint)) {
      return { checkpoint, ...counts };
    }
    await movePlace(transaction, schema, { ...place, position });
    return { checkpoint: position, ...counts };
  });
}

/** The events behind those that were applied; `revisions` follows them. @throws RevisionGap */
function notAppliedYet(
  schema: string,
  tracked: readonly RecordedEvent[],
  revisions: Map<string, bigint>,
): RecordedEvent[] {
  return tracked.filter((event) => {
    const known = revisions.get(event.streamId) ?? -1n;
    if (event.revision <= known) return false;
    if (event.revision > known + 1n) throw new RevisionGap(schema, event, known);
    revisions.set(event.streamId, event.revision);
    return true;
  });
}
