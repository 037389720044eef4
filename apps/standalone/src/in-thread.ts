import { once } from 'node:events';
import { extname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import type { App, RunningApp, startApp } from '#http';
import type { Environment } from '#runtime';

/** What the thread is asked: to start an app, or to stop it and how long that may take. */
export type Asked =
  | { readonly start: string; readonly environment: Environment }
  | { readonly stop: string; readonly withinMs: number };

/** A question, and where it is answered. */
export type Question = Asked & { readonly answerTo: MessagePort };

/** What it tells when an app listens; of one that was to stop, its name. */
export type Told = Omit<RunningApp, 'stop'> | string;

/** Where nobody tells how long a stop may take, and by how much one that hangs takes longer. */
const [STOP_WITHIN_MS, LAST_MS] = [10_000, 1_500];

/**
 * Starts apps in one thread beside this one, so that who follows the log need not wait for those who answer, nor they for it.
 * They reach the servers at their addresses, as they would from another machine. A thread that ends though nobody told it to
 * ends the process, with its error.
 */
export function inThread(): typeof startApp {
  let thread: Worker | undefined;
  const running = new Set<string>();
  const ask = (asked: Asked) => {
    thread ??= newThread(() => running.size === 0);
    return answerOf(thread, asked);
  };
  const stop = async ({ name }: App, withinMs: number) => {
    await Promise.race([ask({ stop: name, withinMs }), wait(withinMs + LAST_MS, undefined, { ref: false })]);
    running.delete(name);
    if (running.size === 0) await thread?.terminate();
  };
  return async (app, environment = {}) => {
    const told = await ask({ start: app.name, environment });
    running.add(app.name);
    return {
      ...(told as Omit<RunningApp, 'stop'>),
      stop: (withinMs = STOP_WITHIN_MS) => stop(app, withinMs),
    };
  };
}

/** @throws Error as the thread threw it, when it ends instead of answering */
async function answerOf(thread: Worker, asked: Asked): Promise<Told> {
  const { port1: here, port2: answerTo } = new MessageChannel();
  const answered = new AbortController();
  const ended = once(thread, 'exit', { signal: answered.signal }).then(([code]) => {
    throw new Error(`The thread beside this one has ended with code ${String(code)}`);
  });
  try {
    const told = once(here, 'message') as Promise<[Told]>;
    thread.postMessage({ ...asked, answerTo } satisfies Question, [answerTo]);
    return (await Promise.race([told, ended]))[0];
  } finally {
    answered.abort();
    ended.catch(() => {});
    here.close();
  }
}

function newThread(mayEnd: () => boolean): Worker {
  // TypeScript where this is run as it is written.
  const thread = new Worker(new URL(`beside.thread${extname(import.meta.filename)}`, import.meta.url));
  return thread.once('exit', (code) => {
    if (!mayEnd()) throw new Error(`The thread beside this one has ended with code ${code}`);
  });
}
