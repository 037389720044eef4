import type { FastifyInstance } from 'fastify';
import { INSTANT, type Instant } from '#kernel';
import type { HttpConfig } from '#runtime';
import { ProblemError } from '../problem/problem-error.js';
import { problems } from '../problem/problems.js';
import type { Clock } from './clock.js';

const CLOCK_HEADER = 'x-lindung-clock';

const times = new WeakMap<object, Instant>();

/** Fixes one moment for each request, before anything asks for it. */
export function fixTime(server: FastifyInstance, clock: Clock, { allowClockHeader }: HttpConfig): void {
  server.addHook('preHandler', (request, _reply, done) => {
    const header = request.headers[CLOCK_HEADER];
    times.set(request, header === undefined ? clock.now() : momentOfHeader(header, allowClockHeader));
    done();
  });
}

/** The moment a request is handled at. @throws Error outside an app made by `createHttpApp` */
export function momentOf(request: object): Instant {
  const moment = times.get(request);
  if (!moment) throw new Error('The time of this request was not fixed');
  return moment;
}

/** @throws ProblemError 400 when the header is not accepted here or is not a moment */
function momentOfHeader(header: string | string[], allowed: boolean): Instant {
  if (!allowed) throw new ProblemError(problems.CLOCK_HEADER_REFUSED());
  const moment = INSTANT.normal(String(header));
  if (INSTANT.fits(moment)) return moment;
  throw new ProblemError(problems.CLOCK_HEADER_INVALID());
}
