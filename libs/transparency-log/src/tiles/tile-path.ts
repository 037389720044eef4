/** Hashes in a full tile, entries in a full bundle (c2sp.org/tlog-tiles). */
export const TILE_WIDTH = 256;

/** Levels of the tree that a tile spans. */
export const TILE_HEIGHT = 8;

/** A level of hashes, or the entries themselves. */
export type TileLevel = number | 'entries';

export interface TileName {
  readonly level: TileLevel;
  /** Which of its level. */
  readonly index: number;
  /** Hashes or entries in it: less than 256 in a partial one. */
  readonly width: number;
}

/** The address of a tile below the prefix of its log: `tile/0/x001/x234/067`, `tile/entries/000.p/5`. */
export function tilePath({ level, index, width }: TileName): string {
  const digits = String(index);
  const parts = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g) ?? [];
  const path = parts.map((part, place) => (place < parts.length - 1 ? `x${part}` : part)).join('/');
  return `tile/${level}/${path}${width === TILE_WIDTH ? '' : `.p/${width}`}`;
}

const HIGHEST_LEVEL = 63;

const PATH = /^tile\/(entries|\d{1,2})\/((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;

/** The tile at an address; undefined when it is none, or not written the one way there is. */
export function tileAt(path: string): TileName | undefined {
  const [, level, digits, partial] = PATH.exec(path) ?? [];
  if (level === undefined || digits === undefined) return undefined;
  const tile: TileName = {
    level: level === 'entries' ? 'entries' : Number(level),
    index: Number(digits.replaceAll(/[x/]/g, '')),
    width: partial === undefined ? TILE_WIDTH : Number(partial),
  };
  const exists = tile.level === 'entries' || tile.level <= HIGHEST_LEVEL;
  return exists && Number.isSafeInteger(tile.index) && tilePath(tile) === path ? tile : undefined;
}

/** How many hashes of a tile a tree of this size has; 0 where it has no such tile. */
export function tileWidthIn(size: number, { level, index }: Pick<TileName, 'level' | 'index'>): number {
  const hashes = level === 'entries' ? size : Math.floor(size / TILE_WIDTH ** level);
  return Math.max(0, Math.min(TILE_WIDTH, hashes - index * TILE_WIDTH));
}

/** The tile or bundle at the end of a level, where that is not full. */
export function lastTile(size: number, level: TileLevel): TileName | undefined {
  const hashes = level === 'entries' ? size : Math.floor(size / TILE_WIDTH ** level);
  const width = hashes % TILE_WIDTH;
  return width === 0 ? undefined : { level, index: Math.floor(hashes / TILE_WIDTH), width };
}

/** Every tile and bundle that a tree of this size has, the last of each level partial where it is not full. */
export function* tilesOf(size: number): Generator<TileName> {
  for (let level = 0, hashes = size; hashes > 0; level += 1, hashes = Math.floor(hashes / TILE_WIDTH)) {
    for (const kind of level === 0 ? (['entries', 0] as const) : [level]) {
      for (let index = 0; index * TILE_WIDTH < hashes; index += 1) {
        yield { level: kind, index, width: Math.min(TILE_WIDTH, hashes - index * TILE_WIDTH) };
      }
    }
  }
}
