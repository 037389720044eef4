import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { databaseFile, openForReading, prepareDirectory } from '../storage/database.js';
import { lockDirectory } from '../storage/directory-lock.js';
import { verifyStore, type Verification } from './verify-store.js';

/**
 * Copies a store to a file while a server may be writing to it: the copy is the store as it stood at one moment. It is
 * verified before it gets its name.
 *
 * @throws Error when the target exists, the source is no store, or the copy is not sound
 */
export function backupStore(directory: string, target: string): Verification {
  if (existsSync(target)) throw new Error(`${target} exists already`);
  const unfinished = `${target}.unfinished`;
  rmSync(unfinished, { force: true });
  const database = openForReading(databaseFile(directory));
  try {
    database.prepare('VACUUM INTO ?').run(unfinished);
  } finally {
    database.close();
  }
  return accept(unfinished, target);
}

/**
 * Makes a store out of a backup. The directory must not hold one, and no server may be using it.
 *
 * @throws Error when there is a store already, or the backup is not sound; the directory stays as it was then
 */
export function restoreStore(backup: string, directory: string): Verification {
  prepareDirectory(directory);
  const target = databaseFile(directory);
  const lock = lockDirectory(directory);
  try {
    if (existsSync(target)) throw new Error(`${directory} holds a store already`);
    const unfinished = `${target}.unfinished`;
    copyFileSync(backup, unfinished, constants.COPYFILE_FICLONE);
    return accept(unfinished, target);
  } finally {
    lock.release();
  }
}

/** Gives a copy its name when it is sound, otherwise removes it. */
function accept(unfinished: string, target: string): Verification {
  const verification = verifyStore(unfinished);
  if (verification.problems.length > 0) {
    rmSync(unfinished);
    throw new Error(`the copy is not sound: ${verification.problems.join('; ')}`);
  }
  flush(unfinished);
  renameSync(unfinished, target);
  flush(dirname(target));
  return verification;
}

/** Makes sure that a file, or the names in a directory, are on disk. */
function flush(path: string): void {
  const descriptor = openSync(path, 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
}
