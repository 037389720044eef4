import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandResult } from '#event-store';
import { CommandEndpoint, IdParam, Issued } from '#http';
import type { Issue } from '#runtime';
import { RefuseProposalBody } from './agreements.fields.js';
import { RefusePlkkProposal, SignPlkkProposal } from './sign-plkk-proposal.js';

/** Agreements and addenda that one person has signed. */
@ApiTags('facilities')
@Controller('facilities/:facilityId/proposals/:proposalId')
export class FacilityProposalsController {
  static readonly handlers = [SignPlkkProposal.handler, RefusePlkkProposal.handler];

  constructor(private readonly commands: CommandBus) {}

  @Post('signature')
  @CommandEndpoint({
    summary: 'Sign an agreement or an addendum as the second person',
    description: 'Of the office that put it forward, or above the branches. It holds from then on.',
    roles: ['supervisor'],
  })
  sign(
    @IdParam('facilityId') facilityId: string,
    @IdParam('proposalId') proposalId: string,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new SignPlkkProposal({ facilityId, proposalId }, issue));
  }

  @Post('refusal')
  @CommandEndpoint({
    summary: 'Refuse to sign an agreement or an addendum, or take back what you put forward',
    roles: ['registrar', 'supervisor'],
  })
  refuse(
    @IdParam('facilityId') facilityId: string,
    @IdParam('proposalId') proposalId: string,
    @Body() { reason }: RefuseProposalBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new RefusePlkkProposal({ facilityId, proposalId, reason }, issue));
  }
}
