import { type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { APP_CONFIGS } from '#runtime';
import { eventually, startProgram } from '#testing';

export type AppName = keyof typeof APP_CONFIGS;

export const APP_NAMES: readonly AppName[] = Object.keys(APP_CONFIGS);

/** An app that runs as a process of its own. */
export interface AppProcess {
  readonly name: AppName;
  readonly url: string;
  /** Asks it to stop, as a service manager does. @returns its exit code; null when it had to be killed */
  stop(): Promise<number | null>;
}

/** Starts an app from its main file, with these settings only, and waits until it can do its work. */
export async function startProcess(
  name: AppName,
  settings: Readonly<Record<string, string>>,
): Promise<AppProcess> {
  const port = await freePort();
  const main = new URL(`../../apps/${name}/src/main.ts`, import.meta.url);
  const child = startProgram(main, { LOG_LEVEL: 'error', ...settings, PORT: String(port) });
  const url = `http://127.0.0.1:${port}`;
  try {
    await eventually(`${name} is ready`, () => isReady(name, child, url), 60_000);
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
  return { name, url, stop: () => stopped(child) };
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
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
