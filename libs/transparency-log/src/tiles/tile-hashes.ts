import { NotProven } from '../faults.js';
import { HASH_BYTES, nodeHash } from '../merkle/hashes.js';
import type { Subtrees } from '../merkle/proofs.js';
import { TILE_HEIGHT, TILE_WIDTH, type TileName, tilePath, tileWidthIn } from './tile-path.js';

/** Reads tiles and bundles. @throws NotProven TILE_MISSING where there is none */
export type ReadTile = (tile: TileName) => Promise<Buffer>;

/** The hashes of a tile. @throws NotProven when they are not exactly as many as it is wide */
export function hashesIn(bytes: Buffer, tile: TileName): Buffer[] {
  if (bytes.length !== tile.width * HASH_BYTES) throw new NotProven('MALFORMED', tilePath(tile));
  return Array.from({ length: tile.width }, (_, place) =>
    bytes.subarray(place * HASH_BYTES, (place + 1) * HASH_BYTES),
  );
}

/** The root over hashes that are a power of two. */
function foldWhole(hashes: readonly Buffer[]): Buffer {
  let level = hashes;
  while (level.length > 1) {
    const above: Buffer[] = [];
    for (let place = 0; place + 1 < level.length; place += 2) {
      const [left, right] = [level[place], level[place + 1]];
      if (left && right) above.push(nodeHash(left, right));
    }
    level = above;
  }
  const [root] = level;
  if (!root) throw new RangeError('There is nothing to fold');
  return root;
}

/** The subtrees of a tree of this size out of its tiles: what stands between the levels of tiles is hashed anew. */
export function subtreesIn(size: number, readTile: ReadTile): Subtrees {
  const known = new Map<string, Promise<readonly Buffer[]>>();
  const hashesOf = (level: number, index: number): Promise<readonly Buffer[]> => {
    const tile = { level, index, width: tileWidthIn(size, { level, index }) };
    const name = tilePath(tile);
    const hashes = known.get(name) ?? readTile(tile).then((bytes) => hashesIn(bytes, tile));
    known.set(name, hashes);
    return hashes;
  };
  return async (level, index) => {
    const width = 2 ** (level % TILE_HEIGHT);
    const first = index * width;
    const hashes = await hashesOf(Math.floor(level / TILE_HEIGHT), Math.floor(first / TILE_WIDTH));
    const from = first % TILE_WIDTH;
    if (from + width > hashes.length) throw new RangeError(`A tree of ${size} leaves has no such subtree`);
    return foldWhole(hashes.slice(from, from + width));
  };
}
