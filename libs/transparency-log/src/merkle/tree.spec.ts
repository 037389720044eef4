import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { NotProven } from '../faults.js';
import { GrowingTree } from './growing-tree.js';
import { EMPTY_ROOT, leafHash, nodeHash } from './hashes.js';
import { type Subtrees, consistencyProof, inclusionProof, rootAt } from './proofs.js';
import { verifyConsistency, verifyInclusion } from './verify.js';

/** RFC 6962, section 2.1, as it stands there. */
const naive = {
  left: (n: number): number => 2 ** Math.ceil(Math.log2(n) - 1),
  root(leaves: readonly Buffer[]): Buffer {
    if (leaves.length < 2) return leaves[0] ?? EMPTY_ROOT;
    const k = naive.left(leaves.length);
    return nodeHash(naive.root(leaves.slice(0, k)), naive.root(leaves.slice(k)));
  },
  path(m: number, leaves: readonly Buffer[]): Buffer[] {
    if (leaves.length < 2) return [];
    const k = naive.left(leaves.length);
    return m < k
      ? [...naive.path(m, leaves.slice(0, k)), naive.root(leaves.slice(k))]
      : [...naive.path(m - k, leaves.slice(k)), naive.root(leaves.slice(0, k))];
  },
  proof(m: number, leaves: readonly Buffer[], isKnown = true): Buffer[] {
    if (m === leaves.length) return isKnown ? [] : [naive.root(leaves)];
    const k = naive.left(leaves.length);
    return m <= k
      ? [...naive.proof(m, leaves.slice(0, k), isKnown), naive.root(leaves.slice(k))]
      : [...naive.proof(m - k, leaves.slice(k), false), naive.root(leaves.slice(0, k))];
  },
};

const leavesOf = (count: number) =>
  Array.from({ length: count }, (_, n) => leafHash(Buffer.from(`leaf ${n}`)));

/** A tree with all of its subtrees. */
function grown(leaves: readonly Buffer[]) {
  const known = new Map<string, Buffer>();
  const tree = GrowingTree.empty();
  for (const leaf of leaves)
    tree.append(leaf, (level, index, hash) => {
      if (known.has(`${level}/${index}`)) throw new Error(`Subtree ${level}/${index} was whole before`);
      known.set(`${level}/${index}`, hash);
    });
  const subtrees: Subtrees = async (level, index) => known.get(`${level}/${index}`) as Buffer;
  return { tree, subtrees };
}

const sizes = fc.integer({ min: 1, max: 300 });

/** Leaves of the tests of Certificate Transparency, and the roots over the first one, two, … of them. */
const CT_LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const CT_ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

describe('a Merkle tree of RFC 6962', () => {
  it('has the roots that Certificate Transparency has', () => {
    const tree = GrowingTree.empty();
    expect(tree.root().toString('hex')).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
    const roots = CT_LEAVES.map((leaf) => {
      tree.append(leafHash(Buffer.from(leaf, 'hex')));
      return tree.root().toString('hex');
    });
    expect(roots).toEqual(CT_ROOTS);
  });

  it('is the tree of the definition, whatever its size, and so are its proofs', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, fc.nat(), fc.nat(), async (size, anyLeaf, anySize) => {
        const leaves = leavesOf(size);
        const { tree, subtrees } = grown(leaves);
        expect(tree.root()).toEqual(naive.root(leaves));
        expect(await rootAt(size, subtrees)).toEqual(naive.root(leaves));
        const [index, older] = [anyLeaf % size, 1 + (anySize % size)];
        expect(await inclusionProof(index, size, subtrees)).toEqual(naive.path(index, leaves));
        expect(await consistencyProof(older, size, subtrees)).toEqual(naive.proof(older, leaves));
      }),
    );
  });

  it('goes on as the same tree when it is read again', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, fc.integer({ min: 0, max: 40 }), async (size, more) => {
        const all = leavesOf(size + more);
        const again = await GrowingTree.of(size, grown(all.slice(0, size)).subtrees);
        for (const leaf of all.slice(size)) again.append(leaf);
        expect([again.size, again.root()]).toEqual([size + more, naive.root(all)]);
      }),
    );
  });

  it('proves each of its leaves and each of its beginnings, up to 40 leaves', async () => {
    for (let size = 1; size <= 40; size += 1) {
      const leaves = leavesOf(size);
      const { tree, subtrees } = grown(leaves);
      const head = { size, root: tree.root() };
      for (const [index, leaf] of leaves.entries()) {
        verifyInclusion(leaf, index, head, await inclusionProof(index, size, subtrees));
        const older = { size: index, root: naive.root(leaves.slice(0, index)) };
        verifyConsistency(older, head, await consistencyProof(index, size, subtrees));
      }
      verifyConsistency(head, head, []);
    }
  });

  it('proves nothing once anything of a proof is another one, and names what is wrong', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, fc.nat(), fc.nat(), fc.nat({ max: 7 }), async (size, anyLeaf, anyByte, bit) => {
        const leaves = leavesOf(size);
        const { tree, subtrees } = grown(leaves);
        const head = { size, root: tree.root() };
        const index = anyLeaf % size;
        const leaf = leaves[index] as Buffer;
        const proof = await inclusionProof(index, size, subtrees);
        const all = Buffer.concat([leaf, head.root, ...proof]);
        const place = anyByte % all.length;
        all[place] = (all[place] as number) ^ (1 << bit);
        const parts = Array.from({ length: all.length / 32 }, (_, n) => all.subarray(n * 32, n * 32 + 32));
        const [changed = leaf, root = head.root, ...hashes] = parts;
        expect(() => verifyInclusion(changed, index, { size, root }, hashes)).toThrow(NotProven);
        const another = { size, root: nodeHash(head.root, head.root) };
        expect(() => verifyConsistency(head, another, [])).toThrow('two histories');
        expect(() => verifyInclusion(leaf, index, head, [...proof, leaf])).toThrow('more hashes');
        if (proof.length > 0) {
          expect(() => verifyInclusion(leaf, index, head, proof.slice(0, -1))).toThrow('fewer hashes');
        }
        if (index + 1 < size) {
          expect(() => verifyInclusion(leaf, index + 1, head, proof)).toThrow(NotProven);
        }
      }),
    );
  });

  it('is not another tree that has other leaves at the beginning', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, fc.nat(), fc.nat(), async (size, anySize, anyLeaf) => {
        const older = 1 + (anySize % size);
        const forked = leavesOf(size);
        forked[anyLeaf % older] = leafHash(Buffer.from('another history'));
        const { tree, subtrees } = grown(forked);
        const signed = { size: older, root: naive.root(leavesOf(older)) };
        const proof = await consistencyProof(older, size, subtrees);
        const head = { size, root: tree.root() };
        expect(() => verifyConsistency(signed, head, proof)).toThrow(NotProven);
      }),
    );
  });

  it('has no leaf behind its end, and was never larger than it is', () => {
    const { subtrees } = grown(leavesOf(3));
    expect(() => inclusionProof(3, 3, subtrees)).toThrow(RangeError);
    expect(() => consistencyProof(4, 3, subtrees)).toThrow(RangeError);
    const [two, three] = [2, 3].map((size) => ({ size, root: naive.root(leavesOf(size)) }));
    expect(() => verifyConsistency(three!, two!, [])).toThrow('two histories');
    expect(() => verifyConsistency({ size: 0, root: two!.root }, three!, [])).toThrow('two histories');
  });
});
