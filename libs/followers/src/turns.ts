import type { Instant } from '#kernel';

/** While events keep coming, they are given out once in so many milliseconds. */
export const TURN_MS = 25;

/**
 * The more is recorded the longer are the turns, since a transaction costs as much as dozens of events: a millisecond for every ten
 * events a second, up to a fifth of a second.
 */
const [EVENTS_A_SECOND_FOR_A_MS, LONGEST_TURN_MS] = [10, 200];

/** Where somebody cannot keep up the turns are five times as long, up to three quarters of a second: so many more events cost little more. */
const [HELD_UP, LONGEST_HELD_UP_MS] = [5, 750];

/** A batch that is no smaller, of events that were recorded longer ago, shows that somebody catches up: nobody waits for a turn then. */
const [SMALL_BATCH, PRESENT_MS] = [64, 1_000];

/** A batch of the log that was just given out. */
interface GivenOut {
  readonly events: number;
  readonly recordedAt: Instant | undefined;
  /** There may be more at hand already. */
  readonly isFull: boolean;
  /** Somebody had not taken the one before when it came. */
  readonly isHeldUp: boolean;
}

/**
 * How long to wait until the next is given out, ms. Whoever writes much is answered in turns: a turn costs the same for one event
 * as for a hundred.
 * @param now ms since 1970
 * @param sinceLastMs since the batch before was given out
 */
export function turnAfter(
  { events, recordedAt, isFull, isHeldUp }: GivenOut,
  now: number,
  sinceLastMs: number,
  turnMs = TURN_MS,
): number {
  const least = sinceLastMs < turnMs ? turnMs : 0;
  const isPresent = recordedAt !== undefined && now - Date.parse(recordedAt) < PRESENT_MS;
  if (isFull || !isPresent) return events < SMALL_BATCH ? least : 0;
  const perSecond = (events * 1_000) / Math.max(sinceLastMs, TURN_MS);
  const [longer, longestMs] = isHeldUp ? [HELD_UP, LONGEST_HELD_UP_MS] : [1, LONGEST_TURN_MS];
  const asMuchComes = Math.min((longer * perSecond) / EVENTS_A_SECOND_FOR_A_MS, longestMs);
  return Math.max(least, asMuchComes < TURN_MS ? 0 : asMuchComes);
}
