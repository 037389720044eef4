import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type SealedEvent, leafEntry, readLeafEntry, recordOf } from '../leaf.js';
import { inclusionProof } from '../merkle/proofs.js';
import { type SignedCheckpoint, signCheckpoint } from '../notes/checkpoint.js';
import { closeTree, linkEntry } from '../notes/closed-tree.js';
import { type SigningKey, signingKey } from '../notes/keys.js';
import { readNote, signersOf, writtenNote } from '../notes/note.js';
import type { LogProof } from '../protocol/proof.js';
import { type FolderLock, lockFolder, writeDurably } from './durable-files.js';
import { KeptTree } from './kept-tree.js';
import { readIfThere } from './tile-files.js';

/** Where trees are, and who signs them. */
export interface TreeLogOptions {
  readonly folder: string;
  /** Name of the tree and of the key that signs it. Another one than before closes the tree of before. */
  readonly origin: string;
  /** Makes the key: 32 bytes. */
  readonly seed: Buffer;
  /** The one before: it signs as well, or closes its tree where that has another name. */
  readonly formerSeed?: Buffer;
}

/** The tree of a folder has another name than is wanted, and cannot be closed: the key that signed it is not here. */
export class OtherOrigin extends Error {
  override readonly name = 'OtherOrigin';

  constructor(known: string, wanted: string) {
    super(
      `The tree is ${known}, and ${wanted} begins only when the secret of ${known} is given as the former one`,
    );
  }
}

/** The trees of one log: the one that grows, and those that were closed. One program at a time has them open. */
export class TreeLog {
  private constructor(
    readonly origin: string,
    private readonly keys: readonly SigningKey[],
    readonly tree: KeptTree,
    private readonly lock: FolderLock,
  ) {}

  /**
   * @throws Error when another program has them, or the files are not what was signed
   * @throws OtherOrigin
   */
  static async open(options: TreeLogOptions): Promise<TreeLog> {
    const { folder, origin, seed, formerSeed } = options;
    await mkdir(folder, { recursive: true });
    const lock = lockFolder(folder);
    try {
      const tree = await openNewest(options);
      const seeds = [seed, ...(formerSeed ? [formerSeed] : [])];
      const keys = seeds.map((one) => signingKey(origin, 'note', one));
      return new TreeLog(origin, keys, tree, lock);
    } catch (error) {
      lock.release();
      throw error;
    }
  }

  close(): void {
    this.tree.close();
    this.lock.release();
  }

  /** Puts events into the tree, in the order of the log, and returns once they are on disk. */
  async append(events: readonly SealedEvent[]): Promise<void> {
    const last = events.at(-1);
    if (!last) return;
    const entries = events.map((event) => leafEntry(recordOf(event)));
    await this.tree.append(entries, { position: last.position, eventId: last.id });
  }

  /**
   * Signs the tree as it stands, also where it has not grown and was signed with other keys.
   * @returns what others may be shown, once it has the cosignatures that they ask for
   */
  async sign(): Promise<SignedCheckpoint> {
    const { head, lastSigned } = this.tree;
    if (lastSigned?.size === head.size && this.isSignedWithOurs(lastSigned)) return lastSigned;
    const checkpoint = signCheckpoint({ origin: this.origin, ...head }, this.keys);
    await this.tree.sign(checkpoint);
    return checkpoint;
  }

  private isSignedWithOurs({ note }: SignedCheckpoint): boolean {
    const keys = this.keys.map((key) => key.public);
    return note.signatures.length === keys.length && signersOf(note, keys).length === keys.length;
  }

  /**
   * A proof of the event at a position of the log, by the first checkpoint that others were shown and that covers it: it is the same
   * whenever it is asked for. Undefined where there is none.
   */
  async prove(position: bigint): Promise<LogProof | undefined> {
    const newest = this.tree.checkpoint;
    if (!newest) return undefined;
    const index = await this.indexOf(position, newest.size);
    if (index === undefined) return undefined;
    const checkpoint = this.tree.firstShownOver(index) ?? newest;
    const hashes = await inclusionProof(index, checkpoint.size, this.tree.subtrees(checkpoint.size));
    return { index, hashes, checkpoint };
  }

  private async indexOf(position: bigint, size: number): Promise<number | undefined> {
    let [low, high] = [0, size];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const record = readLeafEntry(await this.tree.entry(middle));
      if (record?.position === position) return middle;
      // What is no event stands before all events.
      if (record === undefined || record.position < position) low = middle + 1;
      else high = middle;
    }
    return undefined;
  }
}

const [TREES, CLOSED] = ['trees', 'closed'];

/** Where a tree is: they are numbered from 1. */
export const treeFolder = (folder: string, number: number): string => join(folder, TREES, String(number));

/** What closed a tree: a signed note. Undefined while it grows. */
export const closingNote = (folder: string, number: number): Promise<Buffer | undefined> =>
  readIfThere(join(treeFolder(folder, number), CLOSED));

async function treesIn(folder: string): Promise<number[]> {
  const names = await readdir(join(folder, TREES)).catch(() => []);
  return names.filter((name) => /^[1-9]\d*$/.test(name)).map(Number);
}

/**
 * The newest tree. Where it has another name than is wanted it is closed, by a note that both keys sign, and one of the wanted name
 * begins whose first entry names that note. Cut short, it goes on from there the next time.
 */
async function openNewest(options: TreeLogOptions): Promise<KeptTree> {
  const { folder, origin } = options;
  const number = Math.max(1, ...(await treesIn(folder)));
  const tree = await KeptTree.open(treeFolder(folder, number));
  const { lastSigned } = tree;
  if (lastSigned && lastSigned.origin !== origin) {
    await close(number, lastSigned, options);
    const next = await KeptTree.open(treeFolder(folder, number + 1));
    return linked(next, number, folder);
  }
  return linked(tree, number - 1, folder);
}

async function close(
  number: number,
  signed: SignedCheckpoint,
  { folder, origin, seed, formerSeed }: TreeLogOptions,
): Promise<void> {
  if (await closingNote(folder, number)) return;
  const old = formerSeed && signingKey(signed.origin, 'note', formerSeed);
  if (!old || signersOf(signed.note, [old.public]).length === 0) throw new OtherOrigin(signed.origin, origin);
  const note = closeTree(signed, old, signingKey(origin, 'note', seed));
  await writeDurably(join(treeFolder(folder, number), CLOSED), writtenNote(note));
}

/** A tree that follows a closed one names it first of all. */
async function linked(tree: KeptTree, before: number, folder: string): Promise<KeptTree> {
  if (before < 1 || tree.size > 0) return tree;
  const closed = await closingNote(folder, before);
  const { lastSigned } = await KeptTree.open(treeFolder(folder, before));
  if (!closed || !lastSigned) throw new Error(`Tree ${before} was never closed, and another one follows it`);
  await tree.append([linkEntry(lastSigned, readNote(closed))], { position: null, eventId: null });
  return tree;
}
