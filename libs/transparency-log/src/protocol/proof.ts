import { NotProven } from '../faults.js';
import { HASH_BYTES } from '../merkle/hashes.js';
import { verifyInclusion } from '../merkle/verify.js';
import { decimal, fromBase64, plainText } from '../notes/base64.js';
import { type SignedCheckpoint, readCheckpoint, writtenCheckpoint } from '../notes/checkpoint.js';
import { type Accepted, type Policy, acceptCheckpoint } from './policy.js';

/** That a record is in a log, for whoever has no network (c2sp.org/tlog-proof). */
export interface LogProof {
  /** What the record is made of: believed only once it has led to the root. */
  readonly extra?: Buffer;
  readonly index: number;
  readonly hashes: readonly Buffer[];
  readonly checkpoint: SignedCheckpoint;
}

const HEADER = 'c2sp.org/tlog-proof@v1';

/** A path through the largest tree there can be. */
const MOST_HASHES = 63;

export function writtenProof({ extra, index, hashes, checkpoint }: LogProof): string {
  const lines = [
    HEADER,
    ...(extra === undefined ? [] : [`extra ${extra.toString('base64')}`]),
    `index ${index}`,
    ...hashes.map((hash) => hash.toString('base64')),
  ];
  return `${lines.join('\n')}\n\n${writtenCheckpoint(checkpoint)}`;
}

const malformed = (): NotProven => new NotProven('MALFORMED', 'proof');

/** @throws NotProven MALFORMED */
export function readProof(bytes: Uint8Array): LogProof {
  const text = plainText(bytes);
  const end = text?.indexOf('\n\n') ?? -1;
  if (text === undefined || end < 0) throw malformed();
  const [header, ...lines] = text.slice(0, end).split('\n');
  if (header !== HEADER) throw malformed();
  const extra = lines[0]?.startsWith('extra ') ? bytesOf(lines.shift()?.slice('extra '.length)) : undefined;
  const index = /^index (.+)$/.exec(lines.shift() ?? '')?.[1];
  const place = decimal(index ?? '');
  if (place === undefined || lines.length > MOST_HASHES) throw malformed();
  return {
    ...(extra && { extra }),
    index: place,
    hashes: readHashes(lines),
    checkpoint: readCheckpoint(Buffer.from(text.slice(end + 2))),
  };
}

function bytesOf(base64: string | undefined): Buffer {
  const bytes = base64 === undefined ? undefined : fromBase64(base64);
  if (!bytes) throw malformed();
  return bytes;
}

/** Hashes, each a line of base64. @throws NotProven MALFORMED */
export function readHashes(lines: readonly string[]): Buffer[] {
  return lines.map((line) => {
    const hash = bytesOf(line);
    if (hash.length !== HASH_BYTES) throw malformed();
    return hash;
  });
}

/**
 * That the log of this proof holds a leaf, and that enough witnesses have seen it.
 * @throws NotProven
 */
export function verifyProof({ index, hashes, checkpoint }: LogProof, leaf: Buffer, policy: Policy): Accepted {
  const accepted = acceptCheckpoint(checkpoint, policy);
  verifyInclusion(leaf, index, checkpoint, hashes);
  return accepted;
}
