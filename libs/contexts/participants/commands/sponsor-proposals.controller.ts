import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandResult } from '#event-store';
import { CommandEndpoint, IdParam, Issued } from '#http';
import type { Issue } from '#runtime';
import { RefuseSponsorProposal, SignSponsorProposal } from './sign-sponsor-proposal.js';
import { RefuseSponsorProposalBody } from './sponsors.fields.js';

/** Agreements and addenda that one person has signed. */
@ApiTags('sponsors')
@Controller('sponsors/:sponsorId/proposals/:proposalId')
export class SponsorProposalsController {
  static readonly handlers = [SignSponsorProposal.handler, RefuseSponsorProposal.handler];

  constructor(private readonly commands: CommandBus) {}

  @Post('signature')
  @CommandEndpoint({
    summary: 'Sign an agreement or an addendum with a sponsor as the second person',
    description:
      'Of the office that put it forward, or above the branches. From then on people are registered and paid for under it.',
    roles: ['supervisor'],
  })
  sign(
    @IdParam('sponsorId') sponsorId: string,
    @IdParam('proposalId') proposalId: string,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new SignSponsorProposal({ sponsorId, proposalId }, issue));
  }

  @Post('refusal')
  @CommandEndpoint({
    summary: 'Refuse to sign an agreement or an addendum with a sponsor, or take back what you put forward',
    roles: ['registrar', 'supervisor'],
  })
  refuse(
    @IdParam('sponsorId') sponsorId: string,
    @IdParam('proposalId') proposalId: string,
    @Body() { reason }: RefuseSponsorProposalBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new RefuseSponsorProposal({ sponsorId, proposalId, reason }, issue));
  }
}
