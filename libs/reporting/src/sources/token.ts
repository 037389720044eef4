import { readFile } from 'node:fs/promises';

/** Gives a token of the role `reporting` for the feed. */
export type FeedToken = () => Promise<string>;

/** Reads it from a file anew each time: whoever writes the file keeps it valid. */
export function tokenInFile(path: string): FeedToken {
  return async () => (await readFile(path, 'utf8')).trim();
}
