import { startEmbeddedPostgres } from '#embedded-postgres';

/** PostgreSQL on one port for as long as it lives; whoever looks after this process starts it again. */
const { PG_DATA: dataDir = '', PG_PORT: port = '0' } = process.env;
const server = await startEmbeddedPostgres({ dataDir, port: Number(port) });
process.once('SIGTERM', () => void server.stop());
process.send?.(server.url);
await server.ended;
process.exit(1);
