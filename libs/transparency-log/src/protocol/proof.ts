import { NotProven } from '../faults.js';
import { verifyInclusion } from '../merkle/verify.js';
import { decimal, fromBase64 } from '../notes/base64.js';
import type { SignedCheckpoint } from '../notes/checkpoint.js';
import { readBefore, readHashes, writtenBefore, writtenHash } from './before-checkpoint.js';
import { type Accepted, type Policy, acceptCheckpoint } from './policy.js';

/** That a record is in a log, for whoever has no network (c2sp.org/tlog-proof). */
export interface LogProof {
  /** What the record is made of: believed only once it has led to the root. */
  readonly extra?: Buffer;
  readonly index: number;
  readonly hashes: readonly Buffer[];
  readonly checkpoint: SignedCheckpoint;
}

const [HEADER, WHERE] = ['c2sp.org/tlog-proof@v1', 'proof'];

/** A proof as a file of its own (c2sp.org/tlog-proof). */
export function writtenProof({ extra, index, hashes, checkpoint }: LogProof): string {
  return writtenBefore(checkpoint, [
    HEADER,
    ...(extra === undefined ? [] : [`extra ${extra.toString('base64')}`]),
    `index ${index}`,
    ...hashes.map(writtenHash),
  ]);
}

/** @throws NotProven MALFORMED */
export function readProof(bytes: Uint8Array): LogProof {
  const {
    lines: [header, ...lines],
    checkpoint,
  } = readBefore(bytes, WHERE);
  const said = /^extra (.*)$/.exec(lines[0] ?? '')?.[1];
  const extra = said === undefined ? undefined : fromBase64(said);
  if (said !== undefined) lines.shift();
  const index = decimal(/^index (.+)$/.exec(lines.shift() ?? '')?.[1] ?? '');
  const isWhole = header === HEADER && (said === undefined) === (extra === undefined);
  if (!isWhole || index === undefined) throw new NotProven('MALFORMED', WHERE);
  return { ...(extra && { extra }), index, hashes: readHashes(lines, WHERE), checkpoint };
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
