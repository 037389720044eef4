import type { EventStore } from '#event-store';
import type { Instant } from '#kernel';
import type { Database } from '#postgres';
import { LOG_INDEX } from '../log-index/log-index.js';
import { type KnownPlace, LogPlaces } from '../log-index/places.js';
import { waitForPosition } from '../wait-for-position.js';

/** As somebody names a moment of the past: by a place in the log, or by the clock. */
export type KnownAt = { readonly position: bigint } | { readonly moment: Instant };

/** Why there is nothing to look at. */
export class NoSuchPast extends Error {
  override readonly name = 'NoSuchPast';

  constructor(
    readonly why: 'AHEAD' | 'BEFORE_LOG',
    /** What can be asked for. */
    readonly bounds: { readonly first: KnownPlace; readonly last: KnownPlace } | undefined,
  ) {
    super(
      why === 'AHEAD'
        ? 'Nobody knows yet what will be known then: it lies behind the end of the log, or in the future'
        : 'Nothing was recorded by then: it lies before the first event of the log',
    );
  }
}

interface Looking {
  readonly database: Database;
  readonly log: Pick<EventStore, 'lastPosition'>;
  readonly now: Instant;
  /** How long the index of the log may take to have seen the newest event. */
  readonly waitMs: number;
}

/**
 * The last event of what was known at a moment.
 * @param knownAt left out: now
 * @throws NoSuchPast
 * @throws ReadModelBehind when the index of the log has not seen the newest event in time
 */
export async function placeKnownAt(
  knownAt: KnownAt | undefined,
  { database, log, now, waitMs }: Looking,
): Promise<KnownPlace> {
  const last = await log.lastPosition();
  if (last === null) throw new NoSuchPast(knownAt ? 'AHEAD' : 'BEFORE_LOG', undefined);
  await waitForPosition(database, LOG_INDEX, last, waitMs);
  const places = new LogPlaces(database);
  const found = await lastOf(places, knownAt, last);
  const isAhead =
    knownAt !== undefined && ('position' in knownAt ? knownAt.position > last : knownAt.moment > now);
  if (found && !isAhead) return found;
  const [first, newest] = await Promise.all([places.first(), places.lastUpTo(last)]);
  throw new NoSuchPast(isAhead ? 'AHEAD' : 'BEFORE_LOG', first && newest && { first, last: newest });
}

function lastOf(
  places: LogPlaces,
  knownAt: KnownAt | undefined,
  last: bigint,
): Promise<KnownPlace | undefined> {
  if (knownAt === undefined) return places.lastUpTo(last);
  return 'moment' in knownAt ? places.lastBy(knownAt.moment) : places.lastUpTo(knownAt.position);
}
