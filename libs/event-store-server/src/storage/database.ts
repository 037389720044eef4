import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { LONGEST_WAL, takesInBeside } from './wal-checkpoints.js';

/** Where the log lives: a directory, or memory (gone when the server stops). */
export type Storage = { readonly directory: string } | 'memory';

/** Raised when the layout of the tables changes; a store of another format is refused rather than misread. */
export const STORE_FORMAT = 1;

const SQLITE_BUSY = 5;
const DATABASE_FILE = 'events.sqlite';

/** Of a new store: four times SQLite's own, since large pages are fewer to write one by one. A store keeps the size it has. */
const PAGE_BYTES = 16 * 1024;

/** After so much of the write-ahead log SQLite takes it into the database, if nobody has done so before (`wal-checkpoints.ts`). */
const CHECKPOINT_BYTES = takesInBeside() ? LONGEST_WAL : 16_000_000;

/**
 * The write-ahead log grows past that while somebody else reads one moment of the store, such as a backup. It is cut to
 * this size when it begins anew after that.
 */
export const LARGEST_RESTING_WAL = 32 * 1024 * 1024;

/**
 * One row of `entry` holds the events that one append put next to each other in the log (about 64 KiB of them at most):
 * `position` is the position of the first, `events` the frames (see `frame.ts`). That keeps a large append cheap without
 * making the reader of a single event fetch much more than it asked for. `stream_entry` finds the entries of a stream,
 * up to the position in `indexed_up_to` (see `stream-index.ts`).
 */
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS stream (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
  ) STRICT;
  CREATE TABLE IF NOT EXISTS entry (
    position INTEGER PRIMARY KEY,
    stream INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    count INTEGER NOT NULL,
    events BLOB NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS stream_entry (
    stream INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (stream, revision)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS indexed_up_to (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    position INTEGER NOT NULL
  ) STRICT;
  INSERT OR IGNORE INTO indexed_up_to VALUES (1, 0);
`;

/** The file of a store in its directory. */
export function databaseFile(directory: string): string {
  return join(directory, DATABASE_FILE);
}

/**
 * The file of a store that is there.
 *
 * @throws Error when there is none, or the directory is of another server
 */
export function existingStore(directory: string): string {
  refuseForeign(directory);
  const file = databaseFile(directory);
  if (!existsSync(file)) throw new Error(`${directory} holds no store`);
  return file;
}

/** What EventStoreDB and KurrentDB have in their data directory from their first start on. */
const FOREIGN_FILES = ['writer.chk', 'chaser.chk'];

function refuseForeign(directory: string): void {
  if (!FOREIGN_FILES.some((file) => existsSync(join(directory, file)))) return;
  throw new Error(
    `${directory} holds the log of an EventStoreDB or KurrentDB server. This is for the embedded event store alone: ` +
      'verify, back up and restore that log with the tools of its own server',
  );
}

/**
 * Makes the directory of a store if need be.
 *
 * @throws Error when it cannot be made or written, or is of another server, saying so plainly
 */
export function prepareDirectory(directory: string): void {
  refuseForeign(directory);
  try {
    mkdirSync(directory, { recursive: true });
    accessSync(directory, constants.W_OK);
  } catch (error) {
    throw new Error(`the directory ${directory} cannot be written`, { cause: error });
  }
}

/**
 * Opens the database of a store, creating it when the directory is empty.
 *
 * With `synchronous = FULL` COMMIT returns after the write-ahead log has been fsynced, so what was acknowledged survives a
 * crash of the process and of the machine. Appends reach the same by other means, see `wal-sync.ts`.
 *
 * @throws Error when the directory cannot be written, or holds a store of another format
 */
export function openDatabase(storage: Storage): DatabaseSync {
  const database = new DatabaseSync(storage === 'memory' ? ':memory:' : databaseFile(storage.directory));
  try {
    database.exec(`PRAGMA page_size = ${PAGE_BYTES}`);
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000;');
    const pageBytes = Number(database.prepare('PRAGMA page_size').get()!['page_size']);
    const checkpointPages = Math.floor(CHECKPOINT_BYTES / pageBytes);
    database.exec(`PRAGMA cache_size = -8000; PRAGMA wal_autocheckpoint = ${checkpointPages}`);
    database.exec(`PRAGMA journal_size_limit = ${LARGEST_RESTING_WAL}`);
    // What SQLite moves to another page leaves no copy behind: an event stands in the file once, or not at all.
    database.exec('PRAGMA secure_delete = FAST');
    checkFormat(database);
    database.exec(SCHEMA);
    database.exec(`PRAGMA user_version = ${STORE_FORMAT}`);
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}

/** True when a write failed because somebody else is writing to the database. */
export function isLocked(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('errcode' in error)) return false;
  return (Number(error.errcode) & 0xff) === SQLITE_BUSY;
}

/**
 * Opens the database of a store for reading only, beside a server that may be running on it.
 *
 * @throws Error when the file is no store, or one of another format
 */
export function openForReading(file: string): DatabaseSync {
  if (!existsSync(file)) throw new Error(`there is no file ${file}`);
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(isAtRest(file) ? immutable(file) : file, { readOnly: true });
    checkFormat(database);
    if (!hasEntries(database)) throw new Error('it has no table of events');
  } catch (error) {
    database?.close();
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${file} is no embedded event store: ${reason}`, { cause: error });
  }
  return database;
}

function hasEntries(database: DatabaseSync): boolean {
  return database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'entry'").get() !== undefined;
}

/** True when nobody can be writing: without a write-ahead log, in a directory where none can be made. */
function isAtRest(file: string): boolean {
  return existsSync(file) && !existsSync(`${file}-wal`) && !isWritable(dirname(file));
}

/** Readers of a database that changes lay files beside it; of one that cannot change, they need not. */
function immutable(file: string): URL {
  const url = pathToFileURL(file);
  url.searchParams.set('immutable', '1');
  return url;
}

function isWritable(directory: string): boolean {
  try {
    accessSync(directory, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function checkFormat(database: DatabaseSync): void {
  const format = Number(database.prepare('PRAGMA user_version').get()!['user_version']);
  if (format !== 0 && format !== STORE_FORMAT) {
    throw new Error(`this store has format ${format}, but this server reads format ${STORE_FORMAT}`);
  }
}
