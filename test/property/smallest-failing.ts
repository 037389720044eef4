import type { Happening } from './world.js';

/** Whether something still fails when this, and nothing else, happens in a new world. */
type Fails = (happenings: readonly Happening[]) => Promise<boolean>;

/**
 * What is left of a sequence that fails without whatever it does not need. What somebody saw of a thing goes first: it needs
 * everything that ever happened to that thing.
 */
export async function smallestFailing(
  sent: readonly Happening[],
  fails: Fails,
): Promise<readonly Happening[]> {
  const unseen = await withLess(sent, (one) => [withoutIfMatch(one)], fails);
  const fewer = await withLess(unseen, () => [], fails);
  return fewer.length < sent.length ? smallestFailing(fewer, fails) : fewer;
}

/** Makes less of them, of many at a time and then of fewer, as long as what is left still fails. */
async function withLess(
  sent: readonly Happening[],
  lessOf: (one: Happening) => readonly Happening[],
  fails: Fails,
): Promise<readonly Happening[]> {
  let smallest = sent;
  for (let size = Math.ceil(sent.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < smallest.length;) {
      const some = smallest.slice(from, from + size);
      const less = some.flatMap(lessOf);
      const smaller = [...smallest.slice(0, from), ...less, ...smallest.slice(from + size)];
      if (some.some((one, at) => one !== less[at]) && (await fails(smaller))) smallest = smaller;
      else from += size;
    }
  }
  return smallest;
}

/** Itself where it has none. */
function withoutIfMatch(happening: Happening): Happening {
  if ('erased' in happening || !('if-match' in happening.headers)) return happening;
  const { 'if-match': _seen, ...headers } = happening.headers;
  return { ...happening, headers };
}
