import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';

export interface Addresses {
  readonly commandApiUrl: string;
  readonly queryApiUrl: string;
  readonly issuerUrl: string;
  readonly eventStoreUrl: string;
  readonly databaseUrl: string;
}

/** SQL as it was sent to PostgreSQL. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

export interface Usage {
  /** Of all threads since the start. */
  readonly cpuMs: number;
  /** Of these, what the thread of the log and of those who answer has used. */
  readonly ownThreadCpuMs: number;
  readonly residentBytes: number;
}

/** What the process answers to what it is asked. */
export interface Answer {
  readonly usage: Usage;
  readonly record: true;
  readonly statements: readonly Statement[];
}

export type Question = keyof Answer;

/** A standalone in a process of its own, with a folder of its own that goes with it. */
export interface StandaloneProcess extends Addresses {
  /** Where everything of it is kept. */
  readonly dataDir: string;
  usage(): Promise<Usage>;
  /** Waits until it has done what followed from the load before; at most a minute. */
  settle(): Promise<void>;
  /** The SQL that what happens meanwhile causes. */
  statementsOf(happens: () => Promise<unknown>): Promise<readonly Statement[]>;
  stop(): Promise<void>;
}

/** What `npm start` gives Node. */
function flagsOfStart(): readonly string[] {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { start: string } };
  return scripts.start.split(' ').filter((word) => /^--(?!silent)/.test(word));
}

const [SAMPLE_MS, IDLE_CPU_MS, IDLE_SAMPLES, SETTLE_WITHIN_MS] = [100, 12, 3, 60_000];

/**
 * It ends with this program, also where somebody interrupts that.
 * @throws Error when it ends before it has started
 */
export async function startStandaloneProcess(nodeFlags = flagsOfStart()): Promise<StandaloneProcess> {
  const dataDir = mkdtempSync(join(tmpdir(), 'lindung-bench-http-'));
  const child = fork(join(import.meta.dirname, 'standalone.main.js'), [dataDir], {
    execArgv: [
      ...nodeFlags,
      '--import',
      pathToFileURL(join(import.meta.dirname, 'record-statements.js')).href,
    ],
  });
  try {
    const addresses = await firstMessage(child);
    const ask = asking(child);
    const standalone: StandaloneProcess = {
      ...addresses,
      dataDir,
      usage: () => ask('usage'),
      settle: () => settle(ask),
      statementsOf: async (happens) => {
        await ask('record');
        await happens();
        return ask('statements');
      },
      stop: () => stop(child, dataDir),
    };
    const interrupted = () => void standalone.stop().then(() => process.exit(130));
    process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
    return standalone;
  } catch (error) {
    await stop(child, dataDir);
    throw error;
  }
}

async function firstMessage(child: ChildProcess): Promise<Addresses> {
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`The standalone ended with code ${String(code)}`);
  });
  const [addresses] = (await Promise.race([once(child, 'message'), ended])) as [Addresses];
  ended.catch(() => {});
  return addresses;
}

/** One question at a time. */
function asking(child: ChildProcess) {
  return async <Asked extends Question>(question: Asked): Promise<Answer[Asked]> => {
    child.send(question);
    const [{ answer }] = (await once(child, 'message')) as [{ answer: Answer[Asked] }];
    return answer;
  };
}

async function settle(ask: (question: 'usage') => Promise<Usage>): Promise<void> {
  const deadline = performance.now() + SETTLE_WITHIN_MS;
  let { cpuMs } = await ask('usage');
  for (let idle = 0; idle < IDLE_SAMPLES && performance.now() < deadline;) {
    await wait(SAMPLE_MS);
    const before = cpuMs;
    ({ cpuMs } = await ask('usage'));
    idle = cpuMs - before < IDLE_CPU_MS ? idle + 1 : 0;
  }
}

async function stop(child: ChildProcess, dataDir: string): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = once(child, 'exit');
    if (child.connected) child.send('stop');
    else child.kill();
    await ended;
  }
  rmSync(dataDir, { recursive: true, force: true });
}
