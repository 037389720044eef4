import 'reflect-metadata';
import { once } from 'node:events';
import { runUntilStopped } from '#http';

/** Starts like a process whose PostgreSQL gets the Ctrl+C as well, and fails of it. */
await runUntilStopped(async () => {
  setTimeout(() => {}, 10_000); // A server that is starting keeps the process alive.
  const heard = once(process, 'SIGINT');
  process.kill(process.pid, 'SIGINT');
  await heard;
  throw new Error('initdb ended with code 1');
});
