import { mkdir, open, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** What a file is called while it is written. Whoever serves or reads files never sees one of these. */
export const UNFINISHED = '.unfinished';

/** Makes sure that a file, or the names in a folder, are on disk. */
async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Writes a whole file, so that after a crash it is there as it was before or as it is now. */
export async function writeDurably(path: string, content: string | Uint8Array): Promise<void> {
  await writeAllDurably([{ path, content }]);
}

/** So many files are written at a time. */
const AT_ONCE = 16;

/** The same for many files, in any order; all of them are on disk when it returns. */
export async function writeAllDurably(
  files: readonly { readonly path: string; readonly content: string | Uint8Array }[],
): Promise<void> {
  const folders = new Set(files.map(({ path }) => dirname(path)));
  const made = await Promise.all([...folders].map(madeFolder));
  for (let start = 0; start < files.length; start += AT_ONCE) {
    await Promise.all(
      files.slice(start, start + AT_ONCE).map(({ path, content }) => writeOne(path, content)),
    );
  }
  await Promise.all([...new Set([...folders, ...made.flat()])].map(flush));
}

async function writeOne(path: string, content: string | Uint8Array): Promise<void> {
  const unfinished = `${path}${UNFINISHED}`;
  const handle = await open(unfinished, 'w');
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(unfinished, path);
}

/** @returns the folders that hold the name of one that is new */
async function madeFolder(folder: string): Promise<string[]> {
  const first = await mkdir(folder, { recursive: true });
  const holders: string[] = [];
  if (first === undefined) return holders;
  for (let at = folder; at.length >= first.length; at = dirname(at)) holders.push(dirname(at));
  return holders;
}

export interface FolderLock {
  readonly release: () => void;
}

/** Keeps a second program out of a folder; the operating system lets go of it when the program ends, however it does. */
export function lockFolder(folder: string): FolderLock {
  const lock = new DatabaseSync(join(folder, 'lock.sqlite'));
  try {
    lock.exec('PRAGMA journal_mode = MEMORY; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE;');
  } catch (error) {
    lock.close();
    throw new Error(`Another program already works in ${folder}`, { cause: error });
  }
  return { release: () => lock.close() };
}
