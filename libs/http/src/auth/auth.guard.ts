import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import type { Role } from '#kernel';
import { ProblemError } from '../problem/problem-error.js';
import { problems } from '../problem/problems.js';
import { PUBLIC, ROLES_ALLOWED } from './auth.decorators.js';
import { rememberActor } from './request-actor.js';
import type { TokenVerifier } from './token-verifier.js';

export const TOKEN_VERIFIER = Symbol('TOKEN_VERIFIER');

/** Every route needs a token unless it is `@Public()`, and a role where `@Roles()` names some. */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    @Inject(TOKEN_VERIFIER) private readonly verify: TokenVerifier,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const on = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC, on)) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const actor = await this.verify(bearerToken(request.headers.authorization));
    rememberActor(request, actor);
    const allowed = this.reflector.getAllAndOverride<Role[] | undefined>(ROLES_ALLOWED, on);
    if (allowed && !allowed.some((role) => actor.roles.includes(role))) {
      throw new ProblemError(problems.FORBIDDEN({ why: 'NOT_ALLOWED', roles: allowed }));
    }
    return true;
  }
}

/** The token of an `Authorization` header (RFC 6750 section 2.1). @throws ProblemError 401 */
function bearerToken(header: string | undefined): string {
  if (header === undefined) throw new ProblemError(problems.UNAUTHORIZED({ fault: 'MISSING' }));
  const token = /^Bearer +([A-Za-z0-9._~+/-]+=*) *$/i.exec(header)?.[1];
  if (token === undefined) throw new ProblemError(problems.UNAUTHORIZED({ fault: 'NOT_A_BEARER' }));
  return token;
}
