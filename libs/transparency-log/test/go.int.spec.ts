import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  consistencyProof,
  cosign,
  inclusionProof,
  signCheckpoint,
  signingKey,
  tilePath,
  tileWidthIn,
  writtenAddCheckpoint,
  writtenKey,
  writtenProof,
} from '../src/index.js';
import { KeptTree } from '../src/service/kept-tree.js';
import { checkedByGo, whyNoGo } from './go-check.js';

const log = signingKey('lindung.example/log', 'note', Buffer.alloc(32, 1));
const witness = signingKey('witness.example/w1', 'cosignature', Buffer.alloc(32, 2));

const noGo = await whyNoGo();

(noGo === undefined ? describe : describe.skip)('for implementations that are not ours', () => {
  const SIZES = [1, 255, 256, 257, 70_000];
  let folder: string;
  let tree: KeptTree;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lindung-go-'));
    tree = await KeptTree.open(folder);
    for (const [place, size] of SIZES.entries()) {
      const before = tree.size;
      const entries = Array.from({ length: size - before }, (_, n) => Buffer.from(`entry ${before + n}`));
      await tree.append(entries, { position: BigInt(size), eventId: `event-${size}` });
      const signed = signCheckpoint({ origin: log.public.name, ...tree.head }, [log]);
      const { text, signatures } = signed.note;
      const note = { text, signatures: [...signatures, cosign(witness, text, 1_700_000_000n)] };
      const checkpoint = { ...signed, note };
      await tree.sign(checkpoint);
      await tree.publish(checkpoint);
      const index = Math.floor(size / 3);
      const hashes = await inclusionProof(index, size, tree.subtrees());
      await writeFile(
        join(folder, `${place}.tlog-proof`),
        writtenProof({ extra: Buffer.from('any'), index, hashes, checkpoint }),
      );
      const oldSize = SIZES[place - 1];
      if (oldSize === undefined) continue;
      const proof = await consistencyProof(oldSize, size, tree.subtrees());
      await writeFile(
        join(folder, `${place}.add-checkpoint`),
        writtenAddCheckpoint({ oldSize, proof, checkpoint }),
      );
    }
  });
  afterAll(() => rm(folder, { recursive: true }));

  const checked = () => checkedByGo(folder, writtenKey(log.public), writtenKey(witness.public));

  it('the tree, its proofs and how it has grown are what they say', async () => {
    expect(await checked()).toBe('70000 leaves, 5 proofs, 4 growths');
  });

  it('a tile of which one bit is another is found', async () => {
    const level = { level: 1, index: 0 } as const;
    const tile = join(folder, tilePath({ ...level, width: tileWidthIn(tree.size, level) }));
    const bytes = await readFile(tile);
    const changed = Buffer.from(bytes);
    changed.writeUInt8(changed.readUInt8(100) ^ 1, 100);
    await writeFile(tile, changed);
    await expect(checked()).rejects.toThrow('Command failed');
    await writeFile(tile, bytes);
  });
});
