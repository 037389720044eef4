import 'reflect-metadata';
import { runUntilStopped } from '#http';

/** Starts well; then a library throws where nobody can catch it. */
await runUntilStopped(() => {
  setTimeout(() => {
    throw new TypeError('undefined is not iterable');
  }, 10);
  return Promise.resolve({ stop: () => Promise.resolve() });
});
