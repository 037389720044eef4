import type { LogBatch, RecordedEvent, Undecodable } from '#event-store';
import { categoryOf } from '#kernel';
import { type Database, errorCode } from '#postgres';
import { applyTo, placeOf } from './apply-batch.js';
import type { Follower } from './follower.js';
import { HandlerFailed } from './follower-errors.js';
import type { movingTogether } from './move-together.js';
import { schemaOf } from './read-model/read-model.js';
import { beginsStream } from './stream-revisions.js';

/** What it takes to store what a batch means. */
interface Writers {
  readonly database: Database;
  readonly move: ReturnType<typeof movingTogether>;
}

/** Where a follower stands, and which events it is to pass over. */
export interface Stand {
  readonly checkpoint: bigint | null;
  readonly skipped: ReadonlySet<bigint>;
}

const wantedBy =
  ({ categories }: Follower) =>
  ({ streamId }: { readonly streamId: string }): boolean =>
    categories.includes(categoryOf(streamId));

/**
 * What a follower can take of a batch, up to an event of its own that cannot be read; that one stands in its place where it
 * is passed over. No batch when such an event is the first.
 */
export function readableOf(
  follower: Follower,
  found: LogBatch,
  skipped: ReadonlySet<bigint>,
): { readonly batch: LogBatch | undefined; readonly unreadable: Undecodable | undefined } {
  const own = found.unreadable?.filter(wantedBy(follower)) ?? [];
  if (own.length === 0) return { batch: found, unreadable: undefined };
  const passedOver = own.filter(({ position }) => skipped.has(position));
  // Nobody looks into what is passed over: only its place counts.
  const events = [...found.events, ...(passedOver as unknown as RecordedEvent[])].sort((one, other) =>
    one.position < other.position ? -1 : 1,
  );
  const batch = { ...found, events };
  const unreadable = own.find(({ position }) => !skipped.has(position));
  return { batch: unreadable ? before(unreadable, batch) : batch, unreadable };
}

/** What a batch holds before an event that cannot be read; undefined when it is the first. */
function before({ position }: Undecodable, batch: LogBatch): LogBatch | undefined {
  const events = batch.events.filter((event) => event.position < position);
  const last = events.at(-1);
  return last && { events, position: last.position, eventId: last.id, recordedAt: last.recordedAt };
}

/** Does what a batch asks for, then stores that with the place in the log. */
export async function takeBatch(
  follower: Follower,
  { database, move }: Writers,
  batch: LogBatch,
  stand: Stand,
  until: AbortSignal,
): Promise<{ readonly checkpoint: bigint | null; readonly handled: number }> {
  const { position, eventId, recordedAt } = batch;
  const { checkpoint, skipped } = stand;
  const events = batch.events.filter(wantedBy(follower));
  if (events.every((event) => isOnlyPassed(follower, event, stand))) {
    await move({ schema: schemaOf(follower), from: checkpoint, to: position, eventId, recordedAt });
    return { checkpoint: position, handled: 0 };
  }
  const done = await actOn(follower, events, skipped, until);
  const place = done.length === events.length ? { position, eventId, recordedAt } : placeOf(done);
  try {
    return await applyTo(database, follower, { events: done, ...place }, checkpoint, skipped);
  } catch (error) {
    if (!isRefusedByPostgres(error)) throw error;
    return oneByOne(database, follower, done, stand, error);
  }
}

/**
 * An event that asks for nothing but that the place moves: nobody is concerned, and as the first of its stream it leaves nothing to
 * remember of that. Whoever registers thousands has most followers see such events alone.
 */
function isOnlyPassed(
  { isConcerned }: Follower,
  event: RecordedEvent,
  { checkpoint, skipped }: Stand,
): boolean {
  const { position } = event;
  if (!beginsStream(event, checkpoint) || skipped.has(position)) return false;
  return isConcerned !== undefined && !isConcerned(event);
}

/** Acts on all but what is passed over; gives what was done, which includes that. */
async function actOn(
  follower: Follower,
  events: readonly RecordedEvent[],
  skipped: ReadonlySet<bigint>,
  until: AbortSignal,
): Promise<readonly RecordedEvent[]> {
  if (!follower.act) return events;
  const wanted = events.filter(({ position }) => !skipped.has(position));
  const done = await follower.act(wanted, until);
  if (done.length === wanted.length) return events;
  const next = wanted[done.length];
  return next ? events.filter(({ position }) => position < next.position) : events;
}

/** PostgreSQL refuses a batch as a whole: alone, the events before the one it is about go through, and that one is named. */
async function oneByOne(
  database: Database,
  follower: Follower,
  events: readonly RecordedEvent[],
  { checkpoint, skipped }: Stand,
  refusal: unknown,
): Promise<never> {
  let place = checkpoint;
  for (const event of events) {
    try {
      ({ checkpoint: place } = await applyTo(
        database,
        follower,
        { events: [event], ...placeOf([event]) },
        place,
        skipped,
      ));
    } catch (error) {
      throw new HandlerFailed(schemaOf(follower), event, error);
    }
  }
  throw refusal;
}

/** Data that does not fit, or breaks a rule of the tables: it will not be otherwise the next time. */
function isRefusedByPostgres(error: unknown): boolean {
  return /^2[23]/.test(errorCode(error) ?? '');
}
