import './typescript-in-node.js';

/** The servers of a run of integration specs, shared by all of them; the unit project never comes here. */
export default async function startServers() {
  const { startPostgresForTests } = await import('./src/postgres-for-tests.ts');
  const { offerKafkaForTests } = await import('./src/kafka-for-tests.ts');
  const stops = [await startPostgresForTests(), await offerKafkaForTests()];
  globalThis.stopServersForTests = () => Promise.all(stops.map((stop) => stop()));
}
