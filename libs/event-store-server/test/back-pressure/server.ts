import { startEventStoreServer } from '#event-store-server';

/** An event store that loses patience with stalled subscribers quickly. Arguments: directory, patience in ms. */
const [data, stalledAfterMs] = process.argv.slice(2);
const server = await startEventStoreServer({ port: 0, data, stalledAfterMs: Number(stalledAfterMs) });
process.stdout.write(`listening on port ${server.port}\n`);
process.once('SIGTERM', () => {
  server.stop().then(
    () => process.exit(0),
    (error: unknown) => {
      throw error;
    },
  );
});
