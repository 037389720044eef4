import { type ExecutionContext, SetMetadata, createParamDecorator } from '@nestjs/common';
import type { Actor, Role } from '#kernel';
import { actorOf } from './request-actor.js';

export const ROLES_ALLOWED = 'lindung:roles';
export const PUBLIC = 'lindung:public';

/** Who may call this route; any signed-in person where it is missing. */
export const Roles = (...roles: Role[]) => SetMetadata(ROLES_ALLOWED, roles);

/** Open to everyone, without a token. */
export const Public = () => SetMetadata(PUBLIC, true);

/** The person (or process) whose token came with the request. */
export const CurrentActor = createParamDecorator((_data: unknown, context: ExecutionContext): Actor =>
  actorOf(context.switchToHttp().getRequest<object>()),
);
