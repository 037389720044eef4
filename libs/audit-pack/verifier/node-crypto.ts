import { sha256 } from '@noble/hashes/sha2.js';
import { Buffer } from 'buffer';

/**
 * What the verifier asks of Node's `crypto`, for a browser. SHA-256 is computed here; signatures are checked by the browser itself, which
 * answers later: whoever asks gets `Unanswered`, and asks again once `settled` has the answer.
 */
export function hash(_algorithm: 'sha256', bytes: Uint8Array): Buffer {
  return Buffer.from(sha256(bytes));
}

interface RawKey {
  readonly raw: Uint8Array;
}

/** DER of what stands before the 32 bytes of an Ed25519 key. */
const BEFORE_KEY = 12;

export function createPublicKey({ key }: { readonly key: Uint8Array }): RawKey {
  return { raw: key.slice(BEFORE_KEY) };
}

/** A question that only the browser answers. */
class Unanswered extends Error {
  override readonly name = 'Unanswered';

  constructor(
    readonly question: string,
    readonly answer: () => Promise<boolean>,
  ) {
    super('The browser is asked');
  }
}

const answers = new Map<string, boolean>();

export function verify(_: null, message: Uint8Array, { raw }: RawKey, signature: Uint8Array): boolean {
  const question = hash('sha256', Buffer.concat([raw, hash('sha256', signature), message])).toString('hex');
  const answer = answers.get(question);
  if (answer !== undefined) return answer;
  throw new Unanswered(question, () => checked(message, raw, signature));
}

async function checked(message: Uint8Array, raw: Uint8Array, signature: Uint8Array): Promise<boolean> {
  const { subtle } = globalThis.crypto;
  // No key of that curve, such as one of small order, has signed anything.
  const key = await subtle
    .importKey('raw', Uint8Array.from(raw), 'Ed25519', false, ['verify'])
    .catch(() => undefined);
  return key ? subtle.verify('Ed25519', key, Uint8Array.from(signature), Uint8Array.from(message)) : false;
}

/** Signatures of one checkpoint and of those who cosigned it; a pack with more of them was made to keep somebody busy. */
const MOST_QUESTIONS = 1_000;

/** What some work gives once the browser has answered all that it asks. */
export async function settled<Result>(work: () => Result): Promise<Result> {
  for (let asked = 0; asked < MOST_QUESTIONS; asked += 1) {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error;
      answers.set(error.question, await error.answer());
    }
  }
  throw new Error('Too many signatures');
}

/** Whether the browser checks Ed25519 at all: RFC 8032, 7.1, TEST 1. */
export async function knowsEd25519(): Promise<boolean> {
  const [key, signature] = [
    'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  ].map((hex) => Buffer.from(hex, 'hex')) as [Buffer, Buffer];
  try {
    return await checked(new Uint8Array(), key, signature);
  } catch {
    return false;
  }
}

/** Nothing is signed in a browser. */
const unused = () => {
  throw new Error('A verifier signs nothing');
};
export { unused as createPrivateKey, unused as sign };
