import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { POSITION } from '#kernel';
import { ProblemError } from '../problem/problem-error.js';
import { problems } from '../problem/problems.js';

interface IfMatchOptions {
  /** Refuse requests that do not say what they saw: 428 (RFC 6585 section 3). */
  readonly required?: boolean;
}

/** The revision the person saw. `@IfMatch() expectedRevision: bigint | undefined` */
export const IfMatch = createParamDecorator(
  (options: IfMatchOptions | undefined, execution: ExecutionContext): bigint | undefined => {
    const request = execution.switchToHttp().getRequest<FastifyRequest>();
    const revision = revisionOf(request.headers['if-match']);
    if (revision === undefined && options?.required) {
      throw new ProblemError(problems.IF_MATCH_REQUIRED());
    }
    return revision;
  },
);

/**
 * Reads `If-Match` (RFC 9110 section 13.1.1). `*` asks for any revision, which every command does anyway.
 * @throws ProblemError 400 for anything but one strong entity tag with a revision
 */
export function revisionOf(header: string | undefined): bigint | undefined {
  if (header === undefined || header.trim() === '*') return undefined;
  const digits = /^"(.*)"$/.exec(header.trim())?.[1];
  if (!POSITION.fits(digits)) throw new ProblemError(problems.IF_MATCH_INVALID());
  return BigInt(digits);
}
