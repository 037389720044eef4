import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { MOVE_STATEMENT_TIMEOUT_MS, moveKeysFromPostgres } from '#key-ring';
import { openKeyStore } from '#key-store';
import { connectDatabase, forgetDropped } from '#postgres';
import type { DataFolder } from './data-folder.js';

/**
 * An earlier release kept the keys of persons in PostgreSQL. Nobody works yet, so they can be moved, and the files of
 * PostgreSQL cleaned of them. Whatever is cut short is done at the next start.
 */
export async function takeOverKeys(
  { keys }: DataFolder,
  databaseUrl: string,
  say: (line: string) => void,
): Promise<void> {
  const unfinished = join(keys, 'postgres-not-cleaned');
  const database = connectDatabase({
    url: databaseUrl,
    maxConnections: 1,
    applicationName: 'moves keys',
    statementTimeoutMs: MOVE_STATEMENT_TIMEOUT_MS,
  });
  const store = openKeyStore({ url: pathToFileURL(keys).href });
  try {
    const moved = await moveKeysFromPostgres(database, store, () => writeFile(unfinished, ''));
    if (moved !== undefined) say(`Moved the keys of ${moved} persons out of PostgreSQL.`);
    if (!existsSync(unfinished)) return;
    await forgetDropped(database);
    await rm(unfinished);
  } finally {
    await store.close();
    await database.close();
  }
}
