import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type FileHandle, open, readFile } from 'node:fs/promises';
import type { Account } from './account.js';
import { errorCode } from './error-code.js';

/** A PostgreSQL program and the cluster it works on. */
export interface Program {
  readonly program: string;
  readonly account: Account | undefined;
  readonly clusterDir: string;
}

/** How many lines of a program's own words go into an error. */
const LINES_KEPT = 12;

/** The last lines that a program wrote. */
export interface Words {
  readonly lines: readonly string[];
  /** Tells of every line, also of those that came before somebody listened. */
  onLine(listener: (line: string) => void): void;
}

/** Where the child finds what it inherits. */
const LIFELINE_FD = 3;
const CLUSTER_FD = 4;

/**
 * Ends PostgreSQL in an orderly way when this process is gone, also after `kill -9`: the shell's background part waits
 * for the end of a pipe that only this process holds open, then interrupts what `exec` has put in the shell's place.
 */
const WITH_LIFELINE = `( cat <&${LIFELINE_FD}; kill -INT $$ ) >/dev/null 2>&1 & exec "$@" ${LIFELINE_FD}<&- </dev/null`;

/** Runs a program to its end. @throws with the program's last words when it fails */
export async function runToEnd(program: Program, args: readonly string[]): Promise<void> {
  await withClusterHandle(program, async (stdio, clusterDir) => {
    const child = spawn(program.program, ['-D', clusterDir, ...args], { ...spawnOptions(program), stdio });
    const words = wordsOf(child);
    const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
    if (code !== 0) throw failure(program, words, signal ?? `code ${code}`);
  });
}

/** Starts a program that stays until it is told to go. It does not see the terminal's Ctrl-C: its owner stops it. */
export async function runInBackground(
  program: Program,
  args: readonly string[],
): Promise<{ child: ChildProcess; words: Words; exited: Promise<string> }> {
  return withClusterHandle(program, async (stdio, clusterDir) => {
    const child = spawn('/bin/sh', ['-c', WITH_LIFELINE, 'sh', program.program, '-D', clusterDir, ...args], {
      ...spawnOptions(program),
      stdio,
      detached: true,
    });
    const words = wordsOf(child);
    await once(child, 'spawn');
    const exited = new Promise<string>((resolve) => {
      child.once('exit', (code, signal) => {
        child.stdio[LIFELINE_FD]?.destroy();
        resolve(signal ?? `code ${code}`);
      });
    });
    return { child, words, exited };
  });
}

/** Ends a program and the processes it has started, which may be frozen and could not end by themselves. */
export async function killAll(pid: number | undefined): Promise<void> {
  if (pid === undefined) return;
  for (const each of [pid, ...(await childrenOf(pid))]) {
    try {
      process.kill(each, 'SIGKILL');
    } catch (error) {
      if (errorCode(error) !== 'ESRCH') throw error;
    }
  }
}

/** Elsewhere than on Linux nobody tells; they end by themselves once the program has. */
async function childrenOf(pid: number): Promise<number[]> {
  try {
    const pids = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8');
    return pids.split(' ').filter(Boolean).map(Number);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}

/** An error in the program's own words. */
export function failure({ program }: Program, { lines }: Words, how: string): Error {
  return new Error(`${program} ended with ${how}:\n${lines.join('\n')}`);
}

function spawnOptions({ account }: Program) {
  // The messages that are looked for below are in English.
  return { ...account, cwd: '/', env: { ...process.env, LC_ALL: 'C', LANG: 'C' } };
}

/**
 * Another account may not be able to enter the directories above the cluster (root's home is closed to it). Linux lets
 * it reach the cluster nevertheless through a handle that it inherits.
 */
async function withClusterHandle<Result>(
  { account, clusterDir }: Program,
  use: (stdio: StdioOptions, clusterDir: string) => Promise<Result>,
): Promise<Result> {
  if (!account || process.platform !== 'linux') return use(['ignore', 'ignore', 'pipe', 'pipe'], clusterDir);
  const handle: FileHandle = await open(clusterDir, 'r');
  try {
    return await use(['ignore', 'ignore', 'pipe', 'pipe', handle.fd], `/proc/self/fd/${CLUSTER_FD}`);
  } finally {
    await handle.close();
  }
}

function wordsOf(child: ChildProcess): Words {
  const lines: string[] = [];
  const listeners: ((line: string) => void)[] = [];
  let unfinished = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    const parts = (unfinished + text).split('\n');
    unfinished = parts.pop() ?? '';
    for (const line of parts) {
      lines.push(line);
      if (lines.length > LINES_KEPT) lines.shift();
      for (const listener of listeners) listener(line);
    }
  });
  return {
    lines,
    onLine: (listener) => {
      for (const line of lines) listener(line);
      listeners.push(listener);
    },
  };
}
