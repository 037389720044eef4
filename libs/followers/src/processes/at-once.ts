/** Commands that are handled at the same time at most: one that decides nothing is a read of the log. */
const MOST_AT_ONCE = 16;

/**
 * How many of the next events may be reacted to at the same time: those before one whose commands share a key with what is under
 * way already. An event without commands keeps nobody waiting.
 * @param commands what follows from each event
 */
export function atOnceFrom(
  commands: readonly (readonly { readonly key: string }[])[],
  place: number,
): number {
  const keys = new Set<string>();
  let count = 0;
  for (const following of commands.slice(place)) {
    const mine = new Set(following.map(({ key }) => key));
    const isFull = keys.size > 0 && keys.size + mine.size > MOST_AT_ONCE;
    if (isFull || [...mine].some((key) => keys.has(key))) break;
    for (const key of mine) keys.add(key);
    count++;
  }
  return count;
}
