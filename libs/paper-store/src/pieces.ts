import { createHash } from 'node:crypto';
import type { PaperCipher, PiecePlace } from './paper-cipher.js';

/** Bytes of a file that are sealed, kept and sent at a time: so much of it is in memory, however large it is. */
export const PIECE_BYTES = 256 * 1024;

/** What is known of a file once all of it has come. */
export interface FileTold {
  readonly bytes: number;
  readonly pieces: number;
  /** Of what came (SHA-256, hexadecimal). */
  readonly contentSha256: string;
  /** Of all sealed pieces one after the other: says without a key whether they are all there, as they were. */
  readonly sealedSha256: string;
}

/** A stream cut into pieces of the same length; the last may be shorter, and is never empty unless nothing came. */
export async function* inPieces(
  stream: AsyncIterable<Buffer>,
  bytes = PIECE_BYTES,
): AsyncGenerator<{ readonly piece: Buffer; readonly isLast: boolean }> {
  let held: Buffer[] = [];
  let length = 0;
  for await (const part of stream) {
    held.push(part);
    length += part.length;
    // One byte more has to be there: whether a piece is the last one is sealed with it.
    while (length > bytes) {
      const all = Buffer.concat(held);
      yield { piece: all.subarray(0, bytes), isLast: false };
      held = [all.subarray(bytes)];
      length -= bytes;
    }
  }
  yield { piece: Buffer.concat(held), isLast: true };
}

/**
 * Seals a stream piece by piece.
 * @param keep told each sealed piece in order, and waited for
 */
export async function sealPieces(
  stream: AsyncIterable<Buffer>,
  cipher: PaperCipher,
  keep: (sealed: Buffer, no: number) => Promise<void>,
): Promise<FileTold> {
  const [content, sealedOnes] = [createHash('sha256'), createHash('sha256')];
  let [bytes, no] = [0, 0];
  for await (const { piece, isLast } of inPieces(stream)) {
    content.update(piece);
    bytes += piece.length;
    const sealed = cipher.seal(piece, { no, isLast });
    sealedOnes.update(sealed);
    await keep(sealed, no);
    no += 1;
  }
  return {
    bytes,
    pieces: no,
    contentSha256: content.digest('hex'),
    sealedSha256: sealedOnes.digest('hex'),
  };
}

/** A file is not what was sealed, or not all of it is there. */
export class PaperDamaged extends Error {
  override readonly name = 'PaperDamaged';

  constructor(no: number, cause?: unknown) {
    super(`Piece ${no} of a file is not there or not what was sealed`, { cause });
  }
}

/** The content of a file out of its sealed pieces. @throws PaperDamaged at the first that is not what was sealed */
export async function* openPieces(
  sealed: AsyncIterable<Buffer>,
  cipher: PaperCipher,
  pieces: number,
): AsyncGenerator<Buffer> {
  let no = 0;
  for await (const piece of sealed) {
    yield opened(cipher, piece, { no, isLast: no === pieces - 1 });
    no += 1;
  }
  if (no !== pieces) throw new PaperDamaged(no);
}

function opened(cipher: PaperCipher, piece: Buffer, place: PiecePlace): Buffer {
  try {
    return cipher.open(piece, place);
  } catch (cause) {
    throw new PaperDamaged(place.no, cause);
  }
}
