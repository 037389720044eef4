import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandResult } from '#event-store';
import { CommandEndpoint, IdParam, Issued } from '#http';
import type { Issue } from '#runtime';
import { RefuseWaiver, SettleReceivable, WaiveReceivable } from './receivables.js';
import { RefuseWaiverBody, SettleReceivableBody, WaiveReceivableBody } from './reviews.fields.js';

@ApiTags('reviews')
@Controller('receivables/:receivableId')
export class ReceivablesController {
  static readonly handlers = [SettleReceivable.handler, WaiveReceivable.handler, RefuseWaiver.handler];

  constructor(private readonly commands: CommandBus) {}

  @Post('settlement')
  @CommandEndpoint({
    summary: 'Record that money that is owed since a decision changed was paid, whole',
    description: 'Also before the review was closed, but not before the benefit was calculated.',
    roles: ['finance'],
  })
  settle(
    @IdParam('receivableId') receivableId: string,
    @Body() body: SettleReceivableBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new SettleReceivable({ ...body, receivableId }, issue));
  }

  @Post('waiver')
  @CommandEndpoint({
    summary: 'Decide that money that is owed is not asked for any more',
    description:
      'Not by whoever found that it is owed. SMALL_AMOUNT below 1,000,000 rupiah; what is owed to an employer that paid first is given up for COURT_RULING or OUT_OF_TIME alone. How much one person gives up follows from `authority` in the token; above a hundred million it takes two of level 5.',
    roles: ['supervisor'],
  })
  waive(
    @IdParam('receivableId') receivableId: string,
    @Body() { reason }: WaiveReceivableBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new WaiveReceivable({ receivableId, reason }, issue));
  }

  @Post('waiver/refusal')
  @CommandEndpoint({
    summary: 'Refuse, as the second person, to give up money that is owed, or take it back as the first',
    description: 'It is owed as before, and may be given up anew. Not by whoever found that it is owed.',
    roles: ['supervisor'],
  })
  refuseWaiver(
    @IdParam('receivableId') receivableId: string,
    @Body() { reason }: RefuseWaiverBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new RefuseWaiver({ receivableId, reason }, issue));
  }
}
