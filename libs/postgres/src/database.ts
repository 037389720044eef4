import { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import type { Logger } from '#kernel';
import { columnTypes } from './column-types.js';
import { type CopyRows, copyingOver } from './copy.js';
import { limit, limitedOf } from './limited.js';
import { connected, preparing, preparingOn } from './prepared.js';
import { type GivenTable, givenTables } from './given-tables.js';
import { readTables } from './read-tables.js';
import { type Session, openSession } from './session.js';
import { sharing } from './shared.js';

interface DatabaseOptions {
  /** `postgres://user:password@host:port/database` */
  readonly url: string;
  /** Instead of one in the address: any characters, as they are. */
  readonly password?: string;
  /** Upper bound of the pool; a query past it waits for a free connection. */
  readonly maxConnections: number;
  /** Shown in `pg_stat_activity`. */
  readonly applicationName: string;
  /** How long it may take to connect, or to get a free connection of the pool; 10 seconds. */
  readonly connectTimeoutMs?: number;
  /** How long a statement may take; 30 seconds. A transaction may take four times as long. */
  readonly statementTimeoutMs?: number;
  /** Told when a connection breaks; the pool replaces it by itself. */
  readonly log?: Logger;
}

/**
 * PostgreSQL as Lindung uses it: a pool behind Kysely, and connections of one's own for locks. Nothing of it waits for
 * ever: what is not answered in time, or breaks, is a `DatabaseUnavailable`.
 */
export interface Database {
  /** Without tables of its own: read models are reached with `tablesOf`. */
  readonly kysely: Kysely<object>;
  /**
   * The tables of a schema for questions alone, by their names in TypeScript. What is asked at the same moment shares a
   * connection, and PostgreSQL refuses whatever changes something.
   */
  reading(schema: string, tables: readonly string[]): Kysely<object>;
  /** The same questions over rows that are given in place of tables. */
  given(tables: readonly GivenTable[]): Kysely<object>;
  /** Does work in a transaction of the pool that may also bring rows in by COPY. */
  transaction<Result>(
    work: (transaction: Transaction<object>, copy: CopyRows) => Promise<Result>,
  ): Promise<Result>;
  /**
   * Hears what is told on a channel (NOTIFY), on a connection of its own, until the database is closed or the connection
   * breaks; then `onLost` is called.
   * @throws DatabaseUnavailable
   */
  listen(channel: string, hear: (news: string) => void, onLost: () => void): Promise<void>;
  /**
   * A connection outside the pool, for what lives as long as a session (advisory locks). The caller ends it.
   * @throws DatabaseUnavailable
   */
  connect(): Promise<Session>;
  /** Waits a moment for running queries, closes the pool, and cuts what is still open. */
  close(): Promise<void>;
}

const [CONNECT_TIMEOUT_MS, STATEMENT_TIMEOUT_MS] = [10_000, 30_000];

/** Statements' limits that a transaction may take. */
const STATEMENTS_OF_TRANSACTION = 4;

/** After how much silence a connection is asked whether the server is still there. */
const KEEP_ALIVE_MS = 30_000;

/** A client that vanished in the middle of a transaction lets go of its locks after so long. */
const IDLE_IN_TRANSACTION_MS = 60_000;

/** Whoever closes has finished; what does not end by then has nobody on the other side. */
const CLOSE_WITHIN_MS = 500;

const CONNECTION_LOST = 'A PostgreSQL connection broke off';

/** Opens no connection yet: the first query does, and fails clearly when the server cannot be reached. */
export function connectDatabase(options: DatabaseOptions): Database {
  const { statementTimeoutMs = STATEMENT_TIMEOUT_MS } = options;
  const sockets = openSockets();
  const connection = connectionTo(options, sockets.open);
  const pool = poolOf(connection, options);
  const readers = readersOf(connection, options);
  const kysely = new Kysely<object>({ dialect: new PostgresDialect({ pool: preparing(pool) }) });
  const connect = () => openSession(connection, sockets.open(), statementTimeoutMs);
  const listeners = listenersOver(connect);
  return {
    kysely,
    ...questionsTo(readers),
    transaction: transactionsOf(pool, STATEMENTS_OF_TRANSACTION * statementTimeoutMs),
    connect,
    listen: listeners.listen,
    close: async () => {
      const closing = Promise.all([...listeners.end(), kysely.destroy(), !readers.ending && readers.end()]);
      const patience = () => wait(CLOSE_WITHIN_MS, undefined, { ref: false });
      await Promise.race([closing, patience()]);
      sockets.cut();
      await Promise.race([closing, patience()]);
    },
  };
}

/** Every socket that is open, so that none outlives its database. */
function openSockets() {
  const sockets = new Set<Socket>();
  return {
    open: (): Socket => {
      const socket = new Socket();
      sockets.add(socket);
      return socket.once('close', () => sockets.delete(socket));
    },
    cut: () => {
      for (const socket of sockets) socket.destroy();
    },
  };
}

function connectionTo(
  {
    url,
    password,
    applicationName,
    connectTimeoutMs = CONNECT_TIMEOUT_MS,
    statementTimeoutMs = STATEMENT_TIMEOUT_MS,
  }: DatabaseOptions,
  stream: () => Socket,
): pg.ClientConfig {
  return {
    connectionString: withPassword(url, password),
    application_name: applicationName,
    connectionTimeoutMillis: connectTimeoutMs,
    statement_timeout: statementTimeoutMs,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
    types: columnTypes,
    stream,
  };
}

function poolOf(
  connection: pg.ClientConfig,
  { maxConnections, statementTimeoutMs = STATEMENT_TIMEOUT_MS, log }: DatabaseOptions,
  more: pg.PoolConfig = {},
): pg.Pool {
  const pool = new pg.Pool({ ...connection, max: maxConnections, ...more });
  // Whoever uses a connection when it breaks gets the error from the query; without these listeners a connection that
  // breaks while idle, or between two queries, would end the process.
  pool.on('connect', (client) => {
    limit(client, statementTimeoutMs);
    client.on('error', ({ name }) => log?.warn({ error: name }, CONNECTION_LOST));
  });
  return pool.on('error', () => {
    // The connection itself has told it.
  });
}

/** Connections on which questions follow one another without waiting for answers, and nothing can be changed. */
const readersOf = (connection: pg.ClientConfig, options: DatabaseOptions): pg.Pool =>
  poolOf(connection, options, { pipeline: true }).on('connect', (client) => {
    // Sent before the first question; when it fails the connection is broken, and the question says so.
    client.query('set default_transaction_read_only = on').catch(() => {});
  });

function questionsTo(readers: pg.Pool): Pick<Database, 'reading' | 'given'> {
  const shared = sharing(readers);
  const schemas = new Map<string, Kysely<object>>();
  return {
    reading: (schema, tables) => {
      const known = schemas.get(schema) ?? readTables(shared, schema, tables);
      schemas.set(schema, known);
      return known;
    },
    given: (tables) => givenTables(shared, tables),
  };
}

const transactionsOf =
  (pool: pg.Pool, withinMs: number): Database['transaction'] =>
  async (work) => {
    const client = await connected(pool);
    try {
      return await limitedOf(client).within(withinMs, () =>
        kyselyOver(client)
          .transaction()
          .execute((transaction) => work(transaction, copyingOver(client))),
      );
    } finally {
      client.release();
    }
  };

/** Those who hear what is told, each on a session of its own. */
function listenersOver(connect: Database['connect']) {
  const listening = new Set<Session>();
  const listen: Database['listen'] = async (channel, hear, onLost) => {
    const session = await connect();
    listening.add(session);
    session.lost.addEventListener('abort', () => listening.delete(session) && onLost());
    session.hear(hear);
    await session.query(`listen "${channel}"`);
  };
  return { listen, end: () => [...listening].map((session) => session.end()) };
}

/** In the query of the address, where every character can be written; it counts more than one before the host. */
function withPassword(url: string, password: string | undefined): string {
  if (password === undefined) return url;
  return `${url}${url.includes('?') ? '&' : '?'}password=${encodeURIComponent(password)}`;
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
