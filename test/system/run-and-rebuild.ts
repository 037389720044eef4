import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#embedded-postgres';
import { type Standalone, startStandalone } from '../../apps/standalone/src/start-standalone.js';
import { differences, dropReadModels, readModelRows } from './read-model-rows.js';
import { type Onlooker, onlookerOf } from './settled.js';

/** What was found beside the result of the work. */
export interface Rebuilt<Result> {
  readonly result: Result;
  /** Read models that failed while they were built from the beginning, or came out otherwise. */
  readonly failedReadModels: readonly string[];
}

/**
 * Starts everything in a folder of its own, lets somebody work with it, and builds every read model anew from what that left
 * in the log.
 * @param name of the folder, among others that are there for a while
 * @param withinMs so long everybody who follows the log may take to get to its end
 */
export async function runAndRebuild<Result>(
  name: string,
  work: (standalone: Standalone, onlooker: Onlooker) => Promise<Result>,
  withinMs = 60_000,
): Promise<Rebuilt<Result>> {
  const dataDir = await mkdtemp(join(tmpdir(), `lindung-${name}-`));
  const start = () =>
    startStandalone({
      dataDir,
      freePorts: true,
      // It is stopped in order: nothing is lost.
      durable: false,
      allowClockHeader: true,
      logLevel: 'silent',
    });
  try {
    const { result, live } = await withStandalone(start, async (standalone, onlooker) => {
      const done = await work(standalone, onlooker);
      await onlooker.settled(withinMs);
      const rows = await readModelRows(standalone.databaseUrl);
      return { result: done, live: { rows, failing: await onlooker.failing() } };
    });
    await forget(join(dataDir, 'postgres'));
    const rebuilt = await withStandalone(start, async ({ databaseUrl }, onlooker) => {
      const failed = await onlooker.settled(withinMs).then(
        () => [],
        (error: Error) => [error.message],
      );
      const rows = await readModelRows(databaseUrl);
      return { rows, failing: [...failed, ...(await onlooker.failing())] };
    });
    const failedReadModels = [...live.failing, ...rebuilt.failing, ...differences(live.rows, rebuilt.rows)];
    return { result, failedReadModels };
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function withStandalone<Result>(
  start: () => Promise<Standalone>,
  work: (standalone: Standalone, onlooker: Onlooker) => Promise<Result>,
): Promise<Result> {
  const standalone = await start();
  const onlooker = onlookerOf(standalone.databaseUrl, standalone.eventStoreUrl);
  try {
    return await work(standalone, onlooker);
  } finally {
    await onlooker.close();
    await standalone.stop();
  }
}

async function forget(dataDir: string): Promise<void> {
  const postgres: EmbeddedPostgres = await startEmbeddedPostgres({ dataDir });
  try {
    await dropReadModels(postgres.url);
  } finally {
    await postgres.stop();
  }
}
