import { GrowingTree } from '../merkle/growing-tree.js';
import { type ReadTile, hashesIn, subtreesIn } from './tile-hashes.js';
import { TILE_HEIGHT, TILE_WIDTH, type TileName, lastTile } from './tile-path.js';

/** A tile and what is in it. */
export interface TileOfHashes {
  readonly tile: TileName;
  readonly hashes: readonly Buffer[];
}

const NONE: readonly TileOfHashes[] = [];

/** A tree that leaves are added to, and the tiles that it is made of. It remembers those at its end that are not full. */
export class GrowingTiles {
  private constructor(
    private readonly tree: GrowingTree,
    /** Of each level of tiles the hashes of the one that is not full. */
    private readonly edges: Buffer[][],
  ) {}

  static empty(): GrowingTiles {
    return new GrowingTiles(GrowingTree.empty(), []);
  }

  /** A tree that has been grown before. @throws NotProven when a tile at its end is missing or has another width */
  static async of(size: number, readTile: ReadTile): Promise<GrowingTiles> {
    const tree = await GrowingTree.of(size, subtreesIn(size, readTile));
    const edges: Buffer[][] = [];
    for (let level = 0; size >= TILE_WIDTH ** level; level += 1) {
      const tile = lastTile(size, level);
      edges.push(tile ? hashesIn(await readTile(tile), tile) : []);
    }
    return new GrowingTiles(tree, edges);
  }

  get size(): number {
    return this.tree.size;
  }

  root(): Buffer {
    return this.tree.root();
  }

  /** @returns the tiles that the leaf has filled, for most leaves none */
  append(leaf: Buffer): readonly TileOfHashes[] {
    let full = NONE;
    this.tree.append(leaf, (height, place, hash) => {
      if (height % TILE_HEIGHT !== 0) return;
      const level = height / TILE_HEIGHT;
      const edge = (this.edges[level] ??= []);
      edge.push(hash);
      if (edge.length < TILE_WIDTH) return;
      const tile = { level, index: Math.floor(place / TILE_WIDTH), width: TILE_WIDTH };
      full = [...full, { tile, hashes: edge.splice(0) }];
    });
    return full;
  }

  /** The tiles at the end that are not full. */
  atTheEnd(): readonly TileOfHashes[] {
    return this.edges.flatMap((hashes, level) => {
      const tile = lastTile(this.size, level);
      return tile ? [{ tile, hashes }] : [];
    });
  }
}
