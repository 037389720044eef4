import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type SealedEvent, leafEntry, recordOf } from '../leaf.js';
import { leafHash } from '../merkle/hashes.js';
import { readClosedTree, linksTo } from '../notes/closed-tree.js';
import { signingKey, writtenKey } from '../notes/keys.js';
import { readNote, signersOf } from '../notes/note.js';
import { readPolicy } from '../protocol/policy.js';
import { type LogProof, verifyProof } from '../protocol/proof.js';
import { KeptTree } from './kept-tree.js';
import { TreeLog, type TreeLogOptions, closingNote, treeFolder } from './tree-log.js';

const eventAt = (number: number, history = ''): SealedEvent => ({
  id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
  streamId: 'claim-1',
  revision: BigInt(number),
  position: BigInt(number * 100),
  type: 'ClaimNoted',
  data: Buffer.from(`{"history":"${history}"}`),
  metadata: Buffer.from('{}'),
});
const leafOf = (event: SealedEvent) => leafHash(leafEntry(recordOf(event)));

const [first, second, third] = [1, 2, 3].map((fill) => Buffer.alloc(32, fill)) as [Buffer, Buffer, Buffer];
const believing = (origin: string, seed: Buffer) =>
  readPolicy(`log ${writtenKey(signingKey(origin, 'note', seed).public)}\nquorum none\n`);

describe('the trees of a log', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lindung-trees-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  /** Opens the trees, puts events into the newest one, and gives a proof of the last. */
  async function grown(options: Omit<TreeLogOptions, 'folder'>, events: readonly SealedEvent[]) {
    const treeLog = await TreeLog.open({ folder, ...options });
    try {
      await treeLog.append(events);
      await treeLog.tree.publish(await treeLog.sign());
      const proof = await treeLog.prove(events.at(-1)?.position ?? -1n);
      return { size: treeLog.tree.size, place: treeLog.tree.place, proof: proof as LogProof };
    } finally {
      treeLog.close();
    }
  }

  it('are signed by the old key and the new one until everybody knows the new one; old proofs go on', async () => {
    const origin = 'lindung.example/log';
    const before = await grown({ origin, seed: first }, [eventAt(1)]);
    const during = await grown({ origin, seed: second, formerSeed: first }, [eventAt(2)]);
    const after = await grown({ origin, seed: second }, [eventAt(3)]);
    verifyProof(before.proof, leafOf(eventAt(1)), believing(origin, first));
    verifyProof(during.proof, leafOf(eventAt(2)), believing(origin, first));
    verifyProof(during.proof, leafOf(eventAt(2)), believing(origin, second));
    verifyProof(after.proof, leafOf(eventAt(3)), believing(origin, second));
    expect(() => verifyProof(after.proof, leafOf(eventAt(3)), believing(origin, first))).toThrow('no key');
  });

  it('are signed with another key as soon as there is one, also where nothing happens any more', async () => {
    const origin = 'lindung.example/log';
    await grown({ origin, seed: first }, [eventAt(1)]);
    const signers = async (options: Omit<TreeLogOptions, 'folder' | 'origin'>) => {
      await grown({ origin, ...options }, []);
      const { checkpoint } = await KeptTree.open(treeFolder(folder, 1));
      const keys = [first, second].map((seed) => signingKey(origin, 'note', seed).public);
      return signersOf(checkpoint!.note, keys).map((key) => keys.indexOf(key));
    };
    expect(await signers({ seed: first })).toEqual([0]);
    expect(await signers({ seed: second, formerSeed: first })).toEqual([1, 0]);
    expect(await signers({ seed: second })).toEqual([1]);
  });

  it('end with a note that both keys sign, and begin anew with a link to it, when the log was restored', async () => {
    const old = { origin: 'lindung.example/log', seed: first };
    const next = { origin: 'lindung.example/log/2', seed: second, formerSeed: first };
    const before = await grown(old, [eventAt(1), eventAt(2), eventAt(3)]);
    const after = await grown(next, [eventAt(1), eventAt(2, 'another')]);
    expect([after.size, after.place.position]).toEqual([3, 200n]);

    const closed = await closingNote(folder, 1);
    const [oldKey, nextKey] = [old, next].map(({ origin, seed }) => signingKey(origin, 'note', seed).public);
    const told = readClosedTree(closed!, [oldKey!]);
    expect(told).toMatchObject({ origin: old.origin, size: 3, root: before.proof.checkpoint.root });
    expect(writtenKey(told.next)).toBe(writtenKey(nextKey!));
    const tree = await KeptTree.open(treeFolder(folder, 2));
    expect(linksTo(await tree.entry(0), readNote(closed!))).toBe(true);
    expect(linksTo(await tree.entry(1), readNote(closed!))).toBe(false);

    // Proofs that were given before still prove what they proved; those of the new tree are of the new name.
    verifyProof(before.proof, leafOf(eventAt(3)), believing(old.origin, first));
    verifyProof(after.proof, leafOf(eventAt(2, 'another')), believing(next.origin, second));
    expect(() =>
      verifyProof(after.proof, leafOf(eventAt(2, 'another')), believing(old.origin, first)),
    ).toThrow('does not name');

    // It goes on there, with or without the secret of before.
    expect((await grown({ ...next, formerSeed: undefined }, [eventAt(4)])).size).toBe(4);
    expect(await closingNote(folder, 1)).toEqual(closed);
    expect(await closingNote(folder, 2)).toBeUndefined();
  });

  it('are closed only with the key that has signed them, and never taken up again', async () => {
    const old = { origin: 'lindung.example/log', seed: first };
    await grown(old, [eventAt(1)]);
    const next = { origin: 'lindung.example/log/2', seed: second };
    await expect(TreeLog.open({ folder, ...next })).rejects.toThrow('given as the former one');
    await expect(TreeLog.open({ folder, ...next, formerSeed: third })).rejects.toThrow(
      'given as the former one',
    );
    await grown({ ...next, formerSeed: first }, [eventAt(1)]);
    await expect(TreeLog.open({ folder, ...old })).rejects.toThrow('The tree is lindung.example/log/2');
  });

  it('belong to one program at a time', async () => {
    const options = { folder, origin: 'lindung.example/log', seed: first };
    const treeLog = await TreeLog.open(options);
    await expect(TreeLog.open(options)).rejects.toThrow('Another program');
    treeLog.close();
  });
});
