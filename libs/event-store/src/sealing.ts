import { createCipheriv, createDecipheriv, createSecretKey, randomBytes } from 'node:crypto';

/** A section of event data that only the person's key opens (AES-256-GCM). */
interface SealedBox {
  readonly $sealed: 1;
  /** base64 of nonce (12 bytes), tag (16 bytes) and ciphertext. */
  readonly box: string;
}

const CIPHER = 'aes-256-gcm';

/**
 * Of a key in bytes Node finds out by an error, made and thrown away, that it is no object: that takes twice as long as sealing
 * does.
 */
const keyObject = (key: Buffer) => createSecretKey(key);

/** Whether a section of an event is still under its key. */
export function isSealed(value: unknown): value is SealedBox {
  return typeof value === 'object' && value !== null && '$sealed' in value && value.$sealed === 1;
}

/** Seals JSON under a key. `context` (stream and section) is authenticated, so a box cannot be moved elsewhere. */
export function seal(value: unknown, key: Buffer, context: string): SealedBox {
  const nonce = randomBytes(12);
  const cipher = createCipheriv(CIPHER, keyObject(key), nonce).setAAD(Buffer.from(context));
  const ciphertext = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
  return { $sealed: 1, box: Buffer.concat([nonce, cipher.getAuthTag(), ciphertext]).toString('base64') };
}

/** @throws when the key or the context is not the one it was sealed with, or the box was changed */
export function open({ box }: SealedBox, key: Buffer, context: string): unknown {
  const bytes = Buffer.from(box, 'base64');
  const decipher = createDecipheriv(CIPHER, keyObject(key), bytes.subarray(0, 12))
    .setAAD(Buffer.from(context))
    .setAuthTag(bytes.subarray(12, 28));
  return JSON.parse(
    Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8'),
  ) as unknown;
}
