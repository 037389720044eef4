import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A server that runs as a process of its own. */
export interface ServerProcess {
  readonly connectionString: string;
  readonly port: number;
  readonly pid: number;
  /** Resident memory in bytes. */
  memory(): number;
  /** Ends it in the ordinary way and waits until it has ended. */
  stop(): Promise<void>;
  /** Ends it as a crash would: without any chance to finish anything. */
  kill(): Promise<void>;
}

/**
 * Starts a server with Node and waits until it prints its port.
 *
 * @throws Error when it ends before that
 */
export async function startServerProcess(nodeArguments: readonly string[]): Promise<ServerProcess> {
  const child = spawn(process.execPath, nodeArguments, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const port = await portOf(child);
  return {
    port,
    pid: child.pid!,
    connectionString: `esdb://127.0.0.1:${port}?tls=false&defaultDeadline=60000`,
    memory: () => residentMemory(child),
    stop: () => end(child, 'SIGTERM'),
    kill: () => end(child, 'SIGKILL'),
  };
}

/** What Node needs to run a TypeScript file of this repository from its source. */
export function fromSource(file: URL): string[] {
  const hooks = new URL('../../testing/typescript-in-node.js', import.meta.url);
  return ['--conditions=source', '--import', hooks.href, fileURLToPath(file)];
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill(signal);
  });
}

function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the server ended with code ${code}`)));
    createInterface(child.stdout!).on('line', (line) => {
      const port = /(?:port |127\.0\.0\.1:)(\d+)/.exec(line)?.[1];
      if (port !== undefined) resolve(Number(port));
    });
  });
}

function residentMemory(child: ChildProcess): number {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) * 1024;
}
