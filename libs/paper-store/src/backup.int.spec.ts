import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PersonKey } from '#event-store';
import { sql } from '#postgres';
import { type FreshDatabase, freshDatabase } from '#testing';
import { PaperStore, backUpPapers, checkPapers, paperCipher, restorePapers, sealPieces } from './index.js';

describe('Backups of papers', () => {
  let fresh: FreshDatabase;
  let elsewhere: FreshDatabase;
  let store: PaperStore;
  let folder: string;
  beforeAll(async () => {
    [fresh, elsewhere] = [await freshDatabase(), await freshDatabase()];
    store = new PaperStore(fresh.database);
    folder = await mkdtemp(join(tmpdir(), 'lindung-papers-'));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true });
    await fresh.drop();
    await elsewhere.drop();
  });

  async function handIn(bytes: number): Promise<string> {
    const [fileId, paperId] = [randomUUID(), randomUUID()];
    const cipher = paperCipher({ person: new PersonKey(randomBytes(32)) }, ['person'], fileId)!;
    await store.begin(fileId, paperId);
    const content = Readable.from([randomBytes(bytes)]) as AsyncIterable<Buffer>;
    const told = await sealPieces(content, cipher, (sealed, no) => store.add(fileId, no, sealed));
    await store.complete({ fileId, ...told });
    await store.recorded(fileId);
    return fileId;
  }
  const piecesOf = async (from: PaperStore, fileId: string) => {
    const all: Buffer[] = [];
    for await (const piece of from.pieces(fileId)) all.push(piece);
    return Buffer.concat(all);
  };

  it('bring back every file byte by byte, copy what is new alone, and leave out what has half come', async () => {
    const ids = [await handIn(10), await handIn(600_000)];
    const half = randomUUID();
    await store.begin(half, randomUUID());
    await store.add(half, 0, randomBytes(40));
    expect(await backUpPapers(store, folder)).toEqual({ copied: 2, known: 0, broken: [] });
    ids.push(await handIn(20));
    expect(await backUpPapers(store, folder)).toEqual({ copied: 1, known: 2, broken: [] });
    const anew = new PaperStore(elsewhere.database);
    expect(await restorePapers(anew, folder)).toEqual({ copied: 3, known: 0, broken: [] });
    expect(await restorePapers(anew, folder)).toEqual({ copied: 0, known: 3, broken: [] });
    for (const id of ids) expect((await piecesOf(anew, id)).equals(await piecesOf(store, id))).toBe(true);
    expect(await checkPapers(anew)).toEqual({ copied: 0, known: 3, broken: [] });
  });

  it('name what is not what was sealed, in the store and in the backup, and put it back nowhere', async () => {
    const [broken, cut] = [await handIn(30), await handIn(300_000)];
    await backUpPapers(store, folder);
    const place = join(folder, `${cut}.paper`);
    await writeFile(place, (await readFile(place)).subarray(0, -1));
    const anew = new PaperStore(elsewhere.database);
    expect(await restorePapers(anew, folder)).toMatchObject({ broken: [cut] });
    expect(await piecesOf(anew, cut)).toHaveLength(0);
    await sql`update papers.pieces set sealed = sealed || '\\x00' where file_id = ${broken}`.execute(
      fresh.database.kysely,
    );
    expect((await checkPapers(store)).broken).toEqual([broken]);
    await rm(folder, { recursive: true });
    expect((await backUpPapers(store, folder)).broken).toEqual([broken]);
    expect(await readdir(folder)).not.toContain(`${broken}.paper.half`);
  });
});
