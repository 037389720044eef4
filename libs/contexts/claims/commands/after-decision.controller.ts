import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandResult } from '#event-store';
import { CommandEndpoint, IdParam, Issued } from '#http';
import type { Issue } from '#runtime';
import { AnswerObjection } from './answer-objection.js';
import { ApproveClaim } from './approve-claim.js';
import {
  AnswerObjectionBody,
  ApproveInPartBody,
  EndDisputeBody,
  RaiseObjectionBody,
  ReportDisputeBody,
  ReportHeirDeathBody,
  RevokeHeirDeathBody,
  SUBMITTERS,
  SayDifferenceBody,
} from './claims.fields.js';
import { EndDispute, ReportDispute } from './disputes.js';
import { RaiseObjection } from './raise-objection.js';
import { SayDifference } from './reassess-claim.js';
import { ReportHeirDeath, RevokeHeirDeath } from './wanted-heirs.js';

/** What is said against a decision, and what becomes of it. */
@ApiTags('claims')
@Controller('claims/:claimId')
export class AfterDecisionController {
  static readonly handlers = [
    AnswerObjection.handler,
    EndDispute.handler,
    RaiseObjection.handler,
    ReportDispute.handler,
    ReportHeirDeath.handler,
    RevokeHeirDeath.handler,
    SayDifference.handler,
  ];

  constructor(private readonly commands: CommandBus) {}

  @Post('approval/in-part')
  @CommandEndpoint({
    summary: 'Approve a claim in part',
    description:
      'Less of a component than was calculated, with a reason: what is cut is refused, and may be objected to; what is left open is looked at again and paid as a difference. Everything else as an approval.',
    roles: ['supervisor'],
  })
  approveInPart(
    @IdParam('claimId') claimId: string,
    @Body() body: ApproveInPartBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new ApproveClaim({ ...body, claimId }, issue));
  }

  @Post('objections')
  @CommandEndpoint({
    summary: 'Record that whoever claims does not accept a decision',
    description:
      'Within 90 days of a denial, an approval or a difference, once for each. Somebody else answers it within five working days.',
    roles: SUBMITTERS,
  })
  raise(
    @IdParam('claimId') claimId: string,
    @Body() body: RaiseObjectionBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new RaiseObjection({ ...body, claimId }, issue));
  }

  @Post('objections/answer')
  @CommandEndpoint({
    summary: 'Answer an objection',
    description:
      'By somebody who neither calculated nor decided the claim. Granted, a denied claim is decided anew and an approved one computed anew.',
    roles: ['supervisor'],
  })
  answer(
    @IdParam('claimId') claimId: string,
    @Body() body: AnswerObjectionBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new AnswerObjection({ ...body, claimId }, issue));
  }

  @Post('reassessment/determination')
  @CommandEndpoint({
    summary: 'Say what an approved claim comes to that was opened again, in place of the calculation',
    description:
      'With a ground, reasons and what shows it. A second person approves the difference like a calculated one: more is paid, less is owed back.',
    roles: ['adjudicator', 'supervisor'],
  })
  sayDifference(
    @IdParam('claimId') claimId: string,
    @Body() body: SayDifferenceBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new SayDifference({ ...body, claimId }, issue));
  }

  @Post('disputes')
  @CommandEndpoint({
    summary: 'Record that somebody says after the approval that they inherit',
    description: 'No heir is paid while it is open. What the bank has paid before was paid in good faith.',
    roles: ['adjudicator', 'supervisor'],
  })
  reportDispute(
    @IdParam('claimId') claimId: string,
    @Body() body: ReportDisputeBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new ReportDispute({ ...body, claimId }, issue));
  }

  @Post('disputes/end')
  @CommandEndpoint({
    summary: 'Record how a dispute about what was approved ended',
    description: 'By agreement, judgment or waiver; after twelve months without any it has lapsed.',
    roles: ['adjudicator', 'supervisor'],
  })
  endDispute(
    @IdParam('claimId') claimId: string,
    @Body() body: EndDisputeBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new EndDispute({ ...body, claimId }, issue));
  }

  @Post('heirs/death')
  @CommandEndpoint({
    summary: 'Record that an heir has died before the money arrived that was approved for them',
    description:
      'No heir is paid until it is recorded who takes the place of this one; what has not left of the share is then paid to them, and the others keep theirs. After twelve months without anybody it is given up.',
    roles: ['adjudicator', 'supervisor'],
  })
  reportHeirDeath(
    @IdParam('claimId') claimId: string,
    @Body() body: ReportHeirDeathBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new ReportHeirDeath({ ...body, claimId }, issue));
  }

  @Post('heirs/death/revocation')
  @CommandEndpoint({
    summary: 'Take back that an heir has died',
    description:
      'As long as nobody was recorded in their place, and by another person than the one who reported it. Those who were to be paid before are paid.',
    roles: ['adjudicator', 'supervisor'],
  })
  revokeHeirDeath(
    @IdParam('claimId') claimId: string,
    @Body() body: RevokeHeirDeathBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new RevokeHeirDeath({ ...body, claimId }, issue));
  }
}
