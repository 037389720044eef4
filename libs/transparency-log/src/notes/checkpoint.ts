import { NotProven } from '../faults.js';
import { HASH_BYTES } from '../merkle/hashes.js';
import type { TreeHead } from '../merkle/verify.js';
import { decimal, fromBase64 } from './base64.js';
import type { PublicKey, SigningKey } from './keys.js';
import { type Note, readNote, signedBy, signersOf, writtenNote } from './note.js';

/** The head of a log's tree at a size (c2sp.org/tlog-checkpoint). */
export interface Checkpoint extends TreeHead {
  /** Which log: the name of its key. */
  readonly origin: string;
}

/** What is signed. Lindung writes no extension lines: nobody could audit them. */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${root.toString('base64')}\n`;
}

/** @throws NotProven MALFORMED */
export function readCheckpointText(text: string): Checkpoint {
  const [origin = '', size = '', hash = '', ...others] = text.split('\n');
  const [leaves, root] = [decimal(size), fromBase64(hash)];
  const isWhole = others.at(-1) === '' && !others.slice(0, -1).includes('');
  if (origin === '' || leaves === undefined || root?.length !== HASH_BYTES || !isWhole) {
    throw new NotProven('MALFORMED', 'checkpoint');
  }
  return { origin, size: leaves, root };
}

/** A checkpoint with who signed it. */
export interface SignedCheckpoint extends Checkpoint {
  readonly note: Note;
}

/** @throws NotProven MALFORMED */
export function readCheckpoint(bytes: Uint8Array): SignedCheckpoint {
  const note = readNote(bytes);
  return { ...readCheckpointText(note.text), note };
}

/** @param keys the log's: the new one first, while keys change both */
export function signCheckpoint(checkpoint: Checkpoint, keys: readonly SigningKey[]): SignedCheckpoint {
  const text = checkpointText(checkpoint);
  return { ...checkpoint, note: { text, signatures: keys.map((key) => signedBy(key, text)) } };
}

/** A checkpoint as it is served and kept (c2sp.org/tlog-checkpoint). */
export function writtenCheckpoint({ note }: SignedCheckpoint): string {
  return writtenNote(note);
}

/** @throws NotProven when none of these keys has signed it, or one is named that has not */
export function signedByLog({ note, origin }: SignedCheckpoint, keys: readonly PublicKey[]): void {
  const own = keys.filter(({ name }) => name === origin);
  if (own.length === 0) throw new NotProven('OTHER_ORIGIN', origin);
  if (signersOf(note, own).length === 0) throw new NotProven('NOT_SIGNED', origin);
}
