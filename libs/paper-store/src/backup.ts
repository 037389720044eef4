import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readFile, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeptFile, PaperStore } from './paper-store.js';

/** What a backup, a restore or a look did. */
export interface PaperCopies {
  /** Copied now. */
  readonly copied: number;
  /** Were there already. */
  readonly known: number;
  /** Ids of files whose pieces are not what was sealed, or not all there. */
  readonly broken: readonly string[];
}

const NAME = /^([\da-f-]{36})\.paper$/;

/** A line of JSON, and behind it the sealed pieces, each after its length (4 bytes). */
const fileOf = (directory: string, fileId: string) => join(directory, `${fileId}.paper`);

/**
 * Copies every file to a folder that the owner alone may read, sealed as it is kept. What is there already stays: files never change, so
 * the next backup copies what is new. A file that is not what was sealed is named, and not copied.
 */
export async function backUpPapers(store: PaperStore, directory: string): Promise<PaperCopies> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const broken: string[] = [];
  let [copied, known] = [0, 0];
  for await (const file of store.all()) {
    if (existsSync(fileOf(directory, file.fileId))) known += 1;
    else if (await copyOut(store, file, directory)) copied += 1;
    else broken.push(file.fileId);
  }
  return { copied, known, broken };
}

async function copyOut(store: PaperStore, file: KeptFile, directory: string): Promise<boolean> {
  const [place, half] = [fileOf(directory, file.fileId), `${fileOf(directory, file.fileId)}.half`];
  const out = await open(half, 'w', 0o600);
  const sum = createHash('sha256');
  try {
    await out.write(`${JSON.stringify(file)}\n`);
    for await (const sealed of store.pieces(file.fileId)) {
      sum.update(sealed);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(sealed.length);
      await out.write(Buffer.concat([length, sealed]));
    }
    await out.sync();
  } finally {
    await out.close();
  }
  const isWhole = sum.digest('hex') === file.sealedSha256;
  await (isWhole ? rename(half, place) : rm(half));
  return isWhole;
}

/**
 * Puts back what a backup has and the store has not. Pieces that are not what was sealed are put back nowhere.
 * @throws Error when the folder holds no backup
 */
export async function restorePapers(store: PaperStore, directory: string): Promise<PaperCopies> {
  const present = new Set<string>();
  for await (const { fileId } of store.all()) present.add(fileId);
  const names = (await readdir(directory)).flatMap((name) => NAME.exec(name)?.[1] ?? []);
  if (names.length === 0) throw new Error(`${directory} holds no papers`);
  const broken: string[] = [];
  let [copied, known] = [0, 0];
  for (const fileId of names) {
    if (present.has(fileId)) known += 1;
    else if (await copyIn(store, fileId, directory)) copied += 1;
    else broken.push(fileId);
  }
  return { copied, known, broken };
}

async function copyIn(store: PaperStore, fileId: string, directory: string): Promise<boolean> {
  // What an interrupted restore left.
  await store.drop(fileId);
  try {
    const { file, pieces } = await readCopy(fileOf(directory, fileId));
    if (file.fileId !== fileId) return false;
    await store.begin(fileId, file.paperId);
    const sum = createHash('sha256');
    let no = 0;
    for (const sealed of pieces) {
      sum.update(sealed);
      await store.add(fileId, no, sealed);
      no += 1;
    }
    if (no === file.pieces && sum.digest('hex') === file.sealedSha256) {
      await store.complete(file);
      await store.recorded(fileId);
      return true;
    }
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof RangeError)) throw error;
  }
  await store.drop(fileId);
  return false;
}

/** Looks at every file that is kept, without any key. */
export async function checkPapers(store: PaperStore): Promise<PaperCopies> {
  const broken: string[] = [];
  let known = 0;
  for await (const { fileId, sealedSha256 } of store.all()) {
    const sum = createHash('sha256');
    for await (const sealed of store.pieces(fileId)) sum.update(sealed);
    if (sum.digest('hex') === sealedSha256) known += 1;
    else broken.push(fileId);
  }
  return { copied: 0, known, broken };
}

/** A copy is as long as one paper at most. @throws SyntaxError, RangeError when it is none */
async function readCopy(place: string) {
  const bytes = await readFile(place);
  const end = bytes.indexOf('\n');
  const file = JSON.parse(bytes.subarray(0, end).toString('utf8')) as KeptFile;
  function* pieces(): Generator<Buffer> {
    for (let at = end + 1; at < bytes.length;) {
      const length = bytes.readUInt32BE(at);
      if (at + 4 + length > bytes.length) throw new RangeError('A copy was cut short');
      yield bytes.subarray(at + 4, at + 4 + length);
      at += 4 + length;
    }
  }
  return { file, pieces: pieces() };
}
