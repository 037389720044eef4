import 'reflect-metadata';
import { runUntilStopped } from '#http';

/** Starts well, is told to stop, and fails of it. */
await runUntilStopped(() => {
  setTimeout(() => {}, 10_000); // A server that runs keeps the process alive.
  setTimeout(() => process.kill(process.pid, 'SIGTERM'));
  return Promise.resolve({ stop: () => Promise.reject(new Error('the checkpoint cannot be stored')) });
});
