import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { NotProven } from '../faults.js';
import { EMPTY_ROOT, leafHash } from '../merkle/hashes.js';
import { type Subtrees, rootAt } from '../merkle/proofs.js';
import type { TreeHead } from '../merkle/verify.js';
import { type SignedCheckpoint, readCheckpoint, writtenCheckpoint } from '../notes/checkpoint.js';
import { bundled, entriesIn } from '../tiles/entry-bundle.js';
import { GrowingTiles, type TileOfHashes } from '../tiles/growing-tiles.js';
import { subtreesIn } from '../tiles/tile-hashes.js';
import { TILE_WIDTH, type TileName, lastTile, tilePath, tileWidthIn } from '../tiles/tile-path.js';
import { writeAllDurably, writeDurably } from './durable-files.js';
import { ShownCheckpoints } from './shown-checkpoints.js';
import { type TileFile, dropNarrower, readIfThere, readTileFile } from './tile-files.js';

/** How far the log was put into the tree: the last event of it, null before the first. */
export interface TreePlace {
  readonly size: number;
  readonly position: bigint | null;
  readonly eventId: string | null;
}

/** How far the log was followed; what was signed last; what is shown to others, with cosignatures where there are witnesses. */
const [PLACE, SIGNED, CHECKPOINT] = ['place.json', 'signed', 'checkpoint'];

const NOWHERE: TreePlace = { size: 0, position: null, eventId: null };

/**
 * A tree in a folder that is laid out as `tlog-tiles` says, so that any web server can serve it. Tiles are written first, then
 * how far the tree has come, then the checkpoint: after a crash the tree goes on from the last place whose tiles are all there.
 */
export class KeptTree {
  private constructor(
    readonly folder: string,
    private readonly tiles: GrowingTiles,
    /** The entries of the bundle that is not full. */
    private bundle: Buffer[],
    private reached: TreePlace,
    private signed: SignedCheckpoint | undefined,
    private published: SignedCheckpoint | undefined,
    private readonly shown: ShownCheckpoints,
  ) {}

  /**
   * Opens a tree, or begins one where there is none.
   * @throws NotProven when its files are not what its checkpoint says
   */
  static async open(folder: string): Promise<KeptTree> {
    await mkdir(folder, { recursive: true });
    const place = await readPlace(folder);
    const read = (tile: TileName) => readTileFile(folder, tile);
    const tiles = await GrowingTiles.of(place.size, read);
    const last = lastTile(place.size, 'entries');
    const entries = last ? entriesIn(await read(last), last.width, tilePath(last)) : [];
    const [signed, published] = await Promise.all(
      [SIGNED, CHECKPOINT].map(async (name) => {
        const checkpoint = await readIfThere(join(folder, name));
        return checkpoint && readCheckpoint(checkpoint);
      }),
    );
    const kept = new KeptTree(
      folder,
      tiles,
      entries.map(bundled),
      place,
      signed,
      published,
      new ShownCheckpoints(folder, published),
    );
    await kept.check();
    return kept;
  }

  /** That what was signed last is how this tree began. Another one is never signed over it. */
  private async check(): Promise<void> {
    if (!this.signed) return;
    const { size, root } = this.signed;
    if (size > this.size)
      throw new NotProven('NOT_CONSISTENT', `${this.size} leaves of ${size} that were signed`);
    if (!(await this.rootAt(size)).equals(root))
      throw new NotProven('TILE_DIFFERS', `tree of ${size} leaves`);
  }

  get size(): number {
    return this.tiles.size;
  }

  get head(): TreeHead {
    return { size: this.tiles.size, root: this.tiles.root() };
  }

  get place(): TreePlace {
    return this.reached;
  }

  /** What was signed last; undefined before the first time. */
  get lastSigned(): SignedCheckpoint | undefined {
    return this.signed;
  }

  /** What others are shown; undefined before the first time. */
  get checkpoint(): SignedCheckpoint | undefined {
    return this.published;
  }

  /** The first checkpoint that others were shown and that covers a leaf; undefined where none does yet. */
  firstShownOver(index: number): SignedCheckpoint | undefined {
    return this.shown.firstOver(index);
  }

  /** Lets go of its files. */
  close(): void {
    this.shown.close();
  }

