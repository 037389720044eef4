import { join } from 'node:path';
import type { Logger } from '#kernel';
import { type ServerProcess, startServerProcess } from '../../libs/event-store-server/test/server-process.js';

/** Nothing that is measured takes an hour. */
export const LONGEST_MS = 3_600_000;

export const MASTER_KEY = Buffer.alloc(32, 7);

/** Says how a bench is asked, or runs it; what goes wrong ends the program. */
export async function runBench(
  { help, usage }: { readonly help: boolean; readonly usage: string },
  main: () => Promise<void>,
): Promise<void> {
  if (help) {
    process.stdout.write(usage);
    return;
  }
  await main().catch((error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exit(1);
  });
}

/** The event store of this release in a process of its own, with as much memory as it has in a container. */
export function startLog(folder: string): Promise<ServerProcess> {
  const program = join(import.meta.dirname, '../../dist/apps/event-store/src/main.js');
  const flags = ['--max-semi-space-size=16', '--max-old-space-size=256'];
  return startServerProcess([...flags, program, '--port', '0', '--data', join(folder, 'log')]);
}

/** A log of followers, and what becomes of the first error in it: who fails has no speed. */
export function breakingLog(warn: Logger['warn'] = () => {}): {
  readonly log: Logger;
  readonly broken: Promise<never>;
} {
  let giveUp: (why: Error) => void = () => {};
  const broken = new Promise<never>((_resolve, reject) => {
    giveUp = reject;
  });
  // Whoever waits for it is told.
  broken.catch(() => {});
  const error: Logger['error'] = (fields, message) =>
    giveUp(new Error(`${message} ${JSON.stringify(fields)}`));
  return { log: { info: () => {}, warn, error }, broken };
}
