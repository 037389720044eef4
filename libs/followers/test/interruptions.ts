import { sql } from '#postgres';
import type { tally } from './tally.projection.js';

type Tally = typeof tally;

/** The projection, with something happening just after the `nth` count was written and before it is committed. */
function afterCount(
  projection: Tally,
  nth: number,
  happen: (...args: Parameters<NonNullable<Tally['on']['TallyCounted']>>) => Promise<void>,
): Tally {
  let seen = 0;
  return {
    ...projection,
    on: {
      ...projection.on,
      TallyCounted: async (event, tables) => {
        await projection.on.TallyCounted?.(event, tables);
        if (++seen === nth) await happen(event, tables);
      },
    },
  };
}

/** Its database session is ended once, in the middle of a transaction. */
export function breakOffAt(projection: Tally, nth: number): Tally {
  return afterCount(projection, nth, async (_event, tables) => {
    await sql`select pg_terminate_backend(pg_backend_pid())`.execute(tables);
  });
}

/** It never goes on. */
export function stallAt(projection: Tally, nth: number, tell: () => void): Tally {
  return afterCount(projection, nth, () => {
    tell();
    return new Promise(() => {});
  });
}

/** It goes on when `gate` does. */
export function waitAt(projection: Tally, nth: number, gate: () => Promise<void>): Tally {
  return afterCount(projection, nth, gate);
}