  /** Hashes of whole subtrees of the tree as it was at a size. */
  subtrees(size = this.size): Subtrees {
    return subtreesIn(size, (tile) => this.readTile(tile));
  }

  async rootAt(size: number): Promise<Buffer> {
    return size === 0 ? EMPTY_ROOT : rootAt(size, this.subtrees(size));
  }

  /** A tile of the tree as far as it was written. @throws NotProven TILE_MISSING */
  readTile(tile: TileName): Promise<Buffer> {
    if (tileWidthIn(this.reached.size, tile) < tile.width) {
      return Promise.reject(new NotProven('TILE_MISSING', tilePath(tile)));
    }
    return readTileFile(this.folder, tile);
  }

  /** The entry of a leaf. @throws NotProven TILE_MISSING */
  async entry(index: number): Promise<Buffer> {
    const bundle = { level: 'entries', index: Math.floor(index / TILE_WIDTH) } as const;
    const tile = { ...bundle, width: tileWidthIn(this.reached.size, bundle) };
    const entries = entriesIn(await this.readTile(tile), tile.width, tilePath(tile));
    const entry = entries[index % TILE_WIDTH];
    if (!entry) throw new NotProven('TILE_MISSING', `leaf ${index}`);
    return entry;
  }

  /**
   * Adds entries, and returns once they are on disk. When it fails this object is of no use any more: open the tree again.
   * @param place the last event that they are of
   */
  async append(entries: readonly Buffer[], place: Omit<TreePlace, 'size'>): Promise<void> {
    const files: TileFile[] = [];
    for (const entry of entries) this.add(entry, files);
    const last = lastTile(this.size, 'entries');
    if (last) files.push({ tile: last, content: Buffer.concat(this.bundle) });
    files.push(...this.tiles.atTheEnd().map(asFile));
    await writeAllDurably(
      files.map(({ tile, content }) => ({ path: join(this.folder, tilePath(tile)), content })),
    );
    const reached = { ...place, size: this.size };
    await writeDurably(join(this.folder, PLACE), writtenPlace(reached));
    this.reached = reached;
    await dropNarrower(this.folder, files);
  }

  private add(entry: Buffer, files: TileFile[]): void {
    const index = Math.floor(this.size / TILE_WIDTH);
    this.bundle.push(bundled(entry));
    if (this.bundle.length === TILE_WIDTH) {
      files.push({
        tile: { level: 'entries', index, width: TILE_WIDTH },
        content: Buffer.concat(this.bundle),
      });
      this.bundle = [];
    }
    files.push(...this.tiles.append(leafHash(entry)).map(asFile));
  }

  /** Keeps what was signed, before anybody gets it. It is of this tree at a size that was written. */
  async sign(checkpoint: SignedCheckpoint): Promise<void> {
    if (checkpoint.size > this.reached.size) throw new RangeError('A checkpoint comes after its tiles');
    await writeDurably(join(this.folder, SIGNED), writtenCheckpoint(checkpoint));
    this.signed = checkpoint;
  }

  /** Shows others a checkpoint that was signed, unless they know a later one. */
  async publish(checkpoint: SignedCheckpoint): Promise<void> {
    if (checkpoint.size > (this.signed?.size ?? -1))
      throw new RangeError('A checkpoint is kept before it is shown');
    if (checkpoint.size < (this.published?.size ?? 0)) return;
    this.shown.keep(checkpoint);
    await writeDurably(join(this.folder, CHECKPOINT), writtenCheckpoint(checkpoint));
    this.published = checkpoint;
  }
}

const asFile = ({ tile, hashes }: TileOfHashes): TileFile => ({ tile, content: Buffer.concat(hashes) });

async function readPlace(folder: string): Promise<TreePlace> {
  const bytes = await readIfThere(join(folder, PLACE));
  if (!bytes) return NOWHERE;
  const { size, position, eventId } = JSON.parse(bytes.toString('utf8')) as {
    size: number;
    position: string | null;
    eventId: string | null;
  };
  return { size, position: position === null ? null : BigInt(position), eventId };
}

const writtenPlace = ({ size, position, eventId }: TreePlace): string =>
  `${JSON.stringify({ size, position: position === null ? null : String(position), eventId })}\n`;
