import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandResult } from '#event-store';
import { CommandEndpoint, IdParam, Issued } from '#http';
import { derivedId } from '#kernel';
import type { Issue } from '#runtime';
import { RefundListBody, RefuseListCorrectionBody, ReverseListBody } from './payment-lists.fields.js';
import {
  ConfirmListCorrection,
  ConfirmListCorrectionHandler,
  RefundList,
  RefuseListCorrection,
  ReverseList,
} from './reverse-list.js';

type Asked = CommandResult & { correctionId: string };

@ApiTags('sponsors')
@Controller('payment-lists/:listId')
export class ListCorrectionsController {
  static readonly handlers = [
    ConfirmListCorrectionHandler,
    RefundList.handler,
    RefuseListCorrection.handler,
    ReverseList.handler,
  ];

  constructor(private readonly commands: CommandBus) {}

  @Post('reversal')
  @CommandEndpoint({
    summary: 'Ask to take back the sum of a list that bounced, was of another payer, or was recorded twice',
    description: 'It counts until a second person confirms. The answer names the `correctionId`.',
    roles: ['registrar', 'finance'],
  })
  async reverse(
    @IdParam('listId') listId: string,
    @Body() body: ReverseListBody,
    @Issued() issue: Issue,
  ): Promise<Asked> {
    const correctionId = derivedId('list-reversal', listId, issue.context.commandId);
    const command = new ReverseList({ ...body, listId, correctionId }, issue);
    return { ...(await this.commands.execute(command)), correctionId };
  }

  @Post('refunds')
  @CommandEndpoint({
    summary: 'Ask to pay back what is left of the sum of a list, or all of it where it was of another payer',
    description: 'A second person confirms. The answer names the `correctionId`.',
    roles: ['finance'],
  })
  async refund(
    @IdParam('listId') listId: string,
    @Body() body: RefundListBody,
    @Issued() issue: Issue,
  ): Promise<Asked> {
    const correctionId = derivedId('list-refund', listId, issue.context.commandId);
    const command = new RefundList({ ...body, listId, correctionId }, issue);
    return { ...(await this.commands.execute(command)), correctionId };
  }

  @Post('corrections/:correctionId/confirmation')
  @CommandEndpoint({
    summary: 'Take the sum of a list back, or pay money of it back, as somebody else asked',
    description:
      'The contribution of each member that the list paid is reversed: cover follows, and claims that rest on it are looked at. Interrupted, it comes to its end by itself.',
    roles: ['supervisor'],
  })
  confirm(
    @IdParam('listId') listId: string,
    @IdParam('correctionId') correctionId: string,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new ConfirmListCorrection({ listId, correctionId }, issue));
  }

  @Post('corrections/:correctionId/refusal')
  @CommandEndpoint({
    summary: 'Refuse what was asked for about a list, or take back what you have asked for',
    roles: ['registrar', 'finance', 'supervisor'],
  })
  refuse(
    @IdParam('listId') listId: string,
    @IdParam('correctionId') correctionId: string,
    @Body() { reason }: RefuseListCorrectionBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new RefuseListCorrection({ listId, correctionId, reason }, issue));
  }
}
