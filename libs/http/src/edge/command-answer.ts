import type { FastifyReply } from 'fastify';
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

/**
 * The result of a command as an answer, with `ETag` and `X-Lindung-Position`. Members that a handler adds to its result stay
 * in it.
 */
export function commandAnswer(result: CommandResult, reply: FastifyReply): CommandAnswer {
  const revision = result.revision === null ? null : String(result.revision);
  const position = String(result.position);
  if (revision !== null) reply.header('ETag', `"${revision}"`);
  reply.header('X-Lindung-Position', position);
  return { id: result.streamId.slice(result.streamId.indexOf('-') + 1), ...result, revision, position };
}
