import { EMPTY_ROOT, nodeHash } from './hashes.js';
import { type Subtrees, wholeSubtrees } from './proofs.js';

/** Told of each subtree that has become whole: it spans `2 ** level` leaves and is the `index`-th of its level. */
export type OnSubtree = (level: number, index: number, hash: Buffer) => void;

/**
 * A Merkle tree (RFC 6962) that leaves are added to. It remembers its right edge only: one hash for each subtree that is whole
 * and has no sibling yet, the largest first.
 */
export class GrowingTree {
  private constructor(
    private leaves: number,
    private readonly edge: Buffer[],
  ) {}

  static empty(): GrowingTree {
    return new GrowingTree(0, []);
  }

  /** A tree that has been grown before. */
  static async of(size: number, subtrees: Subtrees): Promise<GrowingTree> {
    const edge = wholeSubtrees(0, size).map(({ level, index }) => subtrees(level, index));
    return new GrowingTree(size, await Promise.all(edge));
  }

  get size(): number {
    return this.leaves;
  }

  append(leaf: Buffer, onSubtree: OnSubtree = () => {}): void {
    let [hash, level, index] = [leaf, 0, this.leaves];
    onSubtree(level, index, hash);
    while (index % 2 === 1) {
      const left = this.edge.pop();
      if (!left) throw new Error('The edge of a tree has as many hashes as its size has bits');
      hash = nodeHash(left, hash);
      level += 1;
      index = (index - 1) / 2;
      onSubtree(level, index, hash);
    }
    this.edge.push(hash);
    this.leaves += 1;
  }

  root(): Buffer {
    if (this.edge.length === 0) return EMPTY_ROOT;
    return this.edge.reduceRight((right, left) => nodeHash(left, right));
  }
}
