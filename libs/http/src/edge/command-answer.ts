import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Observable, map } from 'rxjs';
import type { CommandResult } from '#event-store';
import { PositionAnswer, TextAnswer, UuidAnswer, YesNoAnswer } from '../fields/answers.js';

/** What became of a command, as its sender sees it. Big numbers are strings: JSON numbers end at 2^53. */
export class CommandAnswer {
  @UuidAnswer({ description: 'Of the thing the command was about' })
  readonly id!: string;

  @TextAnswer({ description: 'Its stream in the event log' })
  readonly streamId!: string;

  @PositionAnswer({
    nullable: true,
    description: 'Revision after the command; send it as If-Match',
  })
  readonly revision!: string | null;

  @PositionAnswer({ description: 'Position in the log; ask queries with ?after= to read what was written' })
  readonly position!: string;

  @TextAnswer({ each: true, description: 'What was recorded, in order' })
  readonly events!: readonly string[];

  @YesNoAnswer({ description: 'True when this command had been handled before and nothing new was recorded' })
  readonly repeated!: boolean;
}

/** Members that a handler adds to its result stay in the answer. */
function commandAnswer(result: CommandResult): CommandAnswer {
  return {
    id: result.streamId.slice(result.streamId.indexOf('-') + 1),
    ...result,
    revision: result.revision === null ? null : String(result.revision),
    position: String(result.position),
  };
}

/** Writes the result of a command as an answer with `ETag` and `X-Lindung-Position`. */
@Injectable()
export class CommandAnswerInterceptor implements NestInterceptor<CommandResult, CommandAnswer> {
  intercept(context: ExecutionContext, next: CallHandler<CommandResult>): Observable<CommandAnswer> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map((result) => {
        if (result.revision !== null) reply.header('ETag', `"${result.revision}"`);
        reply.header('X-Lindung-Position', String(result.position));
        return commandAnswer(result);
      }),
    );
  }
}
