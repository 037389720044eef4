import { NotProven } from '../faults.js';
import { GrowingTree } from '../merkle/growing-tree.js';
import { leafHash } from '../merkle/hashes.js';
import { rootAt } from '../merkle/proofs.js';
import { type SignedCheckpoint } from '../notes/checkpoint.js';
import { entriesIn } from '../tiles/entry-bundle.js';
import { type ReadTile, hashesIn, subtreesIn } from '../tiles/tile-hashes.js';
import { TILE_HEIGHT, TILE_WIDTH, type TileName, tilePath, tilesOf } from '../tiles/tile-path.js';
import { type Accepted, type Policy, acceptCheckpoint } from './policy.js';

/**
 * Checks a whole tree out of its entries: every leaf, every hash of every tile, the root, and who has signed it.
 * @throws NotProven naming the first tile that is not what it has to be
 */
export async function verifyTree(
  readTile: ReadTile,
  checkpoint: SignedCheckpoint,
  policy: Policy,
): Promise<Accepted> {
  const accepted = acceptCheckpoint(checkpoint, policy);
  const expected: Buffer[][] = [];
  const tree = GrowingTree.empty();
  const checkTile = async (tile: TileName, hashes: readonly Buffer[]) => {
    const kept = hashesIn(await readTile(tile), tile);
    const place = kept.findIndex((hash, nth) => !hash.equals(hashes[nth] as Buffer));
    if (place < 0) return;
    // Whether the tile or the entry was changed: those of the tiles lead to the root, or do not.
    const isEntry = tile.level === 0 && (await leadsToRoot(readTile, checkpoint));
    if (isEntry) throw new NotProven('ENTRY_DIFFERS', `leaf ${tile.index * TILE_WIDTH + place}`);
    throw new NotProven('TILE_DIFFERS', tilePath(tile));
  };
  for (const bundle of tilesOf(checkpoint.size)) {
    if (bundle.level !== 'entries') continue;
    const entries = entriesIn(await readTile(bundle), bundle.width, tilePath(bundle));
    const full: (readonly [tile: TileName, hashes: readonly Buffer[]])[] = [];
    for (const entry of entries) {
      tree.append(leafHash(entry), (height, place, hash) => {
        if (height % TILE_HEIGHT !== 0) return;
        const level = height / TILE_HEIGHT;
        const hashes = (expected[level] ??= []);
        hashes.push(hash);
        if (hashes.length < TILE_WIDTH) return;
        full.push([{ level, index: Math.floor(place / TILE_WIDTH), width: TILE_WIDTH }, hashes.splice(0)]);
      });
    }
    for (const [tile, hashes] of full) await checkTile(tile, hashes);
  }
  for (const [level, hashes] of expected.entries()) {
    if (hashes.length === 0) continue;
    const index = Math.floor(checkpoint.size / TILE_WIDTH ** (level + 1));
    await checkTile({ level, index, width: hashes.length }, hashes);
  }
  if (!tree.root().equals(checkpoint.root)) {
    throw new NotProven('TILE_DIFFERS', `root of ${checkpoint.origin} at ${checkpoint.size} leaves`);
  }
  return accepted;
}

async function leadsToRoot(readTile: ReadTile, { size, root }: SignedCheckpoint): Promise<boolean> {
  return (await rootAt(size, subtreesIn(size, readTile))).equals(root);
}
