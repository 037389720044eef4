import { type JWTPayload, errors } from 'jose';
import { AUTHORITY_LEVELS, type Actor, ROLES, type Scalar, UUID, line, rolesApart } from '#kernel';
import type { AuthConfig } from '#runtime';
import { ProblemError } from '../problem/problem-error.js';
import { problems } from '../problem/problems.js';
import type { TokenFault } from '../problem/sign-in.problems.js';
import { IssuerKeys, type IssuerKeysLimits, KeysUnreachable } from './issuer-keys.js';

/** Algorithms with a key pair only: a shared secret could be guessed, and `none` is no signature. */
const ALGORITHMS = ['ES256', 'ES384', 'EdDSA', 'RS256', 'PS256'];

/** Clocks of two machines may differ this much. */
const CLOCK_TOLERANCE_SECONDS = 5;

/** Nobody signs in for longer: a token that is stolen, or signed by mistake, must end by itself. 31 days. */
const LONGEST_VALID_SECONDS = 31 * 24 * 60 * 60;

const LINE = line({ max: 200 });

/** What nobody sees: two subjects would look like one person. */
const UNSEEN = /[\p{Cf}\p{Co}\p{Cn}]/u;

/** Who signs in and where: recorded with every event, so it must be what every store can hold and every reader can see. */
export const CLAIM: Scalar<string> = {
  ...LINE,
  fits: (value): value is string => LINE.fits(value) && !UNSEEN.test(value),
};

/** What processes do is recorded under such a subject: nobody who signs in may pass for one. */
const isProcess = (subject: string): boolean => /^process:/i.test(subject);

/** How long a token that was checked is believed again without looking at its signature, milliseconds, and how many are. */
const BELIEVED_MS = 60_000;
const MOST_BELIEVED = 1000;

/** Turns a bearer token into an actor. */
export type TokenVerifier = (token: string) => Promise<Actor>;

/**
 * Checks tokens against the issuer's published keys.
 * @throws ProblemError 401 for a token that is not to be believed, 403 for one without a role of Lindung,
 *   503 when the keys cannot be fetched
 */
export function tokenVerifier(
  { issuer, audience, jwksUrl }: Pick<AuthConfig, 'issuer' | 'audience' | 'jwksUrl'>,
  limits?: IssuerKeysLimits,
): TokenVerifier {
  const keys = new IssuerKeys(new URL(jwksUrl), limits);
  const believed = new Believed();
  return async (token) => {
    const known = believed.get(token);
    if (known) return known;
    try {
      const claims = await keys.verify(token, {
        issuer,
        audience,
        algorithms: ALGORITHMS,
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        requiredClaims: ['sub', 'exp'],
      });
      refuseUnbounded(claims);
      const actor = actorFrom(claims);
      believed.add(token, actor, (claims.exp ?? 0) * 1000);
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

/** jose looks whether a token has expired, but not whether it ever will. @throws ProblemError 401 */
function refuseUnbounded({ exp = 0, iat = 0 }: JWTPayload): void {
  const now = Date.now() / 1000;
  if (exp > now + LONGEST_VALID_SECONDS + CLOCK_TOLERANCE_SECONDS) throw unauthorized('CLAIM', 'exp');
  if (iat > now + CLOCK_TOLERANCE_SECONDS || iat < 0) throw unauthorized('CLAIM', 'iat');
}

interface Claims {
  readonly sub?: unknown;
  readonly roles?: unknown;
  readonly office?: unknown;
  readonly facility?: unknown;
  readonly authority?: unknown;
}

/**
 * `sub`, `roles`, `office`, of a PLKK `facility` and of a supervisor `authority` of a verified token.
 * @throws ProblemError 401 or 403
 */
export function actorFrom({ sub, roles, office, facility, authority }: Claims): Actor {
  // Taken as they are, or not at all: put into another form, two subjects could become one person.
  if (!CLAIM.fits(sub) || isProcess(sub)) throw unauthorized('SUBJECT');
  const place = typeof office === 'string' ? office : '';
  if (place !== '' && !CLAIM.fits(place)) throw unauthorized('OFFICE');
  const known = Array.isArray(roles) ? ROLES.filter((role) => roles.includes(role)) : [];
  if (known.length === 0) throw new ProblemError(problems.FORBIDDEN({ why: 'NONE', roles: ROLES }));
  const apart = rolesApart(known);
  if (apart) throw new ProblemError(problems.FORBIDDEN({ why: 'APART', apart, roles: apart.roles }));
  if (authority !== undefined) {
    const level = AUTHORITY_LEVELS.find((one) => one === authority);
    if (level === undefined || !known.includes('supervisor')) throw unauthorized('AUTHORITY');
    return { id: sub, roles: known, office: place, authority: level };
  }
  if (!known.includes('plkk')) return { id: sub, roles: known, office: place };
  const facilityId = UUID.normal(facility);
  if (!UUID.fits(facilityId)) throw unauthorized('FACILITY');
  return { id: sub, roles: known, office: place, facilityId };
}

/** 401 that says what is wrong with the token. */
export const unauthorized = (fault: TokenFault['fault'], claim?: string): ProblemError =>
  new ProblemError(problems.UNAUTHORIZED({ fault, claim }));

function problemOf(error: unknown): unknown {
  if (error instanceof ProblemError) return error;
  if (error instanceof errors.JWTExpired) return unauthorized('EXPIRED');
  if (error instanceof errors.JWTClaimValidationFailed) return unauthorized('CLAIM', error.claim);
  if (error instanceof KeysUnreachable)
    return new ProblemError(problems.ISSUER_UNREACHABLE(), { cause: error });
  return error instanceof errors.JOSEError ? unauthorized('INVALID') : error;
}
