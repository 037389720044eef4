import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '#embedded-postgres';

/** Where the specs of this run find PostgreSQL. Set it yourself to test against a server of your own. */
export const POSTGRES_URL = 'LINDUNG_TEST_POSTGRES_URL';

/** Starts the PostgreSQL of a Jest run and tells the specs where it is. Gives the function that stops it. */
export async function startPostgresForTests(): Promise<() => Promise<void>> {
  if (process.env[POSTGRES_URL]) return () => Promise.resolve();
  const dataDir = await mkdtemp(join(tmpdir(), 'lindung-test-'));
  const server = await startEmbeddedPostgres({ dataDir, durable: false });
  process.env[POSTGRES_URL] = server.url;
  return async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
