import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandResult } from '#event-store';
import { CommandEndpoint, IdParam, Issued } from '#http';
import type { Issue } from '#runtime';
import { ApproveCompensation, DenyCompensation } from './decide-compensation.js';
import { DenyCompensationBody } from './payouts.fields.js';

/** What becomes of what a payment that came late owes its payee. */
@ApiTags('payouts')
@Controller('payouts/:payoutId/compensation')
export class CompensationsController {
  static readonly handlers = [ApproveCompensation.handler, DenyCompensation.handler];

  constructor(private readonly commands: CommandBus) {}

  @Post('approval')
  @CommandEndpoint({
    summary: 'Approve what a payment that came late owes its payee',
    description:
      'By another person than the one who told the bank. It is ordered as a payment of its own, to the account where the late one arrived.',
    roles: ['supervisor'],
  })
  approve(@IdParam('payoutId') payoutId: string, @Issued() issue: Issue): Promise<CommandResult> {
    return this.commands.execute(new ApproveCompensation({ payoutId }, issue));
  }

  @Post('denial')
  @CommandEndpoint({
    summary: 'Decide that nothing is paid for a delay',
    description:
      'The payee was the reason for it; or, of somebody who was erased, it was settled by papers or nobody claims it.',
    roles: ['supervisor'],
  })
  deny(
    @IdParam('payoutId') payoutId: string,
    @Body() body: DenyCompensationBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new DenyCompensation({ ...body, payoutId }, issue));
  }
}
