import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Raised when the layout of the tables changes; a store of another format is refused rather than misread. */
const FORMAT = 1;

/** "LKey": what tells this file from any other one of SQLite. */
const APPLICATION_ID = 0x4c_4b_65_79;

/** How long a write waits for another process on this machine, milliseconds: nobody has the file for long. */
const BUSY_MS = 1_000;

/**
 * A row never moves: it is appended, and what is destroyed in it is overwritten in place by as many zeros. So a key stands in
 * the file once, or not at all; an index that splits its pages holds no keys. `destroyed` says what zeros mean.
 */
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS keys (
    id INTEGER PRIMARY KEY,
    subject TEXT NOT NULL UNIQUE,
    master_key_id TEXT NOT NULL,
    person BLOB NOT NULL,
    health BLOB NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS destroyed (
    subject TEXT NOT NULL,
    section TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (subject, section)
  ) STRICT, WITHOUT ROWID;
`;

/** The file of the keys in the directory of a store. */
export const keyFile = (directory: string): string => join(directory, 'keys.sqlite');

/**
 * Opens the file of a store, making it where there is none.
 *
 * What is deleted is overwritten (`secure_delete`). COMMIT does not wait for the disk: see `WalSync`.
 *
 * @throws Error when the directory cannot be written, or holds something else
 */
export function openKeyDatabase(directory: string): DatabaseSync {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const database = new DatabaseSync(keyFile(directory));
  try {
    database.exec(`PRAGMA busy_timeout = ${BUSY_MS}`);
    // The first one who writes makes the write-ahead log, and waits for the disk to know its name.
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON');
    checkFormat(database);
    database.exec(`BEGIN IMMEDIATE; ${SCHEMA}
      PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${FORMAT}; COMMIT`);
    // Nothing is laid beside the file but its write-ahead log.
    database.exec('PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -8000');
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}

/** @throws Error when a file is no store of keys, or one of another format */
export function checkFormat(database: DatabaseSync): void {
  const number = (pragma: string) => Number(database.prepare(`PRAGMA ${pragma}`).get()?.[pragma]);
  const [id, format] = [number('application_id'), number('user_version')];
  if (id === 0 && format === 0 && number('schema_version') === 0) return;
  if (id !== APPLICATION_ID) throw new Error('this is a database, but not one of keys');
  if (format !== FORMAT) throw new Error(`these keys have format ${format}, this release reads ${FORMAT}`);
}
