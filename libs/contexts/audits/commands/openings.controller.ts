import { Body, Controller, Get, Post } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandResult } from '#event-store';
import { CommandEndpoint, Context, IdParam, Issued, QueryEndpoint } from '#http';
import { type CommandContext, type Role, derivedId } from '#kernel';
import type { Issue } from '#runtime';
import { OpenSealed, OpenSealedHandler } from './open-sealed.js';
import { OpenSealedBody, OpenedAnswer } from './openings.fields.js';
import { ShowOpened, ShowOpenedHandler } from './show-opened.js';

/** Who watches over what others did. */
const OPENERS: readonly Role[] = ['supervisor', 'auditor'];

/** What is sealed in the log is shown one part at a time, to whoever said why. */
@ApiTags('history')
@Controller('openings')
export class OpeningsController {
  static readonly handlers = [OpenSealedHandler, ShowOpenedHandler];

  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post()
  @CommandEndpoint({
    summary: 'Have a sealed part of an event opened, with a reason',
    description:
      'Who, what and why is recorded before anything is shown. The content is shown to whoever asked, for a quarter of an hour.',
    roles: OPENERS,
    creates: true,
  })
  open(@Body() { kind, subjectId, ...body }: OpenSealedBody, @Issued() issue: Issue): Promise<CommandResult> {
    const stream = `${kind}-${subjectId}`;
    const openingId = derivedId('opening', issue.context.commandId);
    return this.commands.execute(new OpenSealed({ ...body, stream, openingId }, issue));
  }

  @Get(':openingId/content')
  @QueryEndpoint({
    summary: 'What you had opened',
    roles: OPENERS,
    answer: OpenedAnswer,
    impossible: 'It was opened too long ago, or the key was destroyed',
  })
  show(
    @IdParam('openingId') openingId: string,
    @Context() { actor, issuedAt }: CommandContext,
  ): Promise<OpenedAnswer> {
    return this.queries.execute(new ShowOpened(openingId, actor.id, issuedAt));
  }
}
