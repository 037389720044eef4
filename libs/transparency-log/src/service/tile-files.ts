import { readFile, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { NotProven } from '../faults.js';
import { HASH_BYTES } from '../merkle/hashes.js';
import { bundleStart } from '../tiles/entry-bundle.js';
import { TILE_WIDTH, type TileName, tilePath } from '../tiles/tile-path.js';

/** A tile to be written. */
export interface TileFile {
  readonly tile: TileName;
  readonly content: Buffer;
}

const isMissing = (error: unknown): boolean =>
  ['ENOENT', 'ENOTDIR'].includes(String((error as NodeJS.ErrnoException).code));

/** A file; undefined when there is none. */
export async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/**
 * The bytes of a tile. A partial one is the beginning of every wider one, so only the widest has to be kept: checkpoints of
 * before that name a narrower one are still served.
 * @throws NotProven TILE_MISSING
 */
export async function readTileFile(folder: string, tile: TileName): Promise<Buffer> {
  const exact = await readIfThere(join(folder, tilePath(tile)));
  if (exact) return exact;
  for (const width of [...(await widthsOf(folder, tile)), TILE_WIDTH]) {
    if (width <= tile.width) continue;
    const wider = await readIfThere(join(folder, tilePath({ ...tile, width })));
    if (wider) return startOf(wider, tile);
  }
  throw new NotProven('TILE_MISSING', tilePath(tile));
}

function startOf(wider: Buffer, tile: TileName): Buffer {
  if (tile.level === 'entries') return bundleStart(wider, tile.width, tilePath(tile));
  return wider.subarray(0, tile.width * HASH_BYTES);
}

/** The widths of a partial tile that are there, the narrowest first. */
async function widthsOf(folder: string, tile: TileName): Promise<number[]> {
  try {
    const names = await readdir(dirname(join(folder, tilePath({ ...tile, width: 1 }))));
    return names
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .sort((one, other) => one - other);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** Takes away the partial tiles that a wider one has made needless. What stays behind does no harm. */
export async function dropNarrower(folder: string, written: readonly TileFile[]): Promise<void> {
  for (const { tile } of written) {
    const partial = dirname(join(folder, tilePath({ ...tile, width: 1 })));
    if (tile.width === TILE_WIDTH) await rm(partial, { recursive: true, force: true });
    else {
      const narrower = (await widthsOf(folder, tile)).filter((width) => width < tile.width);
      for (const width of narrower) await rm(join(partial, String(width)), { force: true });
    }
  }
}
