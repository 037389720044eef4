import { randomUUID } from 'node:crypto';
import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type CommandContext, dateIn } from '#kernel';
import { actorOf } from '../auth/request-actor.js';
import { ProblemError } from '../problem/problem-error.js';
import { problems } from '../problem/problems.js';
import { momentOf } from './request-time.js';
import { parseUuid } from './uuid.js';

const contexts = new WeakMap<object, CommandContext>();

/**
 * Everything a decision may know beside its input: who, when, and the ids of the command.
 * `@Context() context: CommandContext`
 */
export const Context = createParamDecorator((_data: unknown, execution: ExecutionContext): CommandContext => {
  return commandContextOf(execution.switchToHttp().getRequest<FastifyRequest>());
});

/** One and the same for everybody who asks about a request. */
export function commandContextOf(request: FastifyRequest): CommandContext {
  const context = contexts.get(request) ?? contextOf(request);
  contexts.set(request, context);
  return context;
}

function contextOf(request: FastifyRequest): CommandContext {
  const sentId = commandIdOf(request.headers['idempotency-key']);
  const commandId = sentId ?? randomUUID();
  const issuedAt = momentOf(request);
  return {
    commandId,
    ...(sentId === undefined ? { firstSent: true } : {}),
    issuedAt,
    today: dateIn(issuedAt),
    actor: actorOf(request),
    correlationId: request.id,
    causationId: commandId,
  };
}

/**
 * The id of a command from its `Idempotency-Key`, bare or quoted as in draft-ietf-httpapi-idempotency-key-header.
 * @throws ProblemError 400 when it is not a UUID
 */
function commandIdOf(header: string | string[] | undefined): string | undefined {
  if (header === undefined) return undefined;
  const id = parseUuid(String(header).replace(/^"(.*)"$/, '$1'));
  if (id === undefined) throw new ProblemError(problems.IDEMPOTENCY_KEY_INVALID());
  return id;
}
