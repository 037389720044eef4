import { type Page, decodeCursor, encodeCursor, isText } from './page.js';

interface Asked {
  readonly limit: number;
  readonly cursor?: string;
}

/** A list that follows another one, page by page. */
export type Stage<Item> = (asked: Asked) => Promise<Page<Item>>;

/**
 * One page of several lists, one behind the other: what fits best first, then what is near. A list is only asked once those before
 * it have ended.
 * @throws ProblemError 400 for a cursor that no page has given
 */
export async function stagedPage<Item>(
  stages: readonly Stage<Item>[],
  { limit, cursor }: Asked,
): Promise<Page<Item>> {
  const [first, within] = cursor === undefined ? [0] : placeOf(cursor, stages.length);
  const items: Item[] = [];
  let inner = within;
  for (const [place, stage] of stages.entries()) {
    if (place < first) continue;
    const left = limit - items.length;
    const page = await stage({ limit: Math.max(left, 1), cursor: inner });
    inner = undefined;
    // The page was full already: whether there is another one is all that was to be known.
    if (left === 0 && page.items.length > 0) return { items, nextCursor: encodeCursor([String(place), '']) };
    items.push(...page.items);
    if (page.nextCursor !== null)
      return { items, nextCursor: encodeCursor([String(place), page.nextCursor]) };
  }
  return { items, nextCursor: null };
}

function placeOf(cursor: string, stages: number): [place: number, within: string | undefined] {
  const isPlace = (part: string) => /^\d$/.test(part) && Number(part) < stages;
  const [place, within] = decodeCursor(cursor, isPlace, isText);
  return [Number(place), within === '' ? undefined : within];
}
