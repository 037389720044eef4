import { createCipheriv, createDecipheriv, createHash, createSecretKey, randomBytes } from 'node:crypto';
import { PersonKey } from '#event-store';

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export interface NewKey {
  readonly key: PersonKey;
  readonly wrapped: Buffer;
}

/** Opens and closes the persons' keys; it is kept outside the database. */
export interface MasterKey {
  /** Tells master keys apart without revealing them. */
  readonly id: string;
  /** A fresh random key, as it is and wrapped for this owner: nonce, tag and ciphertext. */
  newKey(owner: string): NewKey;
  /** @throws when it was wrapped with another master key or for another owner, or was changed */
  unwrap(wrapped: Buffer, owner: string): PersonKey;
}

/**
 * Wraps keys with AES-256-GCM.
 * @throws RangeError unless the secret has 32 bytes
 */
export function masterKey(secret: Buffer): MasterKey {
  if (secret.length !== KEY_BYTES)
    throw new RangeError(`A master key has ${KEY_BYTES} bytes, not ${secret.length}`);
  const key = createSecretKey(secret);
  return {
    id: createHash('sha256').update('lindung/master-key-id/').update(secret).digest('hex').slice(0, 16),
    newKey: (owner) => {
      const random = randomBytes(NONCE_BYTES + KEY_BYTES);
      const [nonce, fresh] = [random.subarray(0, NONCE_BYTES), random.subarray(NONCE_BYTES)];
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(owner));
      const ciphertext = cipher.update(fresh);
      cipher.final();
      const wrapped = Buffer.concat([nonce, cipher.getAuthTag(), ciphertext]);
      return { key: new PersonKey(fresh), wrapped };
    },
    unwrap: (wrapped, owner) => {
      const [nonce, rest] = [wrapped.subarray(0, NONCE_BYTES), wrapped.subarray(NONCE_BYTES)];
      const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
        .setAAD(Buffer.from(owner))
        .setAuthTag(rest.subarray(0, TAG_BYTES));
      const unwrapped = decipher.update(rest.subarray(TAG_BYTES));
      decipher.final();
      return new PersonKey(unwrapped);
    },
  };
}
