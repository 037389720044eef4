import { NotProven } from '../faults.js';
import { HASH_BYTES } from '../merkle/hashes.js';
import { fromBase64, plainText } from '../notes/base64.js';
import { type SignedCheckpoint, readCheckpoint, writtenCheckpoint } from '../notes/checkpoint.js';

/** A path through the largest tree there can be. */
const MOST_HASHES = 63;

/** Lines, an empty one, and a checkpoint: the form of proofs and of what witnesses are asked. */
export function writtenBefore(checkpoint: SignedCheckpoint, lines: readonly string[]): string {
  return `${lines.join('\n')}\n\n${writtenCheckpoint(checkpoint)}`;
}

/** Reads it. @throws NotProven MALFORMED */
export function readBefore(bytes: Uint8Array, where: string) {
  const text = plainText(bytes);
  const end = text?.indexOf('\n\n') ?? -1;
  if (text === undefined || end < 0) throw new NotProven('MALFORMED', where);
  const lines = text.slice(0, end).split('\n');
  return { lines, checkpoint: readCheckpoint(Buffer.from(text.slice(end + 2))) };
}

/** A hash as a line of a proof: base64. */
export const writtenHash = (hash: Buffer): string => hash.toString('base64');

/** Hashes, each a line of base64. @throws NotProven MALFORMED */
export function readHashes(lines: readonly string[], where: string): Buffer[] {
  if (lines.length > MOST_HASHES) throw new NotProven('MALFORMED', where);
  return lines.map((line) => {
    const hash = fromBase64(line);
    if (hash?.length !== HASH_BYTES) throw new NotProven('MALFORMED', where);
    return hash;
  });
}
