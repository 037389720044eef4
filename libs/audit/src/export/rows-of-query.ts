import { askForJson } from '../asking/ask-api.js';

/** A query of the API, as whoever may ask it asks it. */
export interface AskedQuery {
  /** With everything that it is narrowed down by: `http://127.0.0.1:3001/claims?status=APPROVED`. */
  readonly url: string;
  readonly token: string;
  /** Of a query that is asked with a body, as JSON. */
  readonly body?: string;
}

/** How long a page may take. */
const WITHIN_MS = 60_000;

/** So many are asked for at a time: the largest page there is. */
const PAGE_SIZE = 100;

type Item = Readonly<Record<string, unknown>>;

/**
 * The items of whatever a query answers, page after page: those of a page, of a list, or the one thing that it is.
 * @throws ApiRefused
 */
export async function* rowsOfQuery(asked: AskedQuery): AsyncGenerator<Item> {
  let cursor: string | null = null;
  do {
    const answer = await ask(asked, cursor);
    if (Array.isArray(answer)) yield* answer as Item[];
    else if (isPage(answer)) yield* answer.items;
    else yield answer as Item;
    cursor = isPage(answer) ? answer.nextCursor : null;
  } while (cursor !== null);
}

function isPage(
  answer: unknown,
): answer is { readonly items: readonly Item[]; readonly nextCursor: string | null } {
  return typeof answer === 'object' && answer !== null && 'items' in answer && 'nextCursor' in answer;
}

async function ask({ url, token, body }: AskedQuery, cursor: string | null): Promise<unknown> {
  const address = new URL(url);
  if (cursor !== null) {
    address.searchParams.set('cursor', cursor);
    address.searchParams.set('limit', String(PAGE_SIZE));
  }
  return askForJson(address, { token, withinMs: WITHIN_MS, ...(body !== undefined && { body }) });
}
