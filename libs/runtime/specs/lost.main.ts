import 'reflect-metadata';
import { runUntilStopped } from '#http';

/** Starts well, and cannot go on. */
await runUntilStopped(() => {
  setTimeout(() => {}, 10_000); // A server that runs keeps the process alive.
  return Promise.resolve({
    lost: Promise.resolve('PostgreSQL has died again.'),
    stop: async () => void process.stderr.write('Everything else is stopped first.\n'),
  });
});
