import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import type { Role } from '#kernel';
import { ProblemError } from '../problem/problem-error.js';
import { PUBLIC, ROLES_ALLOWED } from './auth.decorators.js';
import { rememberActor } from './request-actor.js';
import { type TokenVerifier, forbidden, unauthorized } from './token-verifier.js';

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
      throw forbidden('Your role may not do this', allowed);
    }
    return true;
  }
}

/** The token of an `Authorization` header (RFC 6750 section 2.1). @throws ProblemError 401 */
export function bearerToken(header: string | undefined): string {
  if (header === undefined) {
    // A request without credentials gets the bare challenge: RFC 6750 section 3.1.
    throw new ProblemError(401, 'UNAUTHORIZED', 'Sign in: this needs a bearer token', {
      allowed: ['Authorization: Bearer <token>'],
      headers: { 'WWW-Authenticate': 'Bearer realm="lindung"' },
    });
  }
  const token = /^Bearer +([A-Za-z0-9._~+/-]+=*) *$/i.exec(header)?.[1];
  if (token === undefined) throw unauthorized('The Authorization header holds no bearer token');
  return token;
}
