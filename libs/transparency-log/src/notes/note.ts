import { NotProven } from '../faults.js';
import { fromBase64, plainText } from './base64.js';
import type { PublicKey, SigningKey } from './keys.js';

/** One line under a note: who signed, and what came of it. */
export interface NoteSignature {
  readonly name: string;
  readonly keyId: number;
  readonly bytes: Buffer;
}

/** A text that was signed by one or more keys (c2sp.org/signed-note). */
export interface Note {
  /** Ends with a newline. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** Larger notes, and those with more signatures, are not looked at. */
const [LARGEST_NOTE, MOST_SIGNATURES] = [1_000_000, 100];

const DASH = '\u2014 ';
const ID_BYTES = 4;

/** The line of a signature. */
export function signatureLine({ name, keyId, bytes }: NoteSignature): string {
  const id = Buffer.alloc(ID_BYTES);
  id.writeUInt32BE(keyId);
  return `${DASH}${name} ${Buffer.concat([id, bytes]).toString('base64')}\n`;
}

/** A note with the lines of those who signed it (c2sp.org/signed-note). */
export function writtenNote({ text, signatures }: Note): string {
  return `${text}\n${signatures.map(signatureLine).join('')}`;
}

/** @throws NotProven MALFORMED */
export function readNote(bytes: Uint8Array): Note {
  const note = bytes.length <= LARGEST_NOTE ? plainText(bytes) : undefined;
  const end = note?.lastIndexOf('\n\n') ?? -1;
  if (note === undefined || end < 0) throw new NotProven('MALFORMED', 'note');
  return { text: note.slice(0, end + 1), signatures: readSignatures(note.slice(end + 2)) };
}

/** Lines of signatures, of which there is at least one. @throws NotProven MALFORMED */
export function readSignatures(text: string): NoteSignature[] {
  const lines = text.split('\n');
  if (lines.pop() !== '' || lines.length === 0 || lines.length > MOST_SIGNATURES) {
    throw new NotProven('MALFORMED', 'signatures');
  }
  return lines.map(readSignature);
}

function readSignature(line: string): NoteSignature {
  const [, name, base64] = /^\u2014 ([^\s+\u0085]+) (\S+)$/u.exec(line) ?? [];
  const bytes = base64 === undefined ? undefined : fromBase64(base64);
  if (name === undefined || !bytes || bytes.length <= ID_BYTES)
    throw new NotProven('MALFORMED', 'signatures');
  return { name, keyId: bytes.readUInt32BE(), bytes: bytes.subarray(ID_BYTES) };
}

/** A key's signature under a text. */
export function signedBy({ public: key, sign }: SigningKey, text: string): NoteSignature {
  return { name: key.name, keyId: key.id, bytes: sign(Buffer.from(text)) };
}

/** Whether a line claims to be of this key. */
export function isOf({ name, keyId }: NoteSignature, key: PublicKey): boolean {
  return name === key.name && keyId === key.id;
}

/**
 * Which of these keys have signed the text of a note. Signatures of others are not looked at.
 * @throws NotProven SIGNATURE_WRONG when one is named that has not
 */
export function signersOf<Key extends PublicKey>({ text, signatures }: Note, keys: readonly Key[]): Key[] {
  const message = Buffer.from(text);
  const signers = new Set<Key>();
  for (const signature of signatures) {
    const key = keys.find((one) => isOf(signature, one));
    if (!key) continue;
    if (!key.verify(message, signature.bytes)) throw new NotProven('SIGNATURE_WRONG', key.name);
    signers.add(key);
  }
  return [...signers];
}
