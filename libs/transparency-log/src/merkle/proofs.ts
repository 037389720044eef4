import { nodeHash } from './hashes.js';

/** The hash of a subtree that is whole: the `index`-th of those that span `2 ** level` leaves. */
export type Subtrees = (level: number, index: number) => Promise<Buffer>;

interface Place {
  readonly level: number;
  readonly index: number;
}

/** The largest power of two below a number of leaves: so many stand on the left (RFC 6962, 2.1). */
function leftOf(leaves: number): number {
  let left = 1;
  while (left * 2 < leaves) left *= 2;
  return left;
}

/** The subtrees that leaves from `start` to before `end` are made of, from left to right. `start` is where a subtree begins. */
export function wholeSubtrees(start: number, end: number): readonly Place[] {
  const places: Place[] = [];
  for (let from = start; from < end;) {
    let [level, width] = [0, 1];
    while (from + width * 2 <= end) {
      level += 1;
      width *= 2;
    }
    places.push({ level, index: from / width });
    from += width;
  }
  return places;
}

/** MTH(D[start:end]) where these are a node of the tree. */
async function rangeHash(start: number, end: number, subtrees: Subtrees): Promise<Buffer> {
  const parts = wholeSubtrees(start, end).map(({ level, index }) => subtrees(level, index));
  return (await Promise.all(parts)).reduceRight((right, left) => nodeHash(left, right));
}

/** The root of the first `size` leaves, of which there is at least one. */
export function rootAt(size: number, subtrees: Subtrees): Promise<Buffer> {
  return rangeHash(0, size, subtrees);
}

/**
 * That the leaf `index` is in the tree of `size` leaves (RFC 6962, 2.1.1): from the leaf's sibling up to the root's child.
 * @throws RangeError when the tree has no such leaf
 */
export function inclusionProof(index: number, size: number, subtrees: Subtrees): Promise<Buffer[]> {
  if (!(index >= 0 && index < size)) throw new RangeError(`A tree of ${size} leaves has no leaf ${index}`);
  const ranges: (readonly [start: number, end: number])[] = [];
  let [start, end] = [0, size];
  while (end - start > 1) {
    const middle = start + leftOf(end - start);
    if (index < middle) {
      ranges.unshift([middle, end]);
      end = middle;
    } else {
      ranges.unshift([start, middle]);
      start = middle;
    }
  }
  return Promise.all(ranges.map(([from, to]) => rangeHash(from, to, subtrees)));
}

/**
 * That the tree of `older` leaves is how the tree of `newer` began (RFC 6962, 2.1.2). Nothing is needed where the older one
 * is empty or they are equally large.
 * @throws RangeError when the older one is the larger
 */
export function consistencyProof(older: number, newer: number, subtrees: Subtrees): Promise<Buffer[]> {
  if (!(older >= 0 && older <= newer)) throw new RangeError(`No tree of ${newer} leaves had ${older} before`);
  if (older === 0 || older === newer) return Promise.resolve([]);
  const ranges: (readonly [start: number, end: number])[] = [];
  let [start, end] = [0, newer];
  while (end !== older) {
    const middle = start + leftOf(end - start);
    if (older <= middle) {
      ranges.unshift([middle, end]);
      end = middle;
    } else {
      ranges.unshift([start, middle]);
      start = middle;
    }
  }
  // Whoever checks knows the root of the older tree, where that is all that is left.
  if (start > 0) ranges.unshift([start, end]);
  return Promise.all(ranges.map(([from, to]) => rangeHash(from, to, subtrees)));
}
