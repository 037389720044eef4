import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** A server that runs as a process of its own. */
export interface ServerProcess {
  readonly connectionString: string;
  /** Resident memory in bytes. */
  memory(): number;
  stop(): Promise<void>;
}

/**
 * Starts a server and waits until it prints its port.
 *
 * @throws Error when it ends before that
 */
export async function startServerProcess(script: string, args: readonly string[]): Promise<ServerProcess> {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const port = await portOf(child);
  return {
    connectionString: `esdb://127.0.0.1:${port}?tls=false&defaultDeadline=60000`,
    memory: () => residentMemory(child),
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
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
