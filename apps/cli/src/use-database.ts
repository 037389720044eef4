import { join } from 'node:path';
import { Group, PostgresConfig, loadConfig } from '#runtime';
import { type Database, connectDatabase } from '#postgres';
import { useEmbeddedPostgres } from '#embedded-postgres';

class DatabaseConfig {
  @Group() readonly postgres!: PostgresConfig;
}

/** Which database is meant, for `useDatabase`. */
export const OF_DATABASE = [
  '--data <directory>',
  'the data folder of `npm start`, instead of DATABASE_URL',
] as const;

/**
 * Works with the database of `DATABASE_URL`, or with that of a data folder of `npm start`, whether that runs or not.
 * @param dataDir the folder; left out, the environment counts
 */
export async function useDatabase<Result>(
  dataDir: string | undefined,
  work: (database: Database) => Promise<Result>,
  { statementTimeoutMs }: { readonly statementTimeoutMs?: number } = {},
): Promise<Result> {
  const server =
    dataDir === undefined
      ? { ...loadConfig(DatabaseConfig).postgres, stop: async () => {} }
      : await useEmbeddedPostgres(join(dataDir, 'postgres'));
  try {
    const database = connectDatabase({
      ...server,
      maxConnections: 2,
      applicationName: 'lindung-cli',
      statementTimeoutMs,
    });
    try {
      return await work(database);
    } finally {
      await database.close();
    }
  } finally {
    await server.stop();
  }
}
