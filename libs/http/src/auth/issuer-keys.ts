import { setTimeout as wait } from 'node:timers/promises';
import {
  type JWK,
  type JWTPayload,
  type JWTVerifyGetKey,
  type JWTVerifyOptions,
  createLocalJWKSet,
  errors,
  importJWK,
  jwtVerify,
} from 'jose';

/** The keys of the issuer are not known, and cannot be fetched now. */
export class KeysUnreachable extends Error {
  override readonly name = 'KeysUnreachable';

  constructor(why: string, cause?: unknown) {
    super(`The keys of the token issuer cannot be fetched: ${why}`, { cause });
  }
}

export interface IssuerKeysLimits {
  /** How long the issuer may take to answer; 5 seconds. */
  readonly timeoutMs?: number;
  /** Between the beginnings of two fetches, whatever asks for them; 5 seconds. */
  readonly cooldownMs?: number;
  /** After so long the keys are fetched anew; 10 minutes. */
  readonly freshForMs?: number;
  /** How long a token waits for that, before the keys that are known do; 1 second. */
  readonly patienceMs?: number;
}

/**
 * The keys that an issuer publishes (JWKS). Those that were fetched count until newer ones are there: while the issuer is
 * away, or answers what is no set of keys, tokens are checked with them. A token that none of them fits has the keys
 * fetched again, at a bounded rate.
 */
export class IssuerKeys {
  private known: { readonly find: JWTVerifyGetKey; readonly at: number } | undefined;
  private fetching: Promise<boolean> | undefined;
  private begunAt = -Infinity;
  private failure: KeysUnreachable | undefined;
  private readonly limits: Required<IssuerKeysLimits>;

  constructor(
    private readonly url: URL,
    limits: IssuerKeysLimits = {},
  ) {
    this.limits = { timeoutMs: 5_000, cooldownMs: 5_000, freshForMs: 600_000, patienceMs: 1_000, ...limits };
  }

  /**
   * The claims of a token that one of the keys has signed.
   * @throws JOSEError for a token that is not to be believed
   * @throws KeysUnreachable when nobody can tell
   */
  async verify(token: string, options: JWTVerifyOptions): Promise<JWTPayload> {
    const find = await this.present();
    try {
      return await verifyWith(find, token, options);
    } catch (error) {
      if (!isOfNoKnownKey(error)) throw error;
      if (await this.fetchAgain()) return verifyWith(this.known?.find ?? find, token, options);
      // Its key may be one that came since.
      if (this.failure && error instanceof errors.JWKSNoMatchingKey) throw this.failure;
      throw error;
    }
  }

  /** The newest keys that are known. @throws KeysUnreachable while none are */
  private async present(): Promise<JWTVerifyGetKey> {
    if (!this.known) await this.fetchAgain();
    else if (performance.now() - this.known.at > this.limits.freshForMs) {
      await Promise.race([this.fetchAgain(), wait(this.limits.patienceMs, undefined, { ref: false })]);
    }
    if (!this.known) throw this.failure ?? new KeysUnreachable('they were asked for a moment ago');
    return this.known.find;
  }

  /** Whether newer keys are there. Everybody who asks at once shares one fetch; soon after one there is no other. */
  private fetchAgain(): Promise<boolean> {
    if (this.fetching) return this.fetching;
    if (performance.now() - this.begunAt < this.limits.cooldownMs) return Promise.resolve(false);
    this.begunAt = performance.now();
    this.fetching = this.fetch().finally(() => {
      this.fetching = undefined;
    });
    return this.fetching;
  }

  private async fetch(): Promise<boolean> {
    try {
      const keys = await signingKeys(await fetchText(this.url, this.limits.timeoutMs));
      this.known = { find: createLocalJWKSet({ keys }), at: performance.now() };
      this.failure = undefined;
      return true;
    } catch (error) {
      const { message, cause } = error as Error;
      this.failure = new KeysUnreachable(cause instanceof Error ? cause.message : message, error);
      return false;
    }
  }
}

/** More than any issuer has keys for. */
const MOST_CHARACTERS = 1024 * 1024;

/** @throws Error when it is not answered with 200, in time and at a reasonable length */
async function fetchText(url: URL, timeoutMs: number): Promise<string> {
  const response = await fetch(url, {
    headers: { accept: 'application/json, application/jwk-set+json' },
    redirect: 'manual',
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (response.status !== 200) {
    await response.body?.cancel();
    throw new Error(`the issuer answers ${response.status}`);
  }
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > MOST_CHARACTERS) throw new Error('the answer is too long');
  }
  return text;
}

/** The keys of a set that a signature can be checked with. @throws Error when there are none */
async function signingKeys(text: string): Promise<JWK[]> {
  const { keys } = JSON.parse(text) as { readonly keys?: unknown };
  const usable: JWK[] = [];
  for (const key of Array.isArray(keys) ? (keys as JWK[]) : []) if (await canVerify(key)) usable.push(key);
  if (usable.length === 0) throw new Error('the answer holds no key that signs');
  return usable;
}

/** What a key of each kind is for where it does not say. */
const ALGORITHM_OF: Readonly<Record<string, string>> = { RSA: 'RS256', OKP: 'EdDSA', EC: 'ES256' };

async function canVerify(key: JWK | null): Promise<boolean> {
  if (typeof key !== 'object' || key === null) return false;
  const { kty = '', use = 'sig', alg, crv } = key;
  const algorithm = alg ?? (crv === 'P-384' ? 'ES384' : ALGORITHM_OF[kty]);
  if (use !== 'sig' || algorithm === undefined || !Object.hasOwn(ALGORITHM_OF, kty)) return false;
  return importJWK(key, algorithm).then(
    () => true,
    () => false,
  );
}

/** A token need not say which key has signed it: then all that might have are tried. */
async function verifyWith(
  find: JWTVerifyGetKey,
  token: string,
  options: JWTVerifyOptions,
): Promise<JWTPayload> {
  try {
    return (await jwtVerify(token, find, options)).payload;
  } catch (error) {
    if (!(error instanceof errors.JWKSMultipleMatchingKeys)) throw error;
    for await (const key of error) {
      try {
        return (await jwtVerify(token, key, options)).payload;
      } catch (reason) {
        if (!(reason instanceof errors.JWSSignatureVerificationFailed)) throw reason;
      }
    }
    throw new errors.JWSSignatureVerificationFailed();
  }
}

/** No key has its name, or none of those it may have been signed with has signed it: the issuer may have new ones. */
function isOfNoKnownKey(error: unknown): boolean {
  return error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWSSignatureVerificationFailed;
}
