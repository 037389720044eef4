import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Keeps a second server out of a directory. */
export interface DirectoryLock {
  release(): void;
}

const LOCK_FILE = 'lock.sqlite';

/**
 * Takes the lock of a store directory. The operating system holds it for the process, so that it is free again after a
 * crash without anybody having to clean up.
 *
 * @throws Error when another server has it, or the directory cannot be written
 */
export function lockDirectory(directory: string): DirectoryLock {
  const database = new DatabaseSync(join(directory, LOCK_FILE));
  try {
    database.exec('PRAGMA journal_mode = MEMORY; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE;');
  } catch (error) {
    database.close();
    if (String(error).includes('locked')) {
      throw new Error(`another event store already uses ${directory}`, { cause: error });
    }
    throw error;
  }
  return { release: () => database.close() };
}
