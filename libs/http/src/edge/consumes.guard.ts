import { type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { ProblemError } from '../problem/problem-error.js';
import { problems } from '../problem/problems.js';

const CONSUMES = 'lindung:consumes';
const JSON_TYPE = 'application/json';

/** Which media type the body of a route must have; JSON where it is missing. */
export const Consumes = (mediaType: string) => SetMetadata(CONSUMES, mediaType);

/** A body of a type that the route does not take is 415, even when this app can read it elsewhere. */
@Injectable()
export class ConsumesGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const sent = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
    const expected = this.reflector.get<string | undefined>(CONSUMES, context.getHandler()) ?? JSON_TYPE;
    if (request.body === undefined || sent === expected) return true;
    throw new ProblemError(problems.UNSUPPORTED_MEDIA_TYPE({ mediaType: expected, fault: 'OTHER' }));
  }
}
