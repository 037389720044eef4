import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { PersonKey } from './person-key.js';

/** A section of event data that only the person's key opens (AES-256-GCM). */
interface SealedBox {
  readonly $sealed: 1;
  /** base64 of nonce (12 bytes), tag (16 bytes) and ciphertext. */
  readonly box: string;
}

const CIPHER = 'aes-256-gcm';

/** Whether a section of an event is still under its key. */
export function isSealed(value: unknown): value is SealedBox {
  return typeof value === 'object' && value !== null && '$sealed' in value && value.$sealed === 1;
}

/** Seals JSON under a key. `context` (stream and section) is authenticated, so a box cannot be moved elsewhere. */
export function seal(value: unknown, key: PersonKey, context: string): SealedBox {
  const nonce = randomBytes(12);
  const cipher = createCipheriv(CIPHER, key.forCipher(), nonce).setAAD(Buffer.from(context));
  const ciphertext = cipher.update(JSON.stringify(value), 'utf8');
  // Brings nothing more: a stream of this cipher ends where its text does.
  cipher.final();
  return { $sealed: 1, box: Buffer.concat([nonce, cipher.getAuthTag(), ciphertext]).toString('base64') };
}

/** @throws when the key or the context is not the one it was sealed with, or the box was changed */
export function open({ box }: SealedBox, key: PersonKey, context: string): unknown {
  const bytes = Buffer.from(box, 'base64');
  const decipher = createDecipheriv(CIPHER, key.forCipher(), bytes.subarray(0, 12))
    .setAAD(Buffer.from(context))
    .setAuthTag(bytes.subarray(12, 28));
  const text = decipher.update(bytes.subarray(28));
  // Throws where something was changed.
  decipher.final();
  return JSON.parse(text.toString('utf8')) as unknown;
}
