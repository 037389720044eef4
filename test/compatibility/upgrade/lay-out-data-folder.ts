import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '#embedded-postgres';
import { databaseDump, eventsFile, secretsFile } from './first-edition.js';

/** Lays a `.data` folder out as the first edition kept it: these names are part of what an upgrade meets. */
export async function layOutDataFolder(folder: string): Promise<void> {
  const eventStore = join(folder, 'event-store');
  await mkdir(eventStore, { recursive: true });
  await writeFile(join(eventStore, 'events.sqlite'), eventsFile());
  await writeFile(join(folder, 'secrets.json'), secretsFile(), { mode: 0o600 });
  await restore(join(folder, 'postgres'));
}

/** Waits for the disk: what is stopped right after must be there at the start. */
async function restore(dataDir: string): Promise<void> {
  const server = await startEmbeddedPostgres({ dataDir });
  const client = new pg.Client({ connectionString: server.url });
  try {
    await client.connect();
    await client.query(databaseDump());
  } finally {
    await client.end();
    await server.stop();
  }
}
