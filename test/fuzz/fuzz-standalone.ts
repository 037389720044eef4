import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#embedded-postgres';
import { type Standalone, startStandalone } from '../../apps/standalone/src/start-standalone.js';
import { differences, dropReadModels, readModelRows } from '../system/read-model-rows.js';
import { onlookerOf } from '../system/settled.js';
import { oddities } from './oddities.js';
import { Fuzz, type FuzzOptions, type FuzzResult } from './run-fuzz.js';

export interface WholeResult extends FuzzResult {
  /** Read models that failed while they were built from the beginning, or came out otherwise. */
  readonly failedReadModels: readonly string[];
}

/**
 * Starts everything in a folder of its own, sends what is asked for, and builds every read model anew from what that left
 * in the log.
 */
export async function fuzzStandalone(options: FuzzOptions): Promise<WholeResult> {
  const dataDir = await mkdtemp(join(tmpdir(), 'lindung-fuzz-'));
  const start = () =>
    startStandalone({ dataDir, freePorts: true, allowClockHeader: true, logLevel: 'silent' });
  try {
    const { result, live } = await withStandalone(start, async (standalone) => {
      const onlooker = onlookerOf(standalone.databaseUrl, standalone.eventStoreUrl);
      try {
        const { commandApiUrl, queryApiUrl } = standalone;
        const target = { ...standalone, settle: () => onlooker.settled() };
        const sent = await new Fuzz(target, options).run();
        const odd = await oddities([commandApiUrl, queryApiUrl]);
        await onlooker.settled();
        return {
          result: { ...sent, requests: sent.requests + odd.requests, found: [...sent.found, ...odd.found] },
          live: { rows: await readModelRows(standalone.databaseUrl), failing: await onlooker.failing() },
        };
      } finally {
        await onlooker.close();
      }
    });
    await forget(join(dataDir, 'postgres'));
    const rebuilt = await withStandalone(start, async ({ databaseUrl, eventStoreUrl }) => {
      const onlooker = onlookerOf(databaseUrl, eventStoreUrl);
      try {
        const failed = await onlooker.settled().then(
          () => [],
          (error: Error) => [error.message],
        );
        return {
          rows: await readModelRows(databaseUrl),
          failing: [...failed, ...(await onlooker.failing())],
        };
      } finally {
        await onlooker.close();
      }
    });
    const failedReadModels = [...live.failing, ...rebuilt.failing, ...differences(live.rows, rebuilt.rows)];
    return { ...result, failedReadModels };
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function withStandalone<Result>(
  start: () => Promise<Standalone>,
  work: (standalone: Standalone) => Promise<Result>,
): Promise<Result> {
  const standalone = await start();
  try {
    return await work(standalone);
  } finally {
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
