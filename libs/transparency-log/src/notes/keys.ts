import { type KeyObject, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { sha256 } from '../merkle/hashes.js';
import { fromBase64, plainText } from './base64.js';

/** What a signature is of (c2sp.org/signed-note, "Signature types"). */
const SIGNATURE_TYPES = { note: 0x01, cosignature: 0x04 } as const;
export type SignatureKind = keyof typeof SIGNATURE_TYPES;

const KEY_BYTES = 32;

/** DER of what stands before the 32 bytes of an Ed25519 key (RFC 8410). */
const [PUBLIC_DER, PRIVATE_DER] = [
  Buffer.from('302a300506032b6570032100', 'hex'),
  Buffer.from('302e020100300506032b657004220420', 'hex'),
];

/** A key that others know us by. */
export interface PublicKey {
  readonly name: string;
  readonly kind: SignatureKind;
  /** First four bytes of a hash: tells keys of one name apart, and proves nothing. */
  readonly id: number;
  readonly bytes: Buffer;
  /** Whether the key has signed this message. */
  readonly verify: (message: Uint8Array, signature: Uint8Array) => boolean;
}

export interface SigningKey {
  readonly public: PublicKey;
  readonly sign: (message: Uint8Array) => Buffer;
}

/** A key that cannot be used: says why, never what it is. */
export class UnusableKey extends Error {
  override readonly name = 'UnusableKey';
}

/** Names of keys hold no space and no plus sign, and no control character. */
const NAME = /^[^\s+\u0085]{1,200}$/u;

const hexOf = (id: number): string => id.toString(16).padStart(8, '0');

/** @throws UnusableKey */
export function publicKey(name: string, kind: SignatureKind, bytes: Buffer): PublicKey {
  if (!NAME.test(name) || plainText(Buffer.from(name)) !== name)
    throw new UnusableKey('The name of a key has a space or a plus sign, or none at all');
  if (bytes.length !== KEY_BYTES) throw new UnusableKey('An Ed25519 key has 32 bytes');
  const key: KeyObject = createPublicKey({
    key: Buffer.concat([PUBLIC_DER, bytes]),
    format: 'der',
    type: 'spki',
  });
  return {
    name,
    kind,
    id: keyId(name, kind, bytes),
    bytes,
    verify: (message, signature) => verify(null, message, key, signature),
  };
}

/** SHA-256(name, newline, type of signature, public key), the first four bytes. */
function keyId(name: string, kind: SignatureKind, bytes: Buffer): number {
  const typed = Buffer.concat([Buffer.from(`${name}\n`), Buffer.of(SIGNATURE_TYPES[kind]), bytes]);
  return sha256(typed).readUInt32BE();
}

/** A vkey: `name+id+base64(type, key)`. */
export function writtenKey({ name, kind, id, bytes }: PublicKey): string {
  const typed = Buffer.concat([Buffer.of(SIGNATURE_TYPES[kind]), bytes]);
  return `${name}+${hexOf(id)}+${typed.toString('base64')}`;
}

/** Reads a vkey. @throws UnusableKey when it is none, or of another kind of signature */
export function readKey(vkey: string, kind: SignatureKind): PublicKey {
  const [, name, id, typed] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(vkey) ?? [];
  const bytes = typed === undefined ? undefined : fromBase64(typed);
  if (name === undefined || bytes?.length !== 1 + KEY_BYTES) {
    throw new UnusableKey('A key is written as name+id+base64');
  }
  if (bytes[0] !== SIGNATURE_TYPES[kind]) throw new UnusableKey(`The key ${name} is not one for a ${kind}`);
  const key = publicKey(name, kind, bytes.subarray(1));
  if (hexOf(key.id) !== id)
    throw new UnusableKey(`The id of the key ${name} is not that of its name and bytes`);
  return key;
}

/** @param seed 32 bytes that nobody else knows */
export function signingKey(name: string, kind: SignatureKind, seed: Buffer): SigningKey {
  if (seed.length !== KEY_BYTES) throw new UnusableKey('A private Ed25519 key has 32 bytes');
  const key = createPrivateKey({ key: Buffer.concat([PRIVATE_DER, seed]), format: 'der', type: 'pkcs8' });
  const bytes = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(PUBLIC_DER.length);
  return { public: publicKey(name, kind, bytes), sign: (message) => sign(null, message, key) };
}
