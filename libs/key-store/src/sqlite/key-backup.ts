import { chmodSync, constants, copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DestroyedList, listFile } from './destroyed-list.js';
import { flushToDisk } from './flush-to-disk.js';
import { checkFormat, keyFile } from './key-database.js';
import { SqliteKeyStore } from './sqlite-key-store.js';

/** A copy holds everybody's keys: nobody but its owner may read it. */
const OWNER_ONLY = 0o600;

/** What a copy of the keys holds. */
export interface KeyCopy {
  readonly persons: number;
  readonly destroyed: number;
}

/**
 * Copies the keys of a directory to a file, also while a program works with them: the copy is what there was at one moment,
 * and it is looked through before it gets its name.
 * @throws Error when the target exists, there are no keys, or the copy is not sound; no file is left then
 */
export function backupKeys(directory: string, target: string): KeyCopy {
  if (existsSync(target)) throw new Error(`${target} exists already; a backup never overwrites anything`);
  const source = keyFile(directory);
  if (!existsSync(source)) throw new Error(`There are no keys in ${directory}`);
  return acceptCopy(target, (unfinished) => {
    const database = new DatabaseSync(source, { readOnly: true });
    try {
      database.exec('PRAGMA busy_timeout = 1000');
      database.prepare('VACUUM INTO ?').run(unfinished);
    } finally {
      database.close();
    }
  });
}

interface KeyRestore {
  readonly from: string;
  readonly directory: string;
  /** What was destroyed, as `lindung keys destroyed` told it later than the backup; added to what the directory knows. */
  readonly destroyed?: string;
  /** Nobody was erased since the backup, and somebody says so. */
  readonly nobodySince?: boolean;
}

/**
 * Makes the keys of a directory out of a backup. Whoever was erased since is erased in it before it can be used.
 * @throws Error when there are keys already, the backup is not sound, or nobody says who was erased since
 */
export function restoreKeys({
  from,
  directory,
  destroyed,
  nobodySince = false,
}: KeyRestore): Promise<KeyCopy> {
  const [target, list] = [keyFile(directory), listFile(directory)];
  if (!existsSync(from)) throw new Error(`There is no backup ${from}`);
  if (existsSync(target)) throw new Error(`${directory} holds keys already; a restore never overwrites any`);
  if (destroyed !== undefined && !existsSync(destroyed)) throw new Error(`There is no list ${destroyed}`);
  if (destroyed === undefined && !existsSync(list) && !nobodySince) {
    throw new Error(
      `The backup brings back whoever was erased since. Put ${list} back, or name a copy of it with --destroyed FILE; say --nobody-erased-since only when you know it`,
    );
  }
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  if (destroyed !== undefined) new DestroyedList(list).add(new DestroyedList(destroyed).read());
  acceptCopy(target, (unfinished) => copyFileSync(from, unfinished, constants.COPYFILE_FICLONE));
  return erasedAgain(directory);
}

/** Opening applies the list. */
async function erasedAgain(directory: string): Promise<KeyCopy> {
  const store = SqliteKeyStore.open(directory);
  try {
    return { persons: store.persons, destroyed: (await store.destroyed()).length };
  } finally {
    await store.close();
  }
}

/** Makes a copy, looks through it, and gives it its name only when it is sound and on disk. */
function acceptCopy(target: string, copy: (unfinished: string) => void): KeyCopy {
  const unfinished = `${target}.unfinished`;
  removeDatabase(unfinished);
  try {
    copy(unfinished);
    chmodSync(unfinished, OWNER_ONLY);
    const holds = lookedThrough(unfinished);
    flushToDisk(unfinished);
    renameSync(unfinished, target);
    flushToDisk(dirname(target));
    return holds;
  } finally {
    removeDatabase(unfinished);
  }
}

/** @throws Error when it is broken, or no copy of keys */
function lookedThrough(file: string): KeyCopy {
  const database = new DatabaseSync(file);
  try {
    // What was copied while it was written to is brought into the one file.
    database.exec('PRAGMA journal_mode = DELETE');
    checkFormat(database);
    const found = database.prepare('PRAGMA integrity_check(1)').get()?.['integrity_check'];
    if (found !== 'ok') throw new Error(`it is not sound: ${String(found)}`);
    const count = (table: string) =>
      Number(database.prepare(`SELECT count(*) AS many FROM ${table}`).get()?.['many']);
    return { persons: count('keys'), destroyed: count('destroyed') };
  } catch (error) {
    throw new Error(`${file} is no copy of keys: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  } finally {
    database.close();
  }
}

/** Removes a database with the files that SQLite may have laid beside it. */
function removeDatabase(file: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(file + suffix, { force: true });
}
