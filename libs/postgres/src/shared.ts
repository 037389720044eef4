import type { Socket } from 'node:net';
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type pg from 'pg';
import { connected, preparingOn } from './prepared.js';
import { askForRows } from './rows.js';

/** More than this does not wait for one connection, so that many questions are answered at the same time. */
const MOST_TOGETHER = 32;

/** Questions that share a connection: those of one turn of the event loop, or those that waited for it to become free. */
interface Together {
  readonly client: Promise<pg.PoolClient>;
  /** How many have been given it, and how many of them have not given it back. */
  taken: number;
  using: number;
  /** It has been sent to PostgreSQL: nobody may join any more. */
  sent: boolean;
}

/**
 * A pool for questions that change nothing, one statement each. What is asked in the same turn of the event loop goes to
 * PostgreSQL in one write and comes back in few: under load most of what a short question costs is talking to the socket.
 * Nobody waits behind what was asked in an earlier turn.
 * @param pool its clients send without waiting for answers (`pipeline`)
 */
export function sharing(pool: pg.Pool): PostgresPool {
  let open: Together | undefined;
  return {
    connect: () => {
      if (!open || open.sent || open.taken === MOST_TOGETHER) open = together(pool);
      return join(open);
    },
    end: () => pool.end(),
  };
}

function together(pool: pg.Pool): Together {
  const made: Together = { client: connected(pool), taken: 0, using: 0, sent: false };
  made.client.then(
    (client) => {
      const socket = socketOf(client);
      socket.cork();
      setImmediate(() => {
        made.sent = true;
        socket.uncork();
      });
    },
    () => {
      made.sent = true;
    },
  );
  return made;
}

async function join(group: Together): Promise<PostgresPoolClient> {
  group.taken++;
  group.using++;
  const client = await group.client;
  const release = () => {
    if (--group.using > 0) return;
    // Nobody joins what has been answered.
    group.sent = true;
    client.release();
  };
  return { ...preparingOn(client, askForRows), release };
}

const socketOf = (client: pg.PoolClient) =>
  (client as unknown as { readonly connection: { readonly stream: Socket } }).connection.stream;
