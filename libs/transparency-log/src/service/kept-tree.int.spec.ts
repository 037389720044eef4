import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { GrowingTree } from '../merkle/growing-tree.js';
import { leafHash } from '../merkle/hashes.js';
import { consistencyProof } from '../merkle/proofs.js';
import { verifyConsistency } from '../merkle/verify.js';
import { signCheckpoint } from '../notes/checkpoint.js';
import { signingKey } from '../notes/keys.js';
import { tilePath, tilesOf } from '../tiles/tile-path.js';
import { lockFolder } from './durable-files.js';
import { KeptTree } from './kept-tree.js';

const log = signingKey('lindung.example/log', 'note', Buffer.alloc(32, 1));
const entryOf = (n: number) => Buffer.from(`entry ${n}`);
const entriesOf = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, n) => entryOf(from + n));

function rootOf(size: number): Buffer {
  const tree = GrowingTree.empty();
  for (const entry of entriesOf(0, size)) tree.append(leafHash(entry));
  return tree.root();
}

describe('a tree that is kept', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lindung-tree-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function grow(tree: KeptTree, to: number): Promise<void> {
    await tree.append(entriesOf(tree.size, to), { position: BigInt(to * 10), eventId: `event-${to}` });
    const checkpoint = signCheckpoint({ origin: log.public.name, ...tree.head }, [log]);
    await tree.sign(checkpoint);
    await tree.publish(checkpoint);
  }

  it('is the same tree after each stop and start, with a tile for every hash and none too many', async () => {
    const sizes = [0, 1, 2, 255, 256, 257, 300, 511, 512, 1_000];
    for (const size of sizes) {
      const tree = await KeptTree.open(folder);
      await grow(tree, size);
      expect(tree.head).toEqual({ size, root: rootOf(size) });
      const files = await readdir(folder, { recursive: true, withFileTypes: true });
      const kept = files
        .filter((file) => file.isFile())
        .map((file) => join(file.parentPath, file.name).slice(folder.length + 1))
        .filter((path) => path.startsWith('tile/'));
      expect(kept.sort()).toEqual([...tilesOf(size)].map(tilePath).sort());
    }
    const again = await KeptTree.open(folder);
    expect(again.place).toEqual({ size: 1_000, position: 10_000n, eventId: 'event-1000' });
    expect(again.checkpoint?.size).toBe(1_000);
    expect(await again.entry(999)).toEqual(entryOf(999));
    for (const size of sizes) {
      expect(await again.rootAt(size)).toEqual(rootOf(size));
      const proof = await consistencyProof(size, 1_000, again.subtrees());
      verifyConsistency({ size, root: rootOf(size) }, again.head, proof);
    }
  });

  it('serves a partial tile of before out of the wider one', async () => {
    const tree = await KeptTree.open(folder);
    await grow(tree, 3);
    const narrow = await tree.readTile({ level: 0, index: 0, width: 3 });
    await grow(tree, 300);
    expect(await tree.readTile({ level: 0, index: 0, width: 3 })).toEqual(narrow);
    expect((await tree.readTile({ level: 'entries', index: 0, width: 2 })).toString()).toBe(
      '\u0000\u0007entry 0\u0000\u0007entry 1',
    );
    await expect(tree.readTile({ level: 0, index: 1, width: 45 })).rejects.toThrow('is not there');
  });

  it.each(['place.json', 'signed'])(
    'goes on after a crash before %s was written, and is never another tree than was signed',
    async (unwritten) => {
      const tree = await KeptTree.open(folder);
      await grow(tree, 300);
      const before = await readFile(join(folder, unwritten));
      await grow(tree, 700);
      await writeFile(join(folder, unwritten), before);
      if (unwritten === 'place.json') {
        // Both are written in turn: a checkpoint that is ahead of the place is no crash.
        await expect(KeptTree.open(folder)).rejects.toThrow('two histories');
        const signed = signCheckpoint({ origin: log.public.name, size: 300, root: rootOf(300) }, [log]);
        await tree.sign(signed);
      }
      const again = await KeptTree.open(folder);
      expect(again.size).toBe(unwritten === 'place.json' ? 300 : 700);
      await grow(again, 900);
      expect(again.head.root).toEqual(rootOf(900));
    },
  );

  it('does not open when a tile or what was signed is of another tree', async () => {
    const tree = await KeptTree.open(folder);
    await grow(tree, 300);
    const copy = `${folder}-copy`;
    await cp(folder, copy, { recursive: true });
    const tile = join(copy, 'tile/0/001.p/44');
    const bytes = await readFile(tile);
    await writeFile(tile, Buffer.concat([Buffer.alloc(32, 1), bytes.subarray(32)]));
    await expect(KeptTree.open(copy)).rejects.toThrow('not what the tree');
    await rm(tile);
    await expect(KeptTree.open(copy)).rejects.toThrow('is not there');
    await rm(copy, { recursive: true });
  });

  it('signs nothing that is not on disk', async () => {
    const tree = await KeptTree.open(folder);
    const ahead = signCheckpoint({ origin: log.public.name, size: 1, root: rootOf(1) }, [log]);
    await expect(tree.sign(ahead)).rejects.toThrow('after its tiles');
    await expect(tree.publish(ahead)).rejects.toThrow('kept before it is shown');
  });

  it('belongs to one program at a time', () => {
    const lock = lockFolder(folder);
    expect(() => lockFolder(folder)).toThrow('Another program');
    lock.release();
    lockFolder(folder).release();
  });
});
