import { NotProven } from '../faults.js';
import { decimal } from '../notes/base64.js';
import type { SignedCheckpoint } from '../notes/checkpoint.js';
import { readBefore, readHashes, writtenBefore, writtenHash } from './before-checkpoint.js';

/** What a log asks of a witness (c2sp.org/tlog-witness, add-checkpoint). */
export interface AddCheckpoint {
  /** How large the tree was that the witness cosigned last. */
  readonly oldSize: number;
  /** That the tree has grown out of that one. */
  readonly proof: readonly Buffer[];
  readonly checkpoint: SignedCheckpoint;
}

const WHERE = 'add-checkpoint';

/** The request by which a log asks for a cosignature (c2sp.org/tlog-witness). */
export function writtenAddCheckpoint({ oldSize, proof, checkpoint }: AddCheckpoint): string {
  return writtenBefore(checkpoint, [`old ${oldSize}`, ...proof.map(writtenHash)]);
}

/** @throws NotProven MALFORMED */
export function readAddCheckpoint(bytes: Uint8Array): AddCheckpoint {
  const {
    lines: [first, ...lines],
    checkpoint,
  } = readBefore(bytes, WHERE);
  const oldSize = decimal(/^old (.+)$/.exec(first ?? '')?.[1] ?? '');
  if (oldSize === undefined) throw new NotProven('MALFORMED', WHERE);
  return { oldSize, proof: readHashes(lines, WHERE), checkpoint };
}
