import type { Readable } from 'node:stream';
import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/**
 * The body of a route with `@StreamedBody()`, piece by piece as it comes: `@BodyStream() body: AsyncIterable<Buffer>`. Whoever stops
 * in the middle is still answered: the rest is read and thrown away.
 */
export const BodyStream = createParamDecorator(
  (_data: unknown, execution: ExecutionContext): AsyncIterable<Buffer> =>
    piecesOf(execution.switchToHttp().getRequest<FastifyRequest<{ Body: Readable }>>().body),
);

async function* piecesOf(body: Readable): AsyncGenerator<Buffer> {
  try {
    yield* body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  } finally {
    // A connection with half a request in it would answer no other, and its sender would wait.
    body.resume();
  }
}
