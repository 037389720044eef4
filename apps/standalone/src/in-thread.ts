import { once } from 'node:events';
import { extname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import { type LogChannel, serveLog } from '#event-store';
import type { RunningApp } from '#http';
import type { Environment } from '#runtime';

/** What the thread starts with. */
export interface ThreadData {
  readonly environment: Environment;
  /** By which it reaches the log, which runs in this process. */
  readonly logPort: MessagePort;
}

/** What it tells once the worker listens. */
export type Started = Omit<RunningApp, 'stop'>;

/** That it stop, and how long that may take. It says when it has. */
export interface StopAsked {
  readonly withinMs: number;
}

/** Where nobody tells how long a stop may take, and by how much one that hangs takes longer. */
const [STOP_WITHIN_MS, LAST_MS] = [10_000, 1_500];

/**
 * Starts the worker in a thread beside this one, so that who follows the log need not wait for those who answer, nor they for
 * it. It reaches PostgreSQL at its address, as it would from another machine, and the log by a port. A thread that ends though nobody
 * told it to ends the process, with its error.
 * @throws Error as the thread threw it
 */
export async function startInThread(
  environment: Environment,
  log: Pick<LogChannel, 'read' | 'batchAppend'>,
): Promise<RunningApp> {
  // TypeScript where this is run as it is written.
  const file = new URL(`worker.thread${extname(import.meta.filename)}`, import.meta.url);
  setFlagsFromString(YOUNG_GENERATION);
  const { port1: port, port2: logPort } = new MessageChannel();
  serveLog(port, log);
  const workerData: ThreadData = { environment, logPort };
  const thread = new Worker(file, { workerData, transferList: [logPort] });
  const started = (await said(thread)) as Started;
  let mayEnd = false;
  thread.once('exit', (code) => {
    if (!mayEnd) throw ended(code);
  });
  return {
    ...started,
    stop: async (withinMs = STOP_WITHIN_MS) => {
      mayEnd = true;
      thread.postMessage({ withinMs } satisfies StopAsked);
      await Promise.race([said(thread), wait(withinMs + LAST_MS, undefined, { ref: false })]);
      await thread.terminate();
    },
  };
}

/** The young generation of the thread, MiB. The flag of the process, which those who answer need, would hold for it too. */
const YOUNG_GENERATION = '--max-semi-space-size=8';

/** The next that a thread says. @throws Error as the thread threw it, when it ends instead */
async function said(thread: Worker): Promise<unknown> {
  const waiting = new AbortController();
  const { signal } = waiting;
  const exit = once(thread, 'exit', { signal }).then(([code]) => {
    throw ended(Number(code));
  });
  const message = once(thread, 'message', { signal });
  try {
    const [first] = await Promise.race([message, exit]);
    return first;
  } finally {
    waiting.abort();
    for (const one of [exit, message]) one.catch(() => {});
  }
}

const ended = (code: number) => new Error(`The thread of the worker has ended with code ${code}`);
