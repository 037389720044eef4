import type { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  type AppConfig,
  AppLogger,
  type ConfigClass,
  ConfigError,
  type Environment,
  loadConfig,
  scrub,
} from '#runtime';
import { createHttpApp, createWorkerApp, listen } from '../edge/create-app.js';
import { memberOf } from '../problem/error-facts.js';

/** An app: what it is, what it reads and what runs in it. */
export interface App {
  /** `command-api` */
  readonly name: string;
  /** One line for people. */
  readonly description: string;
  /** With a public API and its documentation; otherwise only health and metrics. */
  readonly api: boolean;
  readonly config: ConfigClass<AppConfig>;
  readonly module: Type<unknown>;
  /** Whether somebody may connect at all; everybody unless said otherwise. */
  readonly admits?: (connection: Socket) => boolean;
}

export interface RunningApp {
  readonly name: string;
  readonly description: string;
  /** `http://127.0.0.1:3000` */
  readonly url: string;
  /**
   * Finishes what is under way, then closes everything. Whatever hangs, it ends 2 seconds after the time that it may take.
   * @param withinMs that time; `SHUTDOWN_TIMEOUT_MS` unless told
   */
  stop(withinMs?: number): Promise<void>;
}

/**
 * Starts an app and returns once it listens.
 * @param environment its settings; the variables of this process unless given
 * @throws ConfigError when settings are missing or wrong
 */
export async function startApp(app: App, environment?: Environment): Promise<RunningApp> {
  const { name, description, api, module, admits } = app;
  const config = loadConfig(app.config, environment);
  const nest = await (api ? createHttpApp : createWorkerApp)(module, config, { name, description });
  if (admits) {
    nest.getHttpServer().on('connection', (connection: Socket) => {
      if (!admits(connection)) connection.destroy();
    });
  }
  try {
    const url = await listen(nest, config);
    const { shutdownTimeoutMs } = config.http;
    return { name, description, url, stop: (withinMs = shutdownTimeoutMs) => stopWithin(withinMs, nest) };
  } catch (error) {
    await nest.close();
    throw error;
  }
}

/** How long closing may take after requests and batches were cut off. */
const LAST_MS = 1_500;

/** Requests that take longer than this are cut off, and what does not close is left: an app that is told to stop must stop. */
async function stopWithin(milliseconds: number, nest: NestFastifyApplication): Promise<void> {
  const cut = setTimeout(() => nest.getHttpServer().closeAllConnections(), milliseconds);
  const patience = new AbortController();
  const { signal } = patience;
  try {
    const late = wait(milliseconds + LAST_MS, 'late', { signal }).catch(() => undefined);
    if ((await Promise.race([nest.close(), late])) !== 'late') return;
    nest.get(AppLogger).warn({ milliseconds }, 'Stopped without waiting for what did not end');
  } finally {
    clearTimeout(cut);
    patience.abort();
  }
}

/** What `main.ts` does: runs one app until it is told to stop. A failed start ends the process with code 1. */
export async function runApp(app: App): Promise<void> {
  await runUntilStopped(async () => {
    const running = await startApp(app);
    process.stdout.write(`${app.name}: ${app.description}: ${running.url}\n`);
    return running;
  });
}

/** What runs until it is stopped, or until it says why it cannot go on. */
interface Running {
  readonly lost?: Promise<string>;
  stop(): Promise<void>;
}

/**
 * Starts something and stops it on SIGINT or SIGTERM, once. A second signal ends the process at once, as people expect.
 * Signals that come while it is starting take effect as soon as it has started. What cannot go on is stopped as well; its
 * reason is the last word, and the code is 1.
 */
export async function runUntilStopped(start: () => Promise<Running>): Promise<void> {
  let stopAsked = false;
  const asked = signalled().then((): undefined => {
    stopAsked = true;
  });
  // Node would print the whole error, with whatever a library has hung on it.
  process.once('uncaughtException', endWith);
  const running = await start().catch((error: unknown) => {
    // Ctrl+C reaches the servers that are just starting as well, and they fail of it.
    if (!stopAsked) endWith(error);
    process.stderr.write('Stopped while it was starting.\n');
    process.exit(130);
  });
  const reason = await Promise.race([asked, running.lost ?? asked]);
  await running.stop().catch(endWith);
  if (reason !== undefined) endWith(reason);
  // Everything is closed that can be; a client that keeps a socket open must not keep the process.
  process.exit(0);
}

function endWith(error: unknown): never {
  process.stderr.write(`${scrub(startFailure(error))}\n`);
  process.exit(1);
}

function signalled(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

/** What people need to know of a failed start: the settings, the taken port, or all of an unexpected error. */
function startFailure(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  if (memberOf(error, 'code') === 'EADDRINUSE') {
    return `Cannot listen: ${(error as Error).message}. Choose another PORT.`;
  }
  if (memberOf(error, 'code') === 'ECONNREFUSED') {
    return `Cannot start: a server it needs cannot be reached (${(error as Error).message}).`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
