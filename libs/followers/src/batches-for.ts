import type { LogBatch } from '#event-store';
import type { Feed, LogSource } from './feed.js';
import type { Follower } from './follower.js';

/** Events that a follower reads at a time while it reads alone. */
const LARGEST_ALONE = 2_048;

/** After so long without a word, the fast way through old events is given up for the way that everybody goes. */
const QUIET_MS = 2_000;

/**
 * The log from behind a place on, as one follower gets it: at the feed's table while it keeps up; alone while it does not,
 * until it has caught up. Ends when `until` aborts. @throws when the log cannot be read
 */
export async function* batchesFor(
  follower: Pick<Follower, 'categories'>,
  after: bigint | null,
  { feed, store }: { readonly feed: Feed; readonly store: LogSource },
  until: AbortSignal,
): AsyncGenerator<LogBatch> {
  let place = after;
  let hasReadAlone = false;
  // Somebody who begins has the whole log before them, and often nobody to share it with.
  let target = after === null && !feed.beginsTogether() ? await store.lastPosition?.() : undefined;
  while (!until.aborted) {
    if (target === undefined || target === null || (place !== null && place >= target)) {
      target = undefined;
      const seat = feed.join(place, { hasReadAlone });
      if (seat) {
        for await (const batch of seat.helpings(until)) {
          yield batch;
          place = batch.position;
        }
        if (until.aborted) return;
      }
      target = await store.lastPosition?.();
    }
    hasReadAlone = true;
    for await (const batch of alone(follower, place, target, { feed, store }, until)) {
      yield batch;
      place = batch.position;
    }
  }
}

/** Ends when the follower has come to where the feed is, or to the target. */
async function* alone(
  { categories }: Pick<Follower, 'categories'>,
  after: bigint | null,
  target: bigint | null | undefined,
  { feed, store }: { readonly feed: Feed; readonly store: LogSource },
  until: AbortSignal,
): AsyncGenerator<LogBatch> {
  let place = after;
  const isThere = () =>
    feed.covers(place) || (typeof target === 'bigint' && place !== null && place >= target);
  const options = { categories: new Set(categories), largest: LARGEST_ALONE };
  const quiet = new AbortController();
  let silence = setTimeout(() => quiet.abort(), QUIET_MS);
  try {
    const fast = AbortSignal.any([until, quiet.signal]);
    for await (const batch of store.follow(place, fast, { ...options, onlyCategories: true })) {
      clearTimeout(silence);
      yield batch;
      place = batch.position;
      if (isThere()) return;
      silence = setTimeout(() => quiet.abort(), QUIET_MS);
    }
  } finally {
    clearTimeout(silence);
  }
  if (quiet.signal.aborted) {
    for await (const batch of store.follow(place, until, options)) {
      yield batch;
      place = batch.position;
      if (isThere()) return;
    }
  }
  if (!until.aborted) throw new Error('The subscription to the log ended');
}
