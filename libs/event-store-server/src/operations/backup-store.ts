import {
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { databaseFile, existingStore, openForReading, prepareDirectory } from '../storage/database.js';
import { lockDirectory } from '../storage/directory-lock.js';
import { describeProblems, type Progress, type Verification } from './verification.js';
import { verifyStore } from './verify-store.js';

/** A copy holds all events: nobody but its owner may read it. */
const OWNER_ONLY = 0o600;

/**
 * Copies a store to a file while a server may be writing to it: the copy is the store as it stood at one moment. It is
 * verified before it gets its name.
 *
 * @throws Error when the target exists, the source is no store, or the copy is not sound; no file is left then
 */
export function backupStore(directory: string, target: string, progress?: Progress): Verification {
  if (existsSync(target)) throw new Error(`${target} exists already; a backup never overwrites anything`);
  const source = existingStore(directory);
  return acceptCopy(target, progress, (unfinished) => {
    const database = openForReading(source);
    try {
      database.prepare('VACUUM INTO ?').run(unfinished);
    } finally {
      database.close();
    }
  });
}

/**
 * Makes a store out of a backup. The directory must not hold one, and no server may be using it.
 *
 * @throws Error when there is a store already, or the backup is not sound; the directory gets no store then
 */
export function restoreStore(backup: string, directory: string, progress?: Progress): Verification {
  if (!existsSync(backup)) throw new Error(`there is no backup ${backup}`);
  if (!statSync(backup).isFile()) throw new Error(`the backup ${backup} is no file`);
  prepareDirectory(directory);
  openForReading(backup).close();
  const lock = lockDirectory(directory);
  try {
    const target = databaseFile(directory);
    if (existsSync(target)) {
      throw new Error(`${directory} holds a store already; a restore never overwrites one`);
    }
    return acceptCopy(target, progress, (unfinished) =>
      copyFileSync(backup, unfinished, constants.COPYFILE_FICLONE),
    );
  } finally {
    lock.release();
  }
}

/** Makes a copy, verifies it, and gives it its name only when it is sound and on disk. */
function acceptCopy(
  target: string,
  progress: Progress | undefined,
  copy: (unfinished: string) => void,
): Verification {
  const unfinished = `${target}.unfinished`;
  removeDatabase(unfinished);
  try {
    copy(unfinished);
    const verification = verifyStore(unfinished, progress);
    if (!verification.isSound) throw new Error(`the copy is not sound: ${describeProblems(verification)}`);
    chmodSync(unfinished, OWNER_ONLY);
    flushToDisk(unfinished);
    renameSync(unfinished, target);
    flushToDisk(dirname(target));
    return verification;
  } finally {
    removeDatabase(unfinished);
  }
}

/** Removes a database with the files that SQLite may have laid beside it. */
function removeDatabase(file: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(file + suffix, { force: true });
}

/** Makes sure that a file, or the names in a directory, are on disk. */
function flushToDisk(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
