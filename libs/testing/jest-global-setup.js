import './typescript-in-node.js';

/** One PostgreSQL for all integration specs of a run; the unit project never comes here. */
export default async function startServers() {
  const { startPostgresForTests } = await import('./src/postgres-for-tests.ts');
  globalThis.stopPostgresForTests = await startPostgresForTests();
}
