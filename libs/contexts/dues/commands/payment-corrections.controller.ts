import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandResult } from '#event-store';
import { CommandEndpoint, IdParam, Issued } from '#http';
import { derivedId } from '#kernel';
import type { Issue } from '#runtime';
import { RefuseDuesCorrectionBody, RequestDuesRefundBody, RequestDuesReversalBody } from './dues.fields.js';
import {
  ConfirmDuesCorrection,
  RefuseDuesCorrection,
  RequestDuesRefund,
  RequestDuesReversal,
} from './reverse-payment.js';

type Asked = CommandResult & { correctionId: string };

@ApiTags('dues')
@Controller('employers/:employerId')
export class PaymentCorrectionsController {
  static readonly handlers = [
    ConfirmDuesCorrection.handler,
    RefuseDuesCorrection.handler,
    RequestDuesRefund.handler,
    RequestDuesReversal.handler,
  ];

  constructor(private readonly commands: CommandBus) {}

  @Post('payments/:paymentId/reversal')
  @CommandEndpoint({
    summary: 'Ask to take back a payment that bounced, was of another payer, or was recorded twice',
    description: 'It counts until a second person confirms. The answer names the `correctionId`.',
    roles: ['finance'],
  })
  async reverse(
    @IdParam('employerId') employerId: string,
    @IdParam('paymentId') paymentId: string,
    @Body() body: RequestDuesReversalBody,
    @Issued() issue: Issue,
  ): Promise<Asked> {
    const correctionId = derivedId('dues-reversal', paymentId, issue.context.commandId);
    const command = new RequestDuesReversal({ ...body, employerId, paymentId, correctionId }, issue);
    return { ...(await this.commands.execute(command)), correctionId };
  }

  @Post('refunds')
  @CommandEndpoint({
    summary:
      'Ask to pay money back: credit of the employer, or a payment of another payer that was taken back',
    description: 'A second person confirms. The answer names the `correctionId`.',
    roles: ['finance'],
  })
  async refund(
    @IdParam('employerId') employerId: string,
    @Body() body: RequestDuesRefundBody,
    @Issued() issue: Issue,
  ): Promise<Asked> {
    const correctionId = derivedId('dues-refund', employerId, issue.context.commandId);
    const command = new RequestDuesRefund({ ...body, employerId, correctionId }, issue);
    return { ...(await this.commands.execute(command)), correctionId };
  }

  @Post('payment-corrections/:correctionId/confirmation')
  @CommandEndpoint({
    summary: 'Take a payment back, or pay money back, as somebody else asked',
    description:
      'Months that a payment taken back had settled are open again, with their fines; claims that rest on them are looked at.',
    roles: ['supervisor'],
  })
  confirm(
    @IdParam('employerId') employerId: string,
    @IdParam('correctionId') correctionId: string,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new ConfirmDuesCorrection({ employerId, correctionId }, issue));
  }

  @Post('payment-corrections/:correctionId/refusal')
  @CommandEndpoint({
    summary: 'Refuse what was asked for, or take back what you have asked for',
    roles: ['finance', 'supervisor'],
  })
  refuse(
    @IdParam('employerId') employerId: string,
    @IdParam('correctionId') correctionId: string,
    @Body() { reason }: RefuseDuesCorrectionBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new RefuseDuesCorrection({ employerId, correctionId, reason }, issue));
  }
}
