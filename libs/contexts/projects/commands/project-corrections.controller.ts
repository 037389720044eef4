import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandResult } from '#event-store';
import { CommandEndpoint, IdParam, Issued } from '#http';
import { derivedId } from '#kernel';
import type { Issue } from '#runtime';
import {
  RefundProjectBody,
  RefuseProjectCorrectionBody,
  ReverseProjectPaymentBody,
} from './projects.fields.js';
import {
  ConfirmProjectCorrection,
  RefuseProjectCorrection,
  RefundProject,
  ReverseProjectPayment,
} from './reverse-project-payment.js';

type Asked = CommandResult & { correctionId: string };

@ApiTags('projects')
@Controller('projects/:projectId')
export class ProjectCorrectionsController {
  static readonly handlers = [
    ConfirmProjectCorrection.handler,
    RefuseProjectCorrection.handler,
    RefundProject.handler,
    ReverseProjectPayment.handler,
  ];

  constructor(private readonly commands: CommandBus) {}

  @Post('payments/:paymentId/reversal')
  @CommandEndpoint({
    summary: 'Ask to take back a payment that bounced, was of another payer, or was recorded twice',
    description: 'It counts until a second person confirms. The answer names the `correctionId`.',
    roles: ['finance'],
  })
  async reverse(
    @IdParam('projectId') projectId: string,
    @IdParam('paymentId') paymentId: string,
    @Body() body: ReverseProjectPaymentBody,
    @Issued() issue: Issue,
  ): Promise<Asked> {
    const correctionId = derivedId('project-reversal', paymentId, issue.context.commandId);
    const command = new ReverseProjectPayment({ ...body, projectId, paymentId, correctionId }, issue);
    return { ...(await this.commands.execute(command)), correctionId };
  }

  @Post('refunds')
  @CommandEndpoint({
    summary:
      'Ask to pay money back: what is more than due, or a payment of another payer that was taken back',
    description: 'A second person confirms. The answer names the `correctionId`.',
    roles: ['finance'],
  })
  async refund(
    @IdParam('projectId') projectId: string,
    @Body() body: RefundProjectBody,
    @Issued() issue: Issue,
  ): Promise<Asked> {
    const correctionId = derivedId('project-refund', projectId, issue.context.commandId);
    const command = new RefundProject({ ...body, projectId, correctionId }, issue);
    return { ...(await this.commands.execute(command)), correctionId };
  }

  @Post('payment-corrections/:correctionId/confirmation')
  @CommandEndpoint({
    summary: 'Take a payment back, or pay money back, as somebody else asked',
    description: 'What is owed, and the cover of the workers, follow.',
    roles: ['supervisor'],
  })
  confirm(
    @IdParam('projectId') projectId: string,
    @IdParam('correctionId') correctionId: string,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new ConfirmProjectCorrection({ projectId, correctionId }, issue));
  }

  @Post('payment-corrections/:correctionId/refusal')
  @CommandEndpoint({
    summary: 'Refuse what was asked for, or take back what you have asked for',
    roles: ['finance', 'supervisor'],
  })
  refuse(
    @IdParam('projectId') projectId: string,
    @IdParam('correctionId') correctionId: string,
    @Body() { reason }: RefuseProjectCorrectionBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new RefuseProjectCorrection({ projectId, correctionId, reason }, issue));
  }
}
