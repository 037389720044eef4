import { NotProven } from '../faults.js';
import type { PublicKey, SigningKey } from './keys.js';
import { type Note, type NoteSignature, isOf } from './note.js';

const TIME_BYTES = 8;

/** What a witness signs: the text of the checkpoint, and when (c2sp.org/tlog-cosignature, Ed25519). */
function cosignedMessage(text: string, seconds: bigint): Buffer {
  return Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`);
}

/** @param seconds since 1970 */
export function cosign({ public: key, sign }: SigningKey, text: string, seconds: bigint): NoteSignature {
  const time = Buffer.alloc(TIME_BYTES);
  time.writeBigUInt64BE(seconds);
  return {
    name: key.name,
    keyId: key.id,
    bytes: Buffer.concat([time, sign(cosignedMessage(text, seconds))]),
  };
}

export interface Cosigned {
  readonly witness: PublicKey;
  /** Seconds since 1970, as the witness says. */
  readonly seconds: bigint;
}

/**
 * Which of these witnesses have cosigned a checkpoint, each once.
 * @throws NotProven SIGNATURE_WRONG when one is named that has not
 */
export function cosignersOf({ text, signatures }: Note, witnesses: readonly PublicKey[]): Cosigned[] {
  const found = new Map<PublicKey, Cosigned>();
  for (const signature of signatures) {
    const witness = witnesses.find((one) => isOf(signature, one));
    if (!witness) continue;
    const seconds = signature.bytes.length > TIME_BYTES ? signature.bytes.readBigUInt64BE() : 0n;
    const message = cosignedMessage(text, seconds);
    if (!witness.verify(message, signature.bytes.subarray(TIME_BYTES))) {
      throw new NotProven('SIGNATURE_WRONG', witness.name);
    }
    found.set(witness, { witness, seconds });
  }
  return [...found.values()];
}
