import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProblemError } from '../problem/problem-error.js';
import { problems } from '../problem/problems.js';
import { rulesOfRoute } from './route-rules.js';

/** Two files of the largest kind, each of which is held twice while it comes in, and some thousand bodies of commands. */
const MOST_BYTES = 48 * 1024 * 1024;

/** Of a body that is taken piece by piece: some pieces are read, sealed and sent on at a time. */
const STREAMED_BYTES = 2 * 1024 * 1024;

/**
 * Bounds what bodies hold of memory together, whoever may send them: each counts from its head until it is answered, since a file
 * is kept for as long as it is worked on. What does not say its length counts as the longest that its route takes.
 */
export class BodiesAtOnce {
  private bytes = 0;

  /** @throws ProblemError 503 when there is no room for it */
  take({ headers, routeOptions }: FastifyRequest, { raw }: FastifyReply): void {
    const limit = rulesOfRoute(routeOptions.config).streams ? STREAMED_BYTES : routeOptions.bodyLimit;
    const promised = Number(headers['content-length'] ?? (headers['transfer-encoding'] ? limit : 0));
    // Too long is another problem, which is told without reading it.
    const bytes = Math.min(promised, limit);
    if (this.bytes + bytes > MOST_BYTES) throw new ProblemError(problems.BODIES_AT_ONCE());
    this.bytes += bytes;
    raw.once('close', () => {
      this.bytes -= bytes;
    });
  }
}
