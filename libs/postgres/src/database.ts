import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import { columnTypes } from './column-types.js';
import { type CopyRows, copyingOver } from './copy.js';
import type { Logger } from '#kernel';
import { preparing, preparingOn } from './prepared.js';

interface DatabaseOptions {
  /** `postgres://user:password@host:port/database` */
  readonly url: string;
  /** Upper bound of the pool; a query past it waits for a free connection. */
  readonly maxConnections: number;
  /** Shown in `pg_stat_activity`. */
  readonly applicationName: string;
  /** Told when a connection breaks; the pool replaces it by itself. */
  readonly log?: Logger;
}

/** PostgreSQL as Lindung uses it: a pool behind Kysely, and connections of one's own for locks. */
export interface Database {
  /** Without tables of its own: read models are reached with `tablesOf`. */
  readonly kysely: Kysely<object>;
  /** Does work in a transaction of the pool that may also bring rows in by COPY. */
  transaction<Result>(
    work: (transaction: Transaction<object>, copy: CopyRows) => Promise<Result>,
  ): Promise<Result>;
  /**
   * Hears what is told on a channel (NOTIFY), on a connection of its own, until the database is closed or the connection
   * breaks; then `onLost` is called.
   * @throws when the server cannot be reached
   */
  listen(channel: string, hear: (news: string) => void, onLost: () => void): Promise<void>;
  /** A connection outside the pool, for what lives as long as a session (advisory locks). The caller ends it. */
  connect(): Promise<pg.Client>;
  /** Waits for running queries and closes the pool. */
  close(): Promise<void>;
}

/** How long a connection may take before the server counts as unreachable. */
const CONNECT_TIMEOUT_MS = 10_000;

/** After how much silence a connection is asked whether the server is still there. */
const KEEP_ALIVE_MS = 30_000;

const CONNECTION_LOST = 'A PostgreSQL connection broke off';

/** Opens no connection yet: the first query does, and fails clearly when the server cannot be reached. */
export function connectDatabase({ url, maxConnections, applicationName, log }: DatabaseOptions): Database {
  const connection: pg.ClientConfig = {
    connectionString: url,
    application_name: applicationName,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
    types: columnTypes,
  };
  const pool = new pg.Pool({ ...connection, max: maxConnections });
  // Whoever uses a connection when it breaks gets the error from the query; without these listeners a connection that
  // breaks while idle, or between two queries, would end the process.
  pool.on('connect', (client) =>
    client.on('error', ({ name }) => log?.warn({ error: name }, CONNECTION_LOST)),
  );
  pool.on('error', () => {
    // The connection itself has told it.
  });
  const kysely = new Kysely<object>({ dialect: new PostgresDialect({ pool: preparing(pool) }) });
  const connect = async () => {
    const client = new pg.Client(connection);
    await client.connect();
    return client;
  };
  const listening = new Set<pg.Client>();
  return {
    kysely,
    transaction: async (work) => {
      const client = await pool.connect();
      try {
        return await kyselyOver(client)
          .transaction()
          .execute((transaction) => work(transaction, copyingOver(client)));
      } finally {
        client.release();
      }
    },
    connect,
    listen: async (channel, hear, onLost) => {
      const client = await connect();
      const lose = () => {
        if (listening.delete(client)) onLost();
      };
      client.on('error', lose).on('end', lose);
      client.on('notification', ({ payload = '' }) => hear(payload));
      listening.add(client);
      await client.query(`listen "${channel}"`);
    },
    close: async () => {
      await Promise.all([...listening].map((client) => client.end()));
      await kysely.destroy();
    },
  };
}

const known = new WeakMap<pg.PoolClient, Kysely<object>>();

/** Kysely on one connection, which somebody else releases. */
function kyselyOver(client: pg.PoolClient): Kysely<object> {
  const made = known.get(client);
  if (made) return made;
  // Whoever took the connection from the pool gives it back.
  const connection = { ...preparingOn(client), release: () => {} };
  const pool = { connect: async () => connection, end: async () => {} };
  const kysely = new Kysely<object>({ dialect: new PostgresDialect({ pool }) });
  known.set(client, kysely);
  return kysely;
}
