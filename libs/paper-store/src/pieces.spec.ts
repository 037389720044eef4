import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { PersonKey, type SealedSection } from '#event-store';
import { PaperDamaged, type PaperCipher, openPieces, paperCipher, sealPieces } from './index.js';

const FILE = '6d1f1f6e-5f6b-4f39-8a0e-0b1a0c8a5a11';
const person = new PersonKey(Buffer.alloc(32, 1));
const health = new PersonKey(Buffer.alloc(32, 2));
const both: readonly SealedSection[] = ['person', 'health'];
const cipher = paperCipher({ person, health }, both, FILE)!;

async function sealed(content: Buffer, by: PaperCipher = cipher) {
  const pieces: Buffer[] = [];
  const told = await sealPieces(inParts(content), by, async (piece) => void pieces.push(piece));
  return { told, pieces };
}

/** As a network brings it: in parts of no particular length. */
const inParts = (content: Buffer) =>
  Readable.from(
    Array.from({ length: Math.ceil(content.length / 70_001) }, (_, at) =>
      content.subarray(at * 70_001, (at + 1) * 70_001),
    ),
  ) as AsyncIterable<Buffer>;

async function opened(pieces: readonly Buffer[], count = pieces.length, by: PaperCipher = cipher) {
  const parts: Buffer[] = [];
  for await (const part of openPieces(Readable.from(pieces), by, count)) parts.push(part);
  return Buffer.concat(parts);
}

describe('A file in sealed pieces', () => {
  it.each([1, 5, 262_143, 262_144, 262_145, 700_000])(
    'of %d bytes comes out as it went in',
    async (bytes) => {
      const content = randomBytes(bytes);
      const { told, pieces } = await sealed(content);
      expect((await opened(pieces)).equals(content)).toBe(true);
      expect(told).toEqual({
        bytes,
        pieces: Math.max(1, Math.ceil(bytes / 262_144)),
        contentSha256: createHash('sha256').update(content).digest('hex'),
        sealedSha256: createHash('sha256').update(Buffer.concat(pieces)).digest('hex'),
      });
    },
  );

  it('shows nothing of what is in it', async () => {
    const { pieces } = await sealed(Buffer.alloc(300_000, 'NIK 0000055205900001 '));
    expect(Buffer.concat(pieces).includes('0000055205900001')).toBe(false);
  });

  it('does not open where a byte was changed, a piece left out, moved or cut off at the end', async () => {
    const { pieces } = await sealed(randomBytes(700_000));
    const [first, second, third] = pieces as [Buffer, Buffer, Buffer];
    const changed = Buffer.from(second);
    changed[100]! ^= 1;
    for (const others of [
      [first, changed, third],
      [first, third],
      [second, first, third],
      [first, second],
    ]) {
      await expect(opened(others)).rejects.toThrow(PaperDamaged);
    }
    await expect(opened([first, second], 3)).rejects.toThrow(PaperDamaged);
  });

  it('opens with the keys of its person alone, and as itself alone', async () => {
    const { pieces } = await sealed(randomBytes(1_000));
    const others = [
      paperCipher({ person: health, health: person }, both, FILE)!,
      paperCipher({ person, health }, ['person'], FILE)!,
      paperCipher({ person, health }, both, FILE.replace('6', '7'))!,
    ];
    for (const other of others) await expect(opened(pieces, 1, other)).rejects.toThrow(PaperDamaged);
  });

  it('has no key any more once one of those that it takes was destroyed', () => {
    expect(paperCipher({ person }, both, FILE)).toBeUndefined();
    expect(paperCipher({ health }, both, FILE)).toBeUndefined();
    expect(paperCipher({ person }, ['person'], FILE)).toBeDefined();
  });
});
