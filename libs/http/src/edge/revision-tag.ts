import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Observable, tap } from 'rxjs';
import { POSITION } from '#kernel';

/** Gives an answer that tells its `revision` the ETag to send back as `If-Match` with the next command. */
@Injectable()
export class RevisionTagInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      tap((answer) => {
        const tag = entityTagOf(answer);
        if (tag !== undefined) reply.header('ETag', tag);
      }),
    );
  }
}

/** Undefined for lists and for answers without a revision. */
export function entityTagOf(answer: unknown): string | undefined {
  if (typeof answer !== 'object' || answer === null || !('revision' in answer)) return undefined;
  const digits = String(answer.revision);
  return POSITION.fits(digits) ? `"${digits}"` : undefined;
}
