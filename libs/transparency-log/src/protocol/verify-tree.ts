import { NotProven } from '../faults.js';
import { leafHash } from '../merkle/hashes.js';
import { rootAt } from '../merkle/proofs.js';
import type { SignedCheckpoint } from '../notes/checkpoint.js';
import { entriesIn } from '../tiles/entry-bundle.js';
import { GrowingTiles, type TileOfHashes } from '../tiles/growing-tiles.js';
import { type ReadTile, hashesIn, subtreesIn } from '../tiles/tile-hashes.js';
import { TILE_WIDTH, tilePath, tilesOf } from '../tiles/tile-path.js';
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
  const tiles = GrowingTiles.empty();
  for (const bundle of tilesOf(checkpoint.size)) {
    if (bundle.level !== 'entries') continue;
    for (const entry of entriesIn(await readTile(bundle), bundle.width, tilePath(bundle)))
      for (const full of tiles.append(leafHash(entry))) await checkTile(full, readTile, checkpoint);
  }
  for (const last of tiles.atTheEnd()) await checkTile(last, readTile, checkpoint);
  if (!tiles.root().equals(checkpoint.root)) {
    throw new NotProven('TILE_DIFFERS', `root of ${checkpoint.origin} at ${checkpoint.size} leaves`);
  }
  return accepted;
}

/** @throws NotProven when a tile is not what the entries make it */
async function checkTile(
  { tile, hashes }: TileOfHashes,
  readTile: ReadTile,
  checkpoint: SignedCheckpoint,
): Promise<void> {
  const kept = hashesIn(await readTile(tile), tile);
  const place = kept.findIndex((hash, nth) => !hash.equals(hashes[nth] as Buffer));
  if (place < 0) return;
  // Whether the tile or the entry was changed: those of the tiles lead to the root, or do not.
  const isEntry = tile.level === 0 && (await leadsToRoot(readTile, checkpoint));
  if (isEntry) throw new NotProven('ENTRY_DIFFERS', `leaf ${tile.index * TILE_WIDTH + place}`);
  throw new NotProven('TILE_DIFFERS', tilePath(tile));
}

async function leadsToRoot(readTile: ReadTile, { size, root }: SignedCheckpoint): Promise<boolean> {
  return (await rootAt(size, subtreesIn(size, readTile))).equals(root);
}
