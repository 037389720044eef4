import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** A program that is started again whenever it ends, as a service manager does. */
export interface Supervised {
  readonly name: string;
  /** How often it was started again. */
  readonly restarts: number;
  /** Ends it without any chance to finish anything. */
  kill(): void;
  /** Ends it for good, in the ordinary way. */
  stop(): Promise<void>;
}

const RESTART_AFTER_MS = 100;
const STOP_WITHIN_MS = 20_000;

/** Starts a program and looks after it. */
export function supervise(name: string, start: () => ChildProcess): Supervised {
  const begin = () => {
    const program = start();
    // Nobody reads what it says, and a full pipe would hold it up.
    program.stdout?.resume();
    return program;
  };
  let [child, restarts, stopping] = [begin(), 0, false];
  const watch = () =>
    child.once('exit', () => {
      if (stopping) return;
      setTimeout(() => {
        if (stopping) return;
        restarts += 1;
        child = begin();
        watch();
      }, RESTART_AFTER_MS);
    });
  watch();
  return {
    name,
    get restarts() {
      return restarts;
    },
    kill: () => void child.kill('SIGKILL'),
    stop: async () => {
      stopping = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      const impatient = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
      await ended;
      clearTimeout(impatient);
    },
  };
}
