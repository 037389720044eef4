import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandResult } from '#event-store';
import { CommandEndpoint, IdParam, Issued } from '#http';
import { type Role, derivedId } from '#kernel';
import type { Issue } from '#runtime';
import {
  AnswerComplaint,
  BeginMediation,
  CloseComplaint,
  EndMediation,
  EscalateComplaint,
  ReceiveComplaint,
} from './complaint-commands.js';
import {
  AnswerComplaintBody,
  CloseComplaintBody,
  EndMediationBody,
  EscalateComplaintBody,
  ReceiveComplaintBody,
} from './complaints.fields.js';

/** Who takes complaints in, and what is said about them. */
const DESK: readonly Role[] = ['registrar', 'adjudicator', 'supervisor'];

@ApiTags('complaints')
@Controller('complaints')
export class ComplaintsController {
  static readonly handlers = [
    AnswerComplaint.handler,
    BeginMediation.handler,
    CloseComplaint.handler,
    EndMediation.handler,
    EscalateComplaint.handler,
    ReceiveComplaint.handler,
  ];

  constructor(private readonly commands: CommandBus) {}

  @Post()
  @CommandEndpoint({
    summary: 'Record that somebody is not content',
    description:
      'About a claim, an accident, a facility, an employer, what is recorded of a person, or service. It is answered within five working days.',
    roles: DESK,
    creates: true,
  })
  receive(@Body() body: ReceiveComplaintBody, @Issued() issue: Issue): Promise<CommandResult> {
    const complaintId = derivedId('complaint', issue.context.commandId);
    return this.commands.execute(new ReceiveComplaint({ ...body, complaintId }, issue));
  }

  @Post(':complaintId/answers')
  @CommandEndpoint({
    summary: 'Answer a complaint',
    description:
      'Not by whoever decided on the claim that it is about. What was passed on is answered by a head of branch or above who had no hand in it. Whoever complains has 14 days to reply.',
    roles: ['adjudicator', 'supervisor'],
  })
  answer(
    @IdParam('complaintId') complaintId: string,
    @Body() body: AnswerComplaintBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new AnswerComplaint({ ...body, complaintId }, issue));
  }

  @Post(':complaintId/escalation')
  @CommandEndpoint({
    summary: 'Pass a complaint on to the unit for quality and complaints',
    description: 'Whoever complains is not content with the answer, or got none in its time.',
    roles: DESK,
  })
  escalate(
    @IdParam('complaintId') complaintId: string,
    @Body() body: EscalateComplaintBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new EscalateComplaint({ ...body, complaintId }, issue));
  }

  @Post(':complaintId/mediation')
  @CommandEndpoint({
    summary: 'Begin a mediation of what an answer has not solved',
    description: 'By a head of branch or above who had no hand in it; for 30 working days at most.',
    roles: ['supervisor'],
  })
  mediate(@IdParam('complaintId') complaintId: string, @Issued() issue: Issue): Promise<CommandResult> {
    return this.commands.execute(new BeginMediation({ complaintId }, issue));
  }

  @Post(':complaintId/mediation/end')
  @CommandEndpoint({
    summary: 'Record how a mediation ended',
    description:
      'By whoever mediates. What both sides have signed about a claim opens it again; else it is left to an inspector or a court.',
    roles: ['supervisor'],
  })
  endMediation(
    @IdParam('complaintId') complaintId: string,
    @Body() body: EndMediationBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new EndMediation({ ...body, complaintId }, issue));
  }

  @Post(':complaintId/closing')
  @CommandEndpoint({
    summary: 'Close a complaint',
    description: 'Whoever complains is content, has not replied in time, or takes it back.',
    roles: DESK,
  })
  close(
    @IdParam('complaintId') complaintId: string,
    @Body() { reason }: CloseComplaintBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new CloseComplaint({ complaintId, reason }, issue));
  }
}
