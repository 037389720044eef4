import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ReadModelBehind, describeFailure } from '#followers';
import { AppLogger } from '#runtime';
import { isCutOff } from './cut-off.js';
import { languageOf } from './language.js';
import type { ProblemError } from './problem-error.js';
import { problemOf } from './problem-of-error.js';
import { PROBLEM_MEDIA_TYPE, problemFrom } from './problem.js';

/** Turns everything that is thrown while a request is handled into `application/problem+json` (RFC 9457). */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: AppLogger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    if (isCutOff(request)) {
      // There is nobody to answer, and nothing of ours that failed.
      this.log.info({ correlationId: request.id }, 'Request cut off by its sender');
      return;
    }
    const language = languageOf(request.headers['accept-language']);
    const problem = problemOf(error);
    this.tell(problem, request.id, error);
    if (reply.sent) return;
    void reply
      .status(problem.status)
      .headers({ ...problem.told.headers, 'Content-Language': language })
      .type(PROBLEM_MEDIA_TYPE)
      .send(problemFrom(problem, request.id, language));
  }

  /** What is of no fault of ours is a line with its reason; a mistake is told with all that is known of it. */
  private tell(problem: ProblemError, correlationId: string, err: unknown): void {
    const { status, code } = problem;
    if (status === 503) {
      // Anybody can ask for what is not there yet.
      const isAsked = err instanceof ReadModelBehind;
      this.log[isAsked ? 'info' : 'warn'](
        { correlationId, code, reason: describeFailure(problem.options.cause ?? err) },
        'Not now',
      );
    } else if (status >= 500) {
      this.log.error({ correlationId, code, err }, 'Request failed');
    }
  }
}
