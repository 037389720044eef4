import { NotProven } from '../faults.js';
import { decimal, plainText } from '../notes/base64.js';
import { type SignedCheckpoint, readCheckpoint, writtenCheckpoint } from '../notes/checkpoint.js';
import { readHashes } from './proof.js';

/** What a log asks of a witness (c2sp.org/tlog-witness, add-checkpoint). */
export interface AddCheckpoint {
  /** How large the tree was that the witness cosigned last. */
  readonly oldSize: number;
  /** That the tree has grown out of that one. */
  readonly proof: readonly Buffer[];
  readonly checkpoint: SignedCheckpoint;
}

const MOST_HASHES = 63;

export function writtenAddCheckpoint({ oldSize, proof, checkpoint }: AddCheckpoint): string {
  const lines = [`old ${oldSize}`, ...proof.map((hash) => hash.toString('base64'))];
  return `${lines.join('\n')}\n\n${writtenCheckpoint(checkpoint)}`;
}

/** @throws NotProven MALFORMED */
export function readAddCheckpoint(bytes: Uint8Array): AddCheckpoint {
  const text = plainText(bytes);
  const end = text?.indexOf('\n\n') ?? -1;
  if (text === undefined || end < 0) throw new NotProven('MALFORMED', 'add-checkpoint');
  const [first, ...lines] = text.slice(0, end).split('\n');
  const oldSize = decimal(/^old (.+)$/.exec(first ?? '')?.[1] ?? '');
  if (oldSize === undefined || lines.length > MOST_HASHES) throw new NotProven('MALFORMED', 'add-checkpoint');
  return {
    oldSize,
    proof: readHashes(lines),
    checkpoint: readCheckpoint(Buffer.from(text.slice(end + 2))),
  };
}
