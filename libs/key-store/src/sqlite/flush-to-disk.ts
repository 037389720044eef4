import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Makes sure that a file, or the names in a directory, are on disk. */
export function flushToDisk(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
