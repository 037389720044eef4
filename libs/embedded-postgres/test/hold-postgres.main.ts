import { connectDatabase, sql } from '#postgres';
import { startEmbeddedPostgres } from '#embedded-postgres';

/** Starts PostgreSQL, commits a row, says so, and waits to be killed together with nothing else. */
const server = await startEmbeddedPostgres({ dataDir: process.env.DATA_DIR ?? '' });
const { kysely } = connectDatabase({ url: server.url, maxConnections: 1, applicationName: 'to be killed' });
await sql`create table kept (row int)`.execute(kysely);
await sql`insert into kept values (1)`.execute(kysely);
process.send?.(server.url);
