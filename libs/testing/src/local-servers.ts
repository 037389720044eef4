import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { EventCodec, EventStore, type KeyRing } from '#event-store';
import type { AnyStream } from '#kernel';
import { SqliteKeyStore } from '#key-store';
import { type Database, connectDatabase, sql } from '#postgres';
import { inMemoryKeyRing } from './in-memory-key-ring.js';
import { POSTGRES_URL } from './postgres-for-tests.js';
import { preparedLog } from './secured-log.js';

export interface FreshDatabase {
  /** For starting whole applications on it. */
  readonly url: string;
  readonly database: Database;
  /**
   * Closes the connections and drops the database, also under others who are still connected, and the roles that are named
   * after it.
   */
  drop(): Promise<void>;
}

/**
 * An empty PostgreSQL database of one's own: one for each spec file, in `beforeAll`, dropped in `afterAll`.
 * @throws when called from a unit spec: only `*.int.spec.ts` and `*.e2e.spec.ts` have a PostgreSQL
 */
export async function freshDatabase(maxConnections = 5): Promise<FreshDatabase> {
  const serverUrl = process.env[POSTGRES_URL];
  if (!serverUrl)
    throw new Error('There is no PostgreSQL here: name the file *.int.spec.ts or *.e2e.spec.ts');
  const name = `spec_${randomUUID().replaceAll('-', '')}`;
  await onServer(serverUrl, (server) => sql`create database ${sql.id(name)}`.execute(server.kysely));
  const url = new URL(serverUrl);
  url.pathname = name;
  const database = connectDatabase({ url: url.href, maxConnections, applicationName: 'spec' });
  return {
    url: url.href,
    database,
    drop: async () => {
      await database.close();
      await onServer(serverUrl, async ({ kysely }) => {
        await sql`drop database ${sql.id(name)} with (force)`.execute(kysely);
        const { rows } = await sql<{ role: string }>`
          select rolname as role from pg_roles where starts_with(rolname, ${`${name}_`})`.execute(kysely);
        for (const { role } of rows) await sql`drop role ${sql.id(role)}`.execute(kysely);
      });
    },
  };
}

async function onServer(url: string, work: (server: Database) => Promise<unknown>): Promise<void> {
  const server = connectDatabase({ url, maxConnections: 1, applicationName: 'spec set-up' });
  try {
    await work(server);
  } finally {
    await server.close();
  }
}

export interface FreshKeyStore {
  readonly directory: string;
  /** For starting whole applications on it. */
  readonly url: string;
  readonly store: SqliteKeyStore;
  /** Closes it and deletes the directory. */
  drop(): Promise<void>;
}

/** An empty store of keys of one's own, in files as everywhere. */
export async function freshKeyStore(): Promise<FreshKeyStore> {
  const directory = await mkdtemp(join(tmpdir(), 'lindung-keys-'));
  const store = SqliteKeyStore.open(directory);
  return {
    directory,
    url: pathToFileURL(directory).href,
    store,
    drop: async () => {
      await store.close();
      await rm(directory, { recursive: true });
    },
  };
}

export interface LocalEventStore {
  readonly connectionString: string;
  readonly store: EventStore;
  readonly keyRing: KeyRing;
  /** Closes the client and stops the server; its log was in memory only. */
  stop(): Promise<void>;
}

/** An empty event log of one's own, behind the real protocol. Lindung is an ordinary user of it. */
export async function localEventStore({
  keyRing = inMemoryKeyRing(),
  streams = [],
}: { keyRing?: KeyRing; streams?: readonly AnyStream[] } = {}): Promise<LocalEventStore> {
  const server = await preparedLog();
  const store = EventStore.at(server.connectionString, new EventCodec(keyRing, streams));
  return {
    connectionString: server.connectionString,
    store,
    keyRing,
    stop: async () => {
      await store.close();
      await server.stop();
    },
  };
}
