import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import { type Actor, type Role, type Sight, sightOf } from '#kernel';
import { Rules } from '../edge/route-rules.js';
import { actorOf } from './request-actor.js';

/** Who may call this route; any signed-in person where it is missing. */
export const Roles = (...roles: Role[]) => Rules({ roles });

/** Open to everyone, without a token. */
export const Public = () => Rules({ public: true });

/** Takes a body of any media type, as bytes: for protocols of others that say none. */
export const AnyBody = () => Rules({ anyMedia: true });

/** The person (or process) whose token came with the request. */
export const CurrentActor = createParamDecorator((_data: unknown, context: ExecutionContext): Actor =>
  actorOf(context.switchToHttp().getRequest<object>()),
);

/** How far whoever asks sees. Every query is narrowed to it. `@Seen() sight: Sight` */
export const Seen = createParamDecorator((_data: unknown, context: ExecutionContext): Sight =>
  sightOf(actorOf(context.switchToHttp().getRequest<object>())),
);
