import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandResult } from '#event-store';
import { CommandEndpoint, IdParam, Issued } from '#http';
import { derivedId } from '#kernel';
import type { Issue } from '#runtime';
import { DESK_OR_FINANCE, SECOND_PERSON } from '../domain/correction-rules.js';
import { RefuseCorrectionBody, RequestReversalBody } from './corrections.fields.js';
import { ConfirmReversal, RefuseReversal, RequestReversal } from './reverse-contribution.js';

@ApiTags('corrections')
@Controller('participants/:participantId/contributions/reversals')
export class ReversalsController {
  static readonly handlers = [RequestReversal.handler, ConfirmReversal.handler, RefuseReversal.handler];

  constructor(private readonly commands: CommandBus) {}

  @Post()
  @CommandEndpoint({
    summary: 'Ask to take back a payment that bounced, or was for somebody else or for other months',
    description:
      'It counts until a second person confirms. The answer names the `correctionId`. What the money was really for is recorded anew.',
    roles: DESK_OR_FINANCE,
  })
  async request(
    @IdParam('participantId') participantId: string,
    @Body() body: RequestReversalBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult & { correctionId: string }> {
    const correctionId = derivedId('reversal', participantId, issue.context.commandId);
    const command = new RequestReversal({ ...body, participantId, correctionId }, issue);
    return { ...(await this.commands.execute(command)), correctionId };
  }

  @Post(':correctionId/confirmation')
  @CommandEndpoint({
    summary: 'Take back a payment, as somebody else asked',
    description:
      'Cover follows from the payments that are left; claims that were calculated are looked at again.',
    roles: SECOND_PERSON,
  })
  confirm(
    @IdParam('participantId') participantId: string,
    @IdParam('correctionId') correctionId: string,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new ConfirmReversal({ participantId, correctionId }, issue));
  }

  @Post(':correctionId/refusal')
  @CommandEndpoint({
    summary: 'Let a payment count on that somebody asked to take back',
    roles: [...DESK_OR_FINANCE, ...SECOND_PERSON],
  })
  refuse(
    @IdParam('participantId') participantId: string,
    @IdParam('correctionId') correctionId: string,
    @Body() { reason }: RefuseCorrectionBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new RefuseReversal({ participantId, correctionId, reason }, issue));
  }
}
