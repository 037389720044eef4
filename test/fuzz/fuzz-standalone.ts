import type { Standalone } from '../../apps/standalone/src/start-standalone.js';
import { runAndRebuild } from '../system/run-and-rebuild.js';
import type { Onlooker } from '../system/settled.js';
import { oddities } from './oddities.js';
import { Fuzz, type FuzzOptions, type FuzzResult } from './run-fuzz.js';

export interface WholeResult<Afterwards = unknown> extends FuzzResult {
  /** Read models that failed while they were built from the beginning, or came out otherwise. */
  readonly failedReadModels: readonly string[];
  /** What came of whatever was done afterwards. */
  readonly afterwards: Afterwards | undefined;
}

/**
 * Starts everything in a folder of its own, sends what is asked for, and builds every read model anew from what that left
 * in the log.
 * @param afterwards somebody else works with the same system
 */
export async function fuzzStandalone<Afterwards>(
  options: FuzzOptions,
  afterwards?: (standalone: Standalone, onlooker: Onlooker) => Promise<Afterwards>,
): Promise<WholeResult<Afterwards>> {
  const { result, failedReadModels } = await runAndRebuild('fuzz', async (standalone, onlooker) => {
    const { commandApiUrl, queryApiUrl } = standalone;
    const sent = await new Fuzz({ ...standalone, settle: () => onlooker.settled() }, options).run();
    const odd = await oddities([commandApiUrl, queryApiUrl]);
    const requests = sent.requests + odd.requests;
    const found = [...sent.found, ...odd.found];
    return { ...sent, requests, found, afterwards: await afterwards?.(standalone, onlooker) };
  });
  return { ...result, failedReadModels };
}
