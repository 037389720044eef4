import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

/** Why work was left: whoever asked for it has gone. */
export class NobodyListens extends Error {
  override readonly name = 'NobodyListens';

  constructor() {
    super('Whoever asked has gone before the answer was complete');
  }
}

/**
 * Aborts with `NobodyListens` when whoever asked goes before the answer is complete. For work that takes long and can be
 * gone on with later. `@Listener() listener: AbortSignal`
 */
export const Listener = createParamDecorator((_data: unknown, execution: ExecutionContext): AbortSignal => {
  const { raw } = execution.switchToHttp().getResponse<FastifyReply>();
  const gone = new AbortController();
  const look = () => {
    if (!raw.writableFinished) gone.abort(new NobodyListens());
  };
  if (raw.destroyed) look();
  else raw.once('close', look);
  return gone.signal;
});
