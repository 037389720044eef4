import { ProblemError } from '../problem/problem-error.js';
import { problems } from '../problem/problems.js';
import type { RouteRules } from '../edge/route-rules.js';
import { findActor, rememberActor } from './request-actor.js';
import type { TokenVerifier } from './token-verifier.js';

/**
 * Lets a request in: with a token unless the route is public, and with a role where the route names some. A request that
 * was let in before its body was read is not asked for its token again.
 * @throws ProblemError 401, 403, or 503 when the keys of the issuer cannot be fetched
 */
export async function admit(
  request: { readonly headers: { readonly authorization?: string } },
  rules: RouteRules,
  verify: TokenVerifier,
): Promise<void> {
  if (rules.public) return;
  const actor = findActor(request) ?? (await verify(bearerToken(request.headers.authorization)));
  rememberActor(request, actor);
  const { roles } = rules;
  if (roles && !roles.some((role) => actor.roles.includes(role))) {
    throw new ProblemError(problems.FORBIDDEN({ why: 'NOT_ALLOWED', roles }));
  }
}

/** The token of an `Authorization` header (RFC 6750 section 2.1). @throws ProblemError 401 */
export function bearerToken(header: string | undefined): string {
  if (header === undefined) throw new ProblemError(problems.UNAUTHORIZED({ fault: 'MISSING' }));
  const token = /^Bearer +([A-Za-z0-9._~+/-]+=*) *$/i.exec(header)?.[1];
  if (token === undefined) throw new ProblemError(problems.UNAUTHORIZED({ fault: 'NOT_A_BEARER' }));
  return token;
}
