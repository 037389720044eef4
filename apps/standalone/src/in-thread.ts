import { once } from 'node:events';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { RunningApp } from '#http';
import type { Environment } from '#runtime';

/** What the thread starts with. */
export interface ThreadData {
  readonly environment: Environment;
}

/** What it tells once the app listens. */
export type Started = Omit<RunningApp, 'stop'>;

/** What it is asked, and what it says when it has done so. */
export const [STOP, STOPPED] = ['stop', 'stopped'];

/**
 * Starts the worker in a thread of its own: it follows the log beside those who answer people, and not between them. It
 * reaches the servers at their addresses, as it would from another machine. A thread that ends though nobody told it to
 * ends the process, with its error.
 * @throws Error as the app throws it
 */
export async function startInThread(environment: Environment): Promise<RunningApp> {
  // TypeScript where this is run as it is written.
  const file = new URL(`worker.thread${extname(import.meta.filename)}`, import.meta.url);
  const thread = new Worker(file, { workerData: { environment } satisfies ThreadData });
  const [started] = (await once(thread, 'message')) as [Started];
  let isToldTo = false;
  thread.once('exit', (code) => {
    if (!isToldTo) throw new Error(`The thread of ${started.name} has ended with code ${code}`);
  });
  return {
    ...started,
    stop: async () => {
      isToldTo = true;
      const stopped = once(thread, 'message');
      thread.postMessage(STOP);
      await stopped;
      await thread.terminate();
    },
  };
}
