import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Issue } from '#runtime';
import { commandContextOf } from './command-context.js';
import { revisionOf } from './if-match.js';

/** Who issues a command, when, under which id, and the revision that they saw. `@Issued() issue: Issue` */
export const Issued = createParamDecorator((_data: unknown, execution: ExecutionContext): Issue => {
  const request = execution.switchToHttp().getRequest<FastifyRequest>();
  return { context: commandContextOf(request), expectedRevision: revisionOf(request.headers['if-match']) };
});
