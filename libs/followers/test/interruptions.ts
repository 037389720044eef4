import { type Follower, readModelFollower } from '#followers';
import { sql } from '#postgres';
import { tally } from './tally.js';

type Writing = Parameters<Follower['write']>[0];

/** A tally with something happening just after the `nth` count was written and before it is committed. */
function afterCount(nth: number, happen: (writing: Writing) => Promise<void>): Follower {
  const follower = readModelFollower(tally);
  let seen = 0;
  let hasHappened = false;
  return {
    ...follower,
    write: async (writing, events) => {
      const handled = await follower.write(writing, events);
      seen += events.filter(({ type }) => type === 'TallyCounted').length;
      if (seen >= nth && !hasHappened) {
        hasHappened = true;
        await happen(writing);
      }
      return handled;
    },
  };
}

/** Its database session is ended once, in the middle of a transaction. */
export function breakOffAt(nth: number): Follower {
  return afterCount(nth, async ({ transaction }) => {
    await sql`select pg_terminate_backend(pg_backend_pid())`.execute(transaction);
  });
}

/** It never goes on. */
export function stallAt(nth: number, tell: () => void): Follower {
  return afterCount(nth, () => {
    tell();
    return new Promise(() => {});
  });
}

/** It goes on when `gate` does. */
export function waitAt(nth: number, gate: () => Promise<void>): Follower {
  return afterCount(nth, gate);
}
