import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandResult } from '#event-store';
import { CommandEndpoint, IdParam, Issued } from '#http';
import type { Issue } from '#runtime';
import { CalculateInterimBody } from './claims.fields.js';
import { ApproveInterim, CalculateInterim, DropInterim } from './interim.js';

/** What is paid while the patient is still treated. */
@ApiTags('claims')
@Controller('claims/:claimId/interim-payments')
export class InterimController {
  static readonly handlers = [ApproveInterim.handler, CalculateInterim.handler, DropInterim.handler];

  constructor(private readonly commands: CommandBus) {}

  @Post()
  @CommandEndpoint({
    summary: 'Calculate what is due for incapacity that has passed, before the end of the treatment',
    description:
      'For 30 days or more, none of them twice. Months of the accident run on; the final calculation is less what was paid.',
    roles: ['adjudicator'],
  })
  calculate(
    @IdParam('claimId') claimId: string,
    @Body() body: CalculateInterimBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new CalculateInterim({ ...body, claimId }, issue));
  }

  @Post('approval')
  @CommandEndpoint({
    summary: 'Approve an interim payment',
    description:
      'By somebody who has not calculated it, within their authority over all that the claim has paid.',
    roles: ['supervisor'],
  })
  approve(@IdParam('claimId') claimId: string, @Issued() issue: Issue): Promise<CommandResult> {
    return this.commands.execute(new ApproveInterim({ claimId }, issue));
  }

  @Post('refusal')
  @CommandEndpoint({
    summary: 'Do not approve an interim payment',
    description: 'It may be calculated again, or waits for the claim.',
    roles: ['supervisor'],
  })
  drop(@IdParam('claimId') claimId: string, @Issued() issue: Issue): Promise<CommandResult> {
    return this.commands.execute(new DropInterim({ claimId }, issue));
  }
}
