import { statSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { databaseFile, type Storage } from '../storage/database.js';

/** Bytes that a store takes: on disk with the write-ahead log, or in memory. */
export function databaseSize(database: DatabaseSync, storage: Storage): number {
  if (storage === 'memory') return pragma(database, 'page_count') * pragma(database, 'page_size');
  const file = databaseFile(storage.directory);
  return [file, `${file}-wal`].reduce((sum, path) => sum + sizeOf(path), 0);
}

function pragma(database: DatabaseSync, name: 'page_count' | 'page_size'): number {
  return Number(database.prepare(`PRAGMA ${name}`).get()?.[name]);
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
