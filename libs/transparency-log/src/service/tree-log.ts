import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type EventRecord, type SealedEvent, leafEntry, readLeafEntry, recordOf } from '../leaf.js';
import { inclusionProof } from '../merkle/proofs.js';
import { type SignedCheckpoint, signCheckpoint } from '../notes/checkpoint.js';
import type { SigningKey } from '../notes/keys.js';
import type { LogProof } from '../protocol/proof.js';
import { type FolderLock, lockFolder } from './durable-files.js';
import { KeptTree } from './kept-tree.js';

/** Where trees are, and who signs them. */
export interface TreeLogOptions {
  readonly folder: string;
  /** Of the log, the newest first. Their name is the origin of the tree; while keys change there are two. */
  readonly keys: readonly SigningKey[];
}

/** The tree of a folder is of another origin than the key. */
export class OtherOrigin extends Error {
  override readonly name = 'OtherOrigin';
}

/** A leaf and where it stands. */
export interface FoundLeaf {
  readonly index: number;
  readonly record: EventRecord;
}

/** The trees of one log: the one that grows, and those that were closed. One program at a time has them open. */
export class TreeLog {
  private constructor(
    readonly origin: string,
    private readonly keys: readonly SigningKey[],
    readonly tree: KeptTree,
    private readonly lock: FolderLock,
  ) {}

  /** @throws Error when another program has them, or the files are not what was signed */
  static async open({ folder, keys }: TreeLogOptions): Promise<TreeLog> {
    const [first] = keys;
    if (!first) throw new Error('A transparency log needs a key');
    const origin = first.public.name;
    await mkdir(folder, { recursive: true });
    const lock = lockFolder(folder);
    try {
      const tree = await KeptTree.open(treeFolder(folder, Math.max(1, ...(await treesIn(folder)))));
      const known = tree.lastSigned?.origin ?? origin;
      if (known !== origin)
        throw new OtherOrigin(`The tree in ${folder} is ${known}, the key is of ${origin}`);
      const own = keys.filter(({ public: { name } }) => name === origin);
      return new TreeLog(origin, own, tree, lock);
    } catch (error) {
      lock.release();
      throw error;
    }
  }

  close(): void {
    this.lock.release();
  }

  /** Puts events into the tree, in the order of the log, and returns once they are on disk. */
  async append(events: readonly SealedEvent[]): Promise<void> {
    const last = events.at(-1);
    if (!last) return;
    const entries = events.map((event) => leafEntry(recordOf(event)));
    await this.tree.append(entries, { position: last.position, eventId: last.id });
  }

  /** Signs the tree as it stands. @returns what others may be shown, once it has the cosignatures that they ask for */
  async sign(): Promise<SignedCheckpoint> {
    const { head, lastSigned } = this.tree;
    if (lastSigned?.size === head.size) return lastSigned;
    const checkpoint = signCheckpoint({ origin: this.origin, ...head }, this.keys);
    await this.tree.sign(checkpoint);
    return checkpoint;
  }

  /** The leaf of the event at a position of the log; undefined where the signed tree has none. */
  async find(position: bigint): Promise<FoundLeaf | undefined> {
    let [low, high] = [0, this.tree.checkpoint?.size ?? 0];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const record = readLeafEntry(await this.tree.entry(middle));
      if (record?.position === position) return { index: middle, record };
      // What is no event stands before all events.
      if (record === undefined || record.position < position) low = middle + 1;
      else high = middle;
    }
    return undefined;
  }

  /** A proof of a leaf in the tree that others are shown. */
  async prove(index: number): Promise<Omit<LogProof, 'extra'>> {
    const { checkpoint } = this.tree;
    if (!checkpoint) throw new RangeError('Nothing was signed yet');
    const hashes = await inclusionProof(index, checkpoint.size, this.tree.subtrees(checkpoint.size));
    return { index, hashes, checkpoint };
  }
}

const TREES = 'trees';

const treeFolder = (folder: string, number: number): string => join(folder, TREES, String(number));

async function treesIn(folder: string): Promise<number[]> {
  const names = await readdir(join(folder, TREES)).catch(() => []);
  return names.filter((name) => /^[1-9]\d*$/.test(name)).map(Number);
}
