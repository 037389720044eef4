import { type Transaction, sql } from 'kysely';
import { SEALED_SECTIONS } from '#event-store';
import type { AdoptedKeys, KeyStore } from '#key-store';
import { type Database, connectDatabase } from '#postgres';

/** Time for a statement, milliseconds, where keys are moved: everything happens in one transaction, and waits for the disk. */
export const MOVE_STATEMENT_TIMEOUT_MS = 600_000;

/** Persons that are moved at a time. */
const PAGE = 1_000;

/** Until the key store there was, an installation kept the keys of persons here. */
const OLD_TABLE = 'keys.subjects';

interface OldRow {
  readonly subject: string;
  readonly master_key_id: string;
  readonly person: Buffer | null;
  readonly person_destroyed_at: Date | string | null;
  readonly health: Buffer | null;
  readonly health_destroyed_at: Date | string | null;
}

/**
 * An app must not make keys for persons whose keys are still where an earlier release kept them: it would give them other ones.
 * @throws Error saying what to do
 */
export async function refuseKeysInPostgres(server: {
  readonly url: string;
  readonly password?: string;
}): Promise<void> {
  const { url, password } = server;
  const database = connectDatabase({ url, password, maxConnections: 1, applicationName: 'lindung' });
  try {
    if (!(await keysAreIn(database))) return;
    throw new Error(
      `Cannot start: the keys of persons are still in PostgreSQL (${OLD_TABLE}), where an earlier release kept them. Stop every app of that release and run: lindung keys move (docs/how-to/deploy.md)`,
    );
  } finally {
    await database.close();
  }
}

/**
 * Moves the keys that an earlier release kept in PostgreSQL to the key store, tombstones too, and then drops that schema.
 * The database needs the patience of `MOVE_STATEMENT_TIMEOUT_MS`. Every key is on the disk of the store before anything is dropped, so a crash in between loses nothing and this may be run
 * again; nobody can add keys meanwhile.
 * @param beforeDrop what has to be done by then
 * @returns how many persons were moved; undefined when there was nothing to move
 * @throws KeysDiffer when the store has other keys of the same person; nothing is dropped then
 */
export async function moveKeysFromPostgres(
  database: Database,
  store: KeyStore,
  beforeDrop: () => Promise<void> = async () => {},
): Promise<number | undefined> {
  if (!(await keysAreIn(database))) return undefined;
  return database.transaction(async (transaction) => {
    await sql`lock table keys.subjects in access exclusive mode`.execute(transaction);
    let moved = 0;
    for (let page = await pageAfter('', transaction); page.length > 0;) {
      await store.adopt(page.map(adopted));
      moved += page.length;
      page = await pageAfter(page.at(-1)?.subject ?? '', transaction);
    }
    await beforeDrop();
    await sql`drop schema keys cascade`.execute(transaction);
    return moved;
  });
}

/** Asked of the catalogue, which whoever may connect may read. */
async function keysAreIn(database: Database): Promise<boolean> {
  const { rows } = await sql`
    select from pg_class join pg_namespace on pg_namespace.oid = relnamespace
    where nspname = 'keys' and relname = 'subjects'`.execute(database.kysely);
  return rows.length > 0;
}

async function pageAfter(subject: string, transaction: Transaction<object>): Promise<readonly OldRow[]> {
  const { rows } = await sql<OldRow>`
    select subject, master_key_id, person, person_destroyed_at, health, health_destroyed_at from keys.subjects
    where subject > ${subject} order by subject limit ${PAGE}`.execute(transaction);
  return rows;
}

function adopted(row: OldRow): AdoptedKeys {
  const keys = SEALED_SECTIONS.flatMap((section) => {
    const key = row[section];
    return key ? [[section, key] as const] : [];
  });
  const destroyed = SEALED_SECTIONS.flatMap((section) => {
    const at = row[`${section}_destroyed_at`];
    return at === null ? [] : [{ section, at: new Date(at).toISOString() }];
  });
  return { subject: row.subject, masterKeyId: row.master_key_id, ...Object.fromEntries(keys), destroyed };
}
