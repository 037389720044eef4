import { setTimeout as wait } from 'node:timers/promises';
import { FollowerFenced, checkpointOf } from '#followers';
import type { Database } from '#postgres';
import { REPORTING } from '../facts/fact-tables.js';
import { CONTRACTS_READ } from '../facts/readers.js';
import { messageOf } from '../intake/message.js';
import { type TakenIn, takeIn } from '../intake/take-in.js';

/** Where the feed is, and how it is asked. */
export interface FeedSource {
  /** Address of the event relay. */
  readonly url: string;
  /** A token of the role `reporting`, asked for before each page: whoever gives it keeps it. */
  readonly token: () => Promise<string>;
  /** How long to wait before the feed is asked again once it has told everything, milliseconds. */
  readonly pollMs: number;
}

interface FeedPage {
  readonly events: readonly unknown[];
  readonly next: string | null;
  readonly hasMore: boolean;
}

/** The feed did not answer with a page. The message names the status, never what was answered. */
export class FeedUnavailable extends Error {
  override readonly name = 'FeedUnavailable';
}

const PAGE_SIZE = 1_000;
const ANSWER_WITHIN_MS = 30_000;

/**
 * Takes in what the feed tells, page by page, from where it was left, until told to stop.
 * @param onTaken told after each page that held something
 * @throws FeedUnavailable
 */
export async function followFeed(
  database: Database,
  source: FeedSource,
  onTaken: (taken: TakenIn) => void,
  signal: AbortSignal,
): Promise<void> {
  const ask = pages(source, signal);
  while (!signal.aborted) {
    const after = (await checkpointOf(database, REPORTING))?.position ?? null;
    const { events, next, hasMore } = await ask(after);
    const to = next === null ? null : BigInt(next);
    if (to !== null && to !== after) {
      const messages = events.map((event) => messageOf(event, 'feed'));
      const taken = await takeIn(database, messages, { after, to }).catch(ifSomebodyElse);
      if (taken && messages.length > 0) onTaken(taken);
    }
    if (!hasMore) await wait(source.pollMs, undefined, { signal }).catch(() => {});
  }
}

/** Another instance took them in meanwhile: whoever comes later asks from where that one is. */
function ifSomebodyElse(error: unknown): undefined {
  if (error instanceof FollowerFenced && error.actual !== undefined) return undefined;
  throw error;
}

/** Asks for what there is a reader for; of a relay that does not know all of that, which is of another release, for everything. */
function pages(source: FeedSource, signal: AbortSignal): (after: bigint | null) => Promise<FeedPage> {
  let types: readonly string[] = CONTRACTS_READ;
  return async (after) => {
    const response = await answerOf(source, types, after, signal);
    if (response.ok) return (await response.json()) as FeedPage;
    await response.body?.cancel();
    if (response.status !== 400 || types.length === 0)
      throw new FeedUnavailable(`The feed at ${source.url} answers with ${response.status}`);
    types = [];
    return { events: [], next: after === null ? null : String(after), hasMore: true };
  };
}

async function answerOf(
  { url, token }: FeedSource,
  types: readonly string[],
  after: bigint | null,
  signal: AbortSignal,
): Promise<Response> {
  const query = new URLSearchParams({
    limit: String(PAGE_SIZE),
    ...(types.length > 0 && { types: types.join(',') }),
    ...(after !== null && { after: String(after) }),
  });
  const headers = { authorization: `Bearer ${await token()}`, accept: 'application/json' };
  const until = AbortSignal.any([signal, AbortSignal.timeout(ANSWER_WITHIN_MS)]);
  return fetch(`${url}/feed?${query.toString()}`, { headers, signal: until }).catch((error: unknown) => {
    throw new FeedUnavailable(`The feed at ${url} cannot be reached`, { cause: error });
  });
}
