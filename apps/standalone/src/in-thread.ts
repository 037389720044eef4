import { once } from 'node:events';
import { extname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { RunningApp } from '#http';
import type { Environment } from '#runtime';

/** What the thread starts with. */
export interface ThreadData {
  readonly environment: Environment;
}

/** What it tells once the app listens. */
export type Started = Omit<RunningApp, 'stop'>;

/** That it stop, and how long that may take. */
export interface StopAsked {
  readonly withinMs: number;
}

/** What it says when it has done so. */
export const STOPPED = 'stopped';

/** Where nobody tells how long a stop may take, and by how much one that hangs takes longer. */
const [STOP_WITHIN_MS, LAST_MS] = [10_000, 1_500];

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
    stop: async (withinMs = STOP_WITHIN_MS) => {
      isToldTo = true;
      const stopped = once(thread, 'message');
      thread.postMessage({ withinMs } satisfies StopAsked);
      await Promise.race([stopped, wait(withinMs + LAST_MS, undefined, { ref: false })]);
      await thread.terminate();
    },
  };
}
