import { hash } from 'node:crypto';

/** Bytes of SHA-256. */
export const HASH_BYTES = 32;

const [LEAF, NODE] = [0, 1];

/** SHA-256, at one go. */
export function sha256(bytes: Uint8Array): Buffer {
  return hash('sha256', bytes, 'buffer');
}

/** The root of a tree without leaves (RFC 6962, 2.1). */
export const EMPTY_ROOT: Buffer = sha256(new Uint8Array());

/** What a leaf is in the tree (RFC 6962, 2.1): no node can be taken for one. */
export function leafHash(entry: Uint8Array): Buffer {
  const bytes = Buffer.allocUnsafe(1 + entry.length);
  bytes[0] = LEAF;
  bytes.set(entry, 1);
  return sha256(bytes);
}

/** A node over two others (RFC 6962, 2.1). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  const bytes = Buffer.allocUnsafe(1 + 2 * HASH_BYTES);
  bytes[0] = NODE;
  bytes.set(left, 1);
  bytes.set(right, 1 + HASH_BYTES);
  return sha256(bytes);
}
