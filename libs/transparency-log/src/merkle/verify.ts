import { NotProven } from '../faults.js';
import { EMPTY_ROOT, nodeHash } from './hashes.js';

/** How large a tree was, and its root then. */
export interface TreeHead {
  readonly size: number;
  readonly root: Buffer;
}

/** The way from a leaf to the root, as RFC 9162 (2.1.3.2, 2.1.4.2) walks it: place and last place, one level up at a time. */
class Climb {
  constructor(
    private place: number,
    private last: number,
  ) {}

  get isOver(): boolean {
    return this.last === 0;
  }

  /** Whether the next hash stands to the left. */
  get comesFromTheLeft(): boolean {
    return this.place % 2 === 1 || this.place === this.last;
  }

  up(): void {
    this.place = Math.floor(this.place / 2);
    this.last = Math.floor(this.last / 2);
  }

  /** Levels on which a node at the right end has no sibling are passed over. */
  upToSibling(): void {
    while (this.place % 2 === 0 && this.place !== 0) this.up();
  }

  upFromRight(): void {
    while (this.place % 2 === 1) this.up();
  }
}

/**
 * That a leaf is in a tree.
 * @throws NotProven
 */
export function verifyInclusion(
  leaf: Buffer,
  index: number,
  { size, root }: TreeHead,
  proof: readonly Buffer[],
): void {
  if (!(index >= 0 && index < size)) throw new NotProven('NOT_INCLUDED', `leaf ${index} of ${size}`);
  const climb = new Climb(index, size - 1);
  let hash = leaf;
  for (const sibling of proof) {
    if (climb.isOver) throw new NotProven('PROOF_TOO_LONG', `inclusion of leaf ${index}`);
    if (climb.comesFromTheLeft) {
      hash = nodeHash(sibling, hash);
      climb.upToSibling();
    } else hash = nodeHash(hash, sibling);
    climb.up();
  }
  if (!climb.isOver) throw new NotProven('PROOF_TOO_SHORT', `inclusion of leaf ${index}`);
  if (!hash.equals(root)) throw new NotProven('NOT_INCLUDED', `leaf ${index} of ${size}`);
}

/**
 * That a tree has grown out of another: no leaf was taken away, changed or put in between.
 * @throws NotProven
 */
export function verifyConsistency(older: TreeHead, newer: TreeHead, proof: readonly Buffer[]): void {
  const where = `from ${older.size} to ${newer.size} leaves`;
  const differs = () => new NotProven('NOT_CONSISTENT', where);
  if (older.size > newer.size) throw differs();
  for (const { size, root } of [older, newer]) if (size === 0 && !root.equals(EMPTY_ROOT)) throw differs();
  if (older.size === newer.size || older.size === 0) {
    if (older.size === newer.size && !older.root.equals(newer.root)) throw differs();
    if (proof.length > 0) throw new NotProven('PROOF_TOO_LONG', where);
    return;
  }
  const climb = new Climb(older.size - 1, newer.size - 1);
  climb.upFromRight();
  const isWhole = Number.isInteger(Math.log2(older.size));
  const [first, ...others] = isWhole ? [older.root, ...proof] : proof;
  if (!first) throw new NotProven('PROOF_TOO_SHORT', where);
  let [before, after] = [first, first];
  for (const hash of others) {
    if (climb.isOver) throw new NotProven('PROOF_TOO_LONG', where);
    if (climb.comesFromTheLeft) {
      before = nodeHash(hash, before);
      after = nodeHash(hash, after);
      climb.upToSibling();
    } else after = nodeHash(after, hash);
    climb.up();
  }
  if (!climb.isOver) throw new NotProven('PROOF_TOO_SHORT', where);
  if (!before.equals(older.root) || !after.equals(newer.root)) throw differs();
}
