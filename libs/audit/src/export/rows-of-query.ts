import { setTimeout as wait } from 'node:timers/promises';
import { ApiRefused, askForTold } from '../asking/ask-api.js';

/** A query of the API, as whoever may ask it asks it. */
export interface AskedQuery {
  /** With everything that it is narrowed down by: `http://127.0.0.1:3001/claims?status=APPROVED`. */
  readonly url: string;
  readonly token: string;
  /** Of a query that is asked with a body, as JSON. */
  readonly body?: string;
  /** How long a list of the past may take to be there, in milliseconds; an hour. */
  readonly waitMs?: number;
  /** Told while that is waited for. */
  readonly onWait?: (why: string) => void;
}

/** How long a page may take. */
const WITHIN_MS = 60_000;

const HOUR_MS = 3_600_000;

/** So many are asked for at a time: the largest page there is. */
const PAGE_SIZE = 100;

type Item = Readonly<Record<string, unknown>>;

/** What an answer says of the view of the past in which it was given: `position`, `recordedAt`, `effectiveOn` … */
export type ViewOfPast = Readonly<Record<string, string>>;

/** Some of the items, and the view in which they were told; null where it is what is known now. */
interface Page {
  readonly items: readonly Item[];
  readonly view: ViewOfPast | null;
}

/**
 * The items of whatever a query answers, page after page: those of a page, of a list, or the one thing that it is. All pages of a past are
 * asked of the place in the log that the first answer names, so they belong together, whatever is recorded meanwhile; a list of the past
 * that is still being built is waited for. Pages of what is known now are told as each is asked.
 * @throws ApiRefused also where a list of the past is not there in time
 */
export async function* pagesOfQuery(asked: AskedQuery): AsyncGenerator<Page> {
  const pinned = new PinnedQuery(asked);
  let cursor: string | null = null;
  do {
    const { answer, view } = await pinned.ask(cursor);
    cursor = isPage(answer) ? answer.nextCursor : null;
    if (Array.isArray(answer)) yield { items: answer as Item[], view };
    else yield { items: isPage(answer) ? answer.items : [answer as Item], view };
  } while (cursor !== null);
}

function isPage(
  answer: unknown,
): answer is { readonly items: readonly Item[]; readonly nextCursor: string | null } {
  return typeof answer === 'object' && answer !== null && 'items' in answer && 'nextCursor' in answer;
}

/** A query that goes on with the place in the log of which it was first answered. */
class PinnedQuery {
  private knownAt: string | undefined;
  private leftMs: number;

  constructor(private readonly asked: AskedQuery) {
    this.leftMs = asked.waitMs ?? HOUR_MS;
  }

  async ask(cursor: string | null): Promise<{ readonly answer: unknown; readonly view: ViewOfPast | null }> {
    for (;;) {
      try {
        const { token } = this.asked;
        const { url, body } = this.request(cursor);
        const asking = { token, withinMs: WITHIN_MS, ...(body !== undefined && { body }) };
        const { answer, headers } = await askForTold(url, asking);
        const view = viewIn(headers);
        this.knownAt ??= view?.['position'];
        return { answer, view };
      } catch (error) {
        if (!(error instanceof ApiRefused && error.code === 'COPY_BEING_BUILT')) throw error;
        this.knownAt ??= viewIn(error.headers)?.['position'];
        await this.patience(error);
      }
    }
  }

  private async patience(error: ApiRefused): Promise<void> {
    const seconds = Number(error.headers.get('retry-after') ?? Number.NaN);
    const ms = Math.max(1, Number.isFinite(seconds) ? seconds * 1_000 : 1_000);
    if (this.leftMs < ms) throw error;
    this.leftMs -= ms;
    this.asked.onWait?.(error.message);
    await wait(ms);
  }

  /** Whoever names a moment or a place keeps it. A query with a body is told the time in its body, and everything else in its address. */
  private request(cursor: string | null): { readonly url: URL; readonly body?: string } {
    const { url, body } = this.asked;
    const address = new URL(url);
    if (cursor !== null) {
      address.searchParams.set('cursor', cursor);
      address.searchParams.set('limit', String(PAGE_SIZE));
    }
    if (this.knownAt === undefined) return { url: address, ...(body !== undefined && { body }) };
    if (body !== undefined)
      return {
        url: address,
        body: JSON.stringify({ knownAt: this.knownAt, ...(JSON.parse(body) as object) }),
      };
    if (!address.searchParams.has('knownAt')) address.searchParams.set('knownAt', this.knownAt);
    return { url: address };
  }
}

/** `position=2331; recordedAt=…`, as each answer of the past says it in `Lindung-As-Of`. */
function viewIn(headers: Headers): ViewOfPast | null {
  const told = headers.get('lindung-as-of');
  if (told === null) return null;
  return Object.fromEntries(
    told.split('; ').map((part) => {
      const [name = '', ...value] = part.split('=');
      return [name, value.join('=')];
    }),
  );
}
