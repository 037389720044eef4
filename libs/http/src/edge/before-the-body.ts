import type { FastifyInstance, FastifyRequest } from 'fastify';
import { admit } from '../auth/admit.js';
import type { TokenVerifier } from '../auth/token-verifier.js';
import { isCutOff } from '../problem/cut-off.js';
import { ProblemError } from '../problem/problem-error.js';
import { problems } from '../problem/problems.js';
import { BodiesAtOnce } from './bodies-at-once.js';
import { rulesOfRoute } from './route-rules.js';

const JSON_TYPE = 'application/json';

/** Fastify reads no body of these. Who may ask them is left to the guard: pages that need no token are among them. */
const WITHOUT_BODY = new Set(['GET', 'HEAD']);

/**
 * Refuses what will be refused anyway before its body is read: an address nobody answers, a token that is missing or not
 * enough, a media type that the route does not take, and more than fits in at once. Only whoever may send a body has it kept in
 * memory.
 */
export function lookBeforeTheBody(server: FastifyInstance, verify: TokenVerifier): void {
  const bodies = new BodiesAtOnce();
  server.addHook('onRequest', async (request, reply) => {
    if (WITHOUT_BODY.has(request.method)) return;
    if (request.is404) throw new ProblemError(problems.ROUTE_NOT_FOUND());
    const rules = rulesOfRoute(request.routeOptions.config);
    await admit(request, rules, verify);
    if (!rules.anyMedia) refuseOtherMedia(request, rules.consumes);
    refuseEncoded(request);
    // Gone while the token was looked at: nobody would ever say that the body has ended.
    if (isCutOff(request)) throw new ProblemError(problems.BODY_INCOMPLETE());
    bodies.take(request, reply);
  });
}

/** @throws ProblemError 415, or 400 where a file is not sent at all */
function refuseOtherMedia({ headers }: FastifyRequest, files: readonly string[] | undefined): void {
  const expected = files ?? [JSON_TYPE];
  const sent = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  const nothingSent = sent === undefined && headers['transfer-encoding'] === undefined;
  if (sent !== undefined && expected.includes(sent)) return;
  if (nothingSent && (headers['content-length'] ?? '0') === '0') {
    // Some commands say everything in their address; a file is never said there.
    if (!files) return;
    throw new ProblemError(problems.BODY_MISSING());
  }
  throw new ProblemError(problems.UNSUPPORTED_MEDIA_TYPE({ mediaTypes: expected, fault: 'OTHER' }));
}

/** Nothing is unpacked: a few bytes could become more than fits. RFC 9110 section 8.4. @throws ProblemError 415 */
function refuseEncoded({ headers }: FastifyRequest): void {
  const encoding = headers['content-encoding']?.trim().toLowerCase() ?? '';
  if (encoding !== '' && encoding !== 'identity') throw new ProblemError(problems.UNSUPPORTED_ENCODING());
}
