import { type ChildProcess } from 'node:child_process';
import { randomBytes, randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { APP_CONFIGS } from '#runtime';
// Not by way of `#testing`, which needs Jest.
import { eventually } from '../../libs/testing/src/eventually.js';
import type { BuiltPrograms } from './built-programs.js';
import { allSettingsIn } from '../../libs/runtime/src/config/setting.decorator.js';

export type AppName = keyof typeof APP_CONFIGS;

export const APP_NAMES: readonly AppName[] = Object.keys(APP_CONFIGS);

/** An app that runs as a process of its own. */
export interface AppProcess {
  readonly name: AppName;
  readonly url: string;
  readonly pid: number;
  /** Asks it to stop, as a service manager does. @returns its exit code; null when it had to be killed */
  stop(): Promise<number | null>;
}

/** Starts an app as it was built, with these settings only, and waits until it can do its work. */
export async function startProcess(
  programs: BuiltPrograms,
  name: AppName,
  settings: Readonly<Record<string, string>>,
): Promise<AppProcess> {
  const port = await freePort();
  const child = programs.start(name, { LOG_LEVEL: 'error', ...settings, PORT: String(port) });
  const url = `http://127.0.0.1:${port}`;
  try {
    await eventually(`${name} is ready`, () => isReady(name, child, url), 110_000);
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
  return { name, url, pid: Number(child.pid), stop: () => stopped(child) };
}

/**
 * Starts every app, the key store first: the others are told where it is, and each the token that it is meant to have.
 * @param directory for the keys, and the tree over the log
 * @param settingsOf what else there is to tell an app; it is told what it reads
 * @returns the key store first
 */
export function startEveryApp(
  programs: BuiltPrograms,
  directory: string,
  settingsOf: (name: AppName) => Readonly<Record<string, string>>,
): Promise<AppProcess>[] {
  const tokens = newKeyStoreTokens();
  const keyStore = startProcess(programs, 'key-store', { KEY_STORE_DATA: directory, ...tokens });
  const others = APP_NAMES.filter((name) => name !== 'key-store').map(async (name) => {
    const { url } = await keyStore;
    return startProcess(
      programs,
      name,
      knownTo(name, {
        TRANSPARENCY_DATA: join(directory, 'tree'),
        TRANSPARENCY_ORIGIN: 'processes.test/log',
        TRANSPARENCY_SECRET: randomBytes(32).toString('base64'),
        ...settingsOf(name),
        KEY_STORE_URL: url,
        KEY_STORE_TOKEN: tokenOf(name, tokens),
      }),
    );
  });
  return [keyStore, ...others];
}

export type KeyStoreTokens = ReturnType<typeof newKeyStoreTokens>;

/** What tells the key store which program asks. */
export function newKeyStoreTokens() {
  const token = () => randomBytes(32).toString('base64');
  return {
    KEY_STORE_READER_TOKEN: token(),
    KEY_STORE_WRITER_TOKEN: token(),
    KEY_STORE_ERASER_TOKEN: token(),
  };
}

/** Apps that record what is personal. The others only read it. */
const MAKING_KEYS: ReadonlySet<AppName> = new Set(['command-api', 'process-manager']);

export const tokenOf = (name: AppName, tokens: KeyStoreTokens): string =>
  MAKING_KEYS.has(name) ? tokens.KEY_STORE_WRITER_TOKEN : tokens.KEY_STORE_READER_TOKEN;

/** What an app reads, and nothing that another one does. */
export function knownTo(name: AppName, settings: Readonly<Record<string, string>>): Record<string, string> {
  const config = APP_CONFIGS[name];
  const known = new Set(config && allSettingsIn(config).map(({ variable }) => variable));
  return Object.fromEntries(Object.entries(settings).filter(([variable]) => known.has(variable)));
}

async function isReady(name: AppName, child: ChildProcess, url: string): Promise<boolean> {
  if (child.exitCode !== null) throw new Error(`${name} ended with code ${child.exitCode}`);
  try {
    return (await fetch(`${url}/health/ready`)).ok;
  } catch (error) {
    const { cause } = error as { cause?: { code?: string } };
    if (cause?.code === 'ECONNREFUSED') return false;
    throw error;
  }
}

async function stopped(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const [code] = (await ended) as [number | null];
  return code;
}

/** A port that nobody listens on now. */
export async function freePort(): Promise<number> {
  for (let tries = 1; ; tries++) {
    const port = randomInt(...BELOW_THOSE_OF_CLIENTS);
    const server = createServer().listen(port, '127.0.0.1');
    try {
      await once(server, 'listening');
    } catch (error) {
      if (tries === MOST_TRIES) throw error;
      continue;
    }
    server.close();
    await once(server, 'close');
    return port;
  }
}

/**
 * Whoever connects gets a port above these. Who looks again and again for a server that is not there yet gets its very port one day, is
 * connected to itself, and the server finds its port taken.
 */
const BELOW_THOSE_OF_CLIENTS = [10_000, 32_000] as const;

const MOST_TRIES = 100;
