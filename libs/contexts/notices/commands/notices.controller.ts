import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandResult } from '#event-store';
import { CommandEndpoint, IdParam, Issued, asked, shape } from '#http';
import type { Role } from '#kernel';
import type { Issue } from '#runtime';
import { DISCARD_REASONS } from '../domain/notice.events.js';
import { DiscardNotice } from './discard-notice.js';
import { RetryNotice } from './retry-notice.js';

const KEEPERS: readonly Role[] = ['registrar', 'adjudicator', 'supervisor'];

export class DiscardNoticeBody extends shape({
  reason: asked.code(DISCARD_REASONS, { description: 'Why nobody need be told any more' }),
}) {}

/** What is done by hand with notices that were given up. */
@ApiTags('notices')
@Controller('notices/:noticeId')
export class NoticesController {
  static readonly handlers = [DiscardNotice.handler, RetryNotice.handler];

  constructor(private readonly commands: CommandBus) {}

  @Post('retry')
  @CommandEndpoint({
    summary: 'Have a notice sent again that was given up or discarded',
    description: 'To where the person is reached by now.',
    roles: KEEPERS,
  })
  retry(@IdParam('noticeId') noticeId: string, @Issued() issue: Issue): Promise<CommandResult> {
    return this.commands.execute(new RetryNotice({ noticeId }, issue));
  }

  @Post('discard')
  @CommandEndpoint({ summary: 'Say that nobody need be told of this any more', roles: KEEPERS })
  discard(
    @IdParam('noticeId') noticeId: string,
    @Body() { reason }: DiscardNoticeBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new DiscardNotice({ noticeId, reason }, issue));
  }
}
