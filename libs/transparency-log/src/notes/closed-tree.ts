import { NotProven } from '../faults.js';
import { HASH_BYTES, sha256 } from '../merkle/hashes.js';
import { decimal, fromBase64, plainText } from './base64.js';
import type { Checkpoint } from './checkpoint.js';
import { type PublicKey, type SigningKey, readKey, writtenKey } from './keys.js';
import { type Note, readNote, signedBy, signersOf } from './note.js';

/** That a tree ends, and which one begins instead: the log was restored from an older backup, or is another one. */
export interface ClosedTree extends Checkpoint {
  /** What signs the tree that begins; its name is the origin of that. */
  readonly next: PublicKey;
}

const [CLOSED, LINK] = ['lindung-closed-tree/v1', 'lindung-link/v1'];

/** A note that both sign: whoever had the old tree, and whoever begins the new one. */
export function closeTree({ origin, size, root }: Checkpoint, old: SigningKey, next: SigningKey): Note {
  const lines = [CLOSED, origin, size, root.toString('base64'), writtenKey(next.public)];
  const text = `${lines.join('\n')}\n`;
  return { text, signatures: [signedBy(old, text), signedBy(next, text)] };
}

/**
 * Reads what closed a tree.
 * @param keys of the log of that tree
 * @throws NotProven when none of them, or not the key that it names, has signed it
 */
export function readClosedTree(bytes: Uint8Array, keys: readonly PublicKey[]): ClosedTree {
  const note = readNote(bytes);
  const [header, origin = '', size = '', hash = '', vkey = '', ...rest] = note.text.split('\n');
  const [leaves, root] = [decimal(size), fromBase64(hash)];
  if (header !== CLOSED || leaves === undefined || root?.length !== HASH_BYTES || rest.join('') !== '') {
    throw new NotProven('MALFORMED', 'closed tree');
  }
  const next = readKey(vkey, 'note');
  const own = keys.filter(({ name }) => name === origin);
  if (signersOf(note, own).length === 0) throw new NotProven('NOT_SIGNED', origin);
  if (signersOf(note, [next]).length === 0) throw new NotProven('NOT_SIGNED', next.name);
  return { origin, size: leaves, root, next };
}

/** The first entry of a tree that follows a closed one: its place in the new tree is signed with all that comes. */
export function linkEntry({ origin, size, root }: Checkpoint, closed: Note): Buffer {
  const lines = [
    LINK,
    origin,
    size,
    root.toString('base64'),
    sha256(Buffer.from(closed.text)).toString('base64'),
  ];
  return Buffer.from(`${lines.join('\n')}\n`);
}

/** Whether an entry is the link to this closing note. */
export function linksTo(entry: Uint8Array, closed: Note): boolean {
  const [header, , , , hash] = (plainText(entry) ?? '').split('\n');
  return header === LINK && hash === sha256(Buffer.from(closed.text)).toString('base64');
}
