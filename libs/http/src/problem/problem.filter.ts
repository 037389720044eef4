import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppLogger } from '#runtime';
import { isCutOff } from './cut-off.js';
import { languageOf } from './language.js';
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
    if (problem.status >= 500) {
      this.log.error({ correlationId: request.id, code: problem.code, err: error }, 'Request failed');
    }
    if (reply.sent) return;
    void reply
      .status(problem.status)
      .headers({ ...problem.told.headers, 'Content-Language': language })
      .type(PROBLEM_MEDIA_TYPE)
      .send(problemFrom(problem, request.id, language));
  }
}
