import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fromSource } from '../server-process.js';

const STORE = new URL('../../../../apps/event-store/src/main.ts', import.meta.url);
const CLI = new URL('../../../../apps/cli/src/main.ts', import.meta.url);

/** What a program left behind. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The event store as a process of its own. */
export interface StoreProgram {
  readonly connectionString: string;
  readonly ended: Promise<Ended>;
  /** What it has written to its log so far, line by line. */
  logLines(): Record<string, unknown>[];
  send(signal: NodeJS.Signals): void;
}

/** Runs `lindung` to its end, with these settings beside those of the spec. */
export function lindung(
  words: readonly string[],
  stdin = '',
  settings: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  return toEnd(start(CLI, words, { env: { ...process.env, NODE_OPTIONS: '', ...settings } }), stdin);
}

/** Runs the event store to its end: for starts that are refused. */
export function eventStore(words: readonly string[], options: SpawnOptions = {}): Promise<Ended> {
  return toEnd(start(STORE, words, options), '');
}

/**
 * Starts the event store on any free port and waits until it listens.
 *
 * @throws Error with what it wrote when it ends before that
 */
export async function startEventStore(words: readonly string[]): Promise<StoreProgram> {
  const child = start(STORE, ['--port', '0', ...words]);
  let log = '';
  child.stderr!.on('data', (chunk: Buffer) => (log += chunk.toString()));
  const ended = toEnd(child, '');
  const connectionString = await new Promise<string>((resolve, reject) => {
    let out = '';
    child.stdout!.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      const listening = /(esdb:\S+)\n/.exec(out);
      if (listening !== null) resolve(listening[1]!);
    });
    ended.then(({ stderr }) => reject(new Error(`the event store ended: ${stderr}`)), reject);
  });
  return {
    connectionString,
    ended,
    logLines: () => linesOf(log),
    send: (signal) => child.kill(signal),
  };
}

/** The lines of a JSON log. */
export function linesOf(log: string): Record<string, unknown>[] {
  return log
    .split('\n')
    .filter((line) => line.startsWith('{') && line.endsWith('}'))
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

function start(file: URL, words: readonly string[], options: SpawnOptions = {}): ChildProcess {
  return spawn(process.execPath, [...fromSource(file), ...words], {
    stdio: 'pipe',
    env: { ...process.env, NODE_OPTIONS: '' },
    ...options,
  });
}

async function toEnd(child: ChildProcess, stdin: string): Promise<Ended> {
  child.stdin!.end(stdin);
  const [stdout, stderr, code] = await Promise.all([
    text(child.stdout!),
    text(child.stderr!),
    new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    }),
  ]);
  return { code, stdout, stderr };
}
