import { type KeyObject, createSecretKey } from 'node:crypto';

/**
 * A key of a person (AES-256). It is held as text with a character for each byte: thousands of keys a second come and go, a `Buffer`
 * of 32 bytes keeps eight kilobytes of others from being let go, and a `KeyObject` lies outside the heap until all of that is gone
 * through. What prints an object, or makes JSON of it, does not show the key.
 */
export class PersonKey {
  readonly #bytes: string;

  constructor(bytes: Buffer) {
    this.#bytes = bytes.toString('latin1');
  }

  /** For one use. */
  export(): Buffer {
    return Buffer.from(this.#bytes, 'latin1');
  }

  /** For one use by a cipher, which takes bytes three times as slowly. */
  forCipher(): KeyObject {
    return createSecretKey(this.#bytes, 'latin1');
  }
}
