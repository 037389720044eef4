import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { INSTANT, type Instant } from '#kernel';
import { HttpConfig } from '#runtime';
import { ProblemError } from '../problem/problem-error.js';
import { problems } from '../problem/problems.js';
import { Clock } from './clock.js';

const CLOCK_HEADER = 'x-lindung-clock';

const times = new WeakMap<object, Instant>();

/** Fixes one moment per request, before anything asks for it. */
@Injectable()
export class RequestTimeInterceptor implements NestInterceptor {
  constructor(
    private readonly clock: Clock,
    private readonly config: HttpConfig,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const header = request.headers[CLOCK_HEADER];
    times.set(
      request,
      header === undefined ? this.clock.now() : momentOfHeader(header, this.config.allowClockHeader),
    );
    return next.handle();
  }
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
