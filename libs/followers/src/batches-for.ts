import type { LogBatch } from '#event-store';
import type { Feed, LogSource } from './feed.js';
import type { Follower } from './follower.js';
import { type RememberedPlace, knowLog } from './known-log.js';
import { schemaOf } from './read-model/read-model.js';

/** Events that a follower reads at a time while it reads alone. */
const LARGEST_ALONE = 2_048;

/** After so long without a word, the fast way through old events is given up for the way that everybody goes. */
const QUIET_MS = 2_000;

/**
 * The log from behind a place on, as one follower gets it: at the feed's table while it keeps up; alone while it does not,
 * until it has caught up. Ends when `until` aborts.
 * @param start a place that this log is known to hold
 * @throws when the log cannot be read
 * @throws LogBehindReadModel when another log has come to its place meanwhile
 */
export async function* batchesFor(
  follower: Pick<Follower, 'name' | 'version' | 'categories'>,
  start: RememberedPlace,
  { feed, store }: { readonly feed: Feed; readonly store: LogSource },
  until: AbortSignal,
): AsyncGenerator<LogBatch> {
  let { position: place, eventId } = start;
  let hasReadAlone = false;
  // Each way of reading is a subscription of its own, and between two of them the log may have been exchanged.
  const stillKnown = () => knowLog(store, schemaOf(follower), { position: place, eventId });
  const seen = (batch: LogBatch) => ([place, eventId] = [batch.position, batch.eventId ?? null]);
  // Somebody who begins has the whole log before them, and often nobody to share it with.
  let target = place === null && !feed.beginsTogether() ? await store.lastPosition() : undefined;
  while (!until.aborted) {
    const isThere = typeof target !== 'bigint' || (place !== null && place >= target);
    // The log may tell for long of no place behind that of the feed: those who follow it are told of every event.
    if (isThere || feed.covers(place)) {
      target = undefined;
      const seat = feed.join(place, { hasReadAlone });
      if (seat) {
        for await (const batch of seat.helpings(until)) {
          yield batch;
          seen(batch);
        }
        if (until.aborted) return;
        await stillKnown();
      }
      target = await store.lastPosition();
    }
    hasReadAlone = true;
    for await (const batch of alone(follower, place, target, { feed, store }, until)) {
      yield batch;
      seen(batch);
    }
    if (!until.aborted) await stillKnown();
  }
}

/** Has the next one be read while whoever takes them is busy with the one before. @param over aborted when no more is wanted */
async function* aheadOf<Item>(source: AsyncIterable<Item>, over: AbortController): AsyncGenerator<Item> {
  const items = source[Symbol.asyncIterator]();
  const next = () => {
    const coming = items.next();
    // Whoever asks for it is told of its failure.
    coming.catch(() => {});
    return coming;
  };
  try {
    for (let coming = next(); ;) {
      const { done, value } = await coming;
      if (done) return;
      coming = next();
      yield value;
    }
  } finally {
    over.abort();
    await items.return?.();
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
  const [quiet, over] = [new AbortController(), new AbortController()];
  let silence = setTimeout(() => quiet.abort(), QUIET_MS);
  try {
    const fast = AbortSignal.any([until, quiet.signal, over.signal]);
    for await (const batch of aheadOf(
      store.follow(place, fast, { ...options, onlyCategories: true }),
      over,
    )) {
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
