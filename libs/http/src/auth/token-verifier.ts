import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import { type Actor, ROLES, line } from '#kernel';
import type { AuthConfig } from '#runtime';
import { ProblemError } from '../problem/problem-error.js';
import { type TokenFault, problems } from '../problem/problems.js';

/** Algorithms with a key pair only: a shared secret could be guessed, and `none` is no signature. */
const ALGORITHMS = ['ES256', 'ES384', 'EdDSA', 'RS256', 'PS256'];

/** Clocks of two machines may differ this much. */
const CLOCK_TOLERANCE_SECONDS = 5;

/** Who signs in and where: recorded with every event, so it must be what every store can hold. */
const CLAIM = line({ max: 200 });

/** How long a token that was checked is believed again without looking at its signature, milliseconds, and how many are. */
const BELIEVED_MS = 60_000;
const MOST_BELIEVED = 1000;

/** Turns a bearer token into an actor. */
export type TokenVerifier = (token: string) => Promise<Actor>;

/**
 * Checks tokens against the issuer's published keys, which are fetched once and again when a new key appears.
 * @throws ProblemError 401 for a token that is not to be believed, 403 for one without a role of Lindung,
 *   503 when the keys cannot be fetched
 */
export function tokenVerifier({ issuer, audience, jwksUrl }: AuthConfig): TokenVerifier {
  const keys = createRemoteJWKSet(new URL(jwksUrl), { timeoutDuration: 5000, cooldownDuration: 5000 });
  const believed = new Believed();
  return async (token) => {
    const known = believed.get(token);
    if (known) return known;
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience,
        algorithms: ALGORITHMS,
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        requiredClaims: ['sub', 'exp'],
      });
      const actor = actorFrom(payload);
      believed.add(token, actor, (payload.exp ?? 0) * 1000);
      return actor;
    } catch (error) {
      throw problemOf(error);
    }
  };
}

/**
 * Who signed the tokens that were checked lately: people send the same one with every request, and a signature costs more
 * than all else a request is asked for. The oldest goes first; none is believed longer than it says it is valid.
 */
class Believed {
  private readonly tokens = new Map<string, { readonly actor: Actor; readonly until: number }>();

  get(token: string): Actor | undefined {
    const known = this.tokens.get(token);
    if (known && known.until > Date.now()) return known.actor;
    this.tokens.delete(token);
    return undefined;
  }

  add(token: string, actor: Actor, expiresAt: number): void {
    this.tokens.set(token, { actor, until: Math.min(expiresAt, Date.now() + BELIEVED_MS) });
    if (this.tokens.size <= MOST_BELIEVED) return;
    const [oldest = ''] = this.tokens.keys();
    this.tokens.delete(oldest);
  }
}

/** `sub`, `roles` and `office` of a verified token. @throws ProblemError 401 or 403 */
function actorFrom(claims: { sub?: unknown; roles?: unknown; office?: unknown }): Actor {
  const { sub, roles, office } = claims;
  // Taken as they are, or not at all: put into another form, two subjects could become one person.
  if (!CLAIM.fits(sub)) throw unauthorized('SUBJECT');
  const place = typeof office === 'string' ? office : '';
  if (place !== '' && !CLAIM.fits(place)) throw unauthorized('OFFICE');
  const known = Array.isArray(roles) ? ROLES.filter((role) => roles.includes(role)) : [];
  if (known.length === 0) throw new ProblemError(problems.FORBIDDEN({ why: 'NONE', roles: ROLES }));
  return { id: sub, roles: known, office: place };
}

/** 401 that says what is wrong with the token. */
export const unauthorized = (fault: TokenFault['fault'], claim?: string): ProblemError =>
  new ProblemError(problems.UNAUTHORIZED({ fault, claim }));

function problemOf(error: unknown): unknown {
  if (error instanceof ProblemError) return error;
  if (error instanceof errors.JWTExpired) return unauthorized('EXPIRED');
  if (error instanceof errors.JWTClaimValidationFailed) return unauthorized('CLAIM', error.claim);
  if (error instanceof errors.JWKSTimeout) return keysUnreachable(error);
  if (error instanceof errors.JOSEError) {
    // A key set that is not served as one is a fault of the issuer, not of the person.
    const ofTheToken = error.code !== 'ERR_JOSE_GENERIC' && !(error instanceof errors.JWKSInvalid);
    return ofTheToken ? unauthorized('INVALID') : keysUnreachable(error);
  }
  // What is left comes from fetching the keys: jose reports everything about a token with errors of its own.
  return keysUnreachable(error);
}

const keysUnreachable = (cause: unknown): ProblemError =>
  new ProblemError(problems.ISSUER_UNREACHABLE(), { cause });
