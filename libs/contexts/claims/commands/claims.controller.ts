import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandResult } from '#event-store';
import type { CommandContext, Role } from '#kernel';
import { CommandEndpoint, Context, IdParam, IfMatch } from '#http';
import { jkkClaimId, jkmClaimId } from '../streams.js';
import { AddDocuments, AddDocumentsHandler } from './add-documents.command.js';
import { ApproveClaim, ApproveClaimHandler } from './approve-claim.command.js';
import { CalculateBenefit, CalculateBenefitHandler } from './calculate-benefit.command.js';
import { AddDocumentsBody, SubmitJkkClaimBody, SubmitJkmClaimBody, TakeClaimOverBody } from './claims.dto.js';
import { DenyClaim, DenyClaimHandler } from './deny-claim.command.js';
import { SubmitClaim, SubmitClaimHandler } from './submit-claim.command.js';
import { TakeClaimOver, TakeClaimOverHandler } from './take-claim-over.command.js';

const SUBMITTERS: readonly Role[] = ['registrar', 'plkk', 'adjudicator'];
const DECIDERS: readonly Role[] = ['adjudicator', 'supervisor'];

@ApiTags('claims')
@Controller('claims')
export class ClaimsController {
  static readonly handlers = [
    AddDocumentsHandler,
    ApproveClaimHandler,
    CalculateBenefitHandler,
    DenyClaimHandler,
    SubmitClaimHandler,
    TakeClaimOverHandler,
  ];

  constructor(private readonly commands: CommandBus) {}

  @Post('jkk')
  @CommandEndpoint({
    summary: 'Submit a claim for a work accident (JKK)',
    description: 'Says at once which documents are missing, or starts the service clock of 7 working days.',
    roles: SUBMITTERS,
    creates: true,
  })
  submitJkk(@Body() body: SubmitJkkClaimBody, @Context() context: CommandContext): Promise<CommandResult> {
    const input = { ...body, programme: 'JKK' as const, claimId: jkkClaimId(body.accidentId) };
    return this.commands.execute(new SubmitClaim(input, context));
  }

  @Post('jkm')
  @CommandEndpoint({
    summary: 'Submit a claim for a death that is no work accident (JKM)',
    description: 'Says at once which documents are missing, or starts the service clock of 3 working days.',
    roles: SUBMITTERS,
    creates: true,
  })
  submitJkm(@Body() body: SubmitJkmClaimBody, @Context() context: CommandContext): Promise<CommandResult> {
    const claimId = jkmClaimId(body.participantId);
    const input = { ...body, programme: 'JKM' as const, claimant: 'HEIR' as const, claimId };
    return this.commands.execute(new SubmitClaim(input, context));
  }

  @Post(':claimId/documents')
  @CommandEndpoint({ summary: 'Add documents that were missing', roles: SUBMITTERS })
  addDocuments(
    @IdParam('claimId') claimId: string,
    @Body() { documents }: AddDocumentsBody,
    @Context() context: CommandContext,
    @IfMatch() expectedRevision?: bigint,
  ): Promise<CommandResult> {
    return this.commands.execute(new AddDocuments({ claimId, documents }, context, expectedRevision));
  }

  @Post(':claimId/claimant')
  @CommandEndpoint({
    summary: 'Let the heir take over the claim of a participant who died since',
    description: 'Until it is decided. The claim stays where it is, and is paid to the account given here.',
    roles: SUBMITTERS,
  })
  takeOver(
    @IdParam('claimId') claimId: string,
    @Body() body: TakeClaimOverBody,
    @Context() context: CommandContext,
    @IfMatch() expectedRevision?: bigint,
  ): Promise<CommandResult> {
    return this.commands.execute(new TakeClaimOver({ ...body, claimId }, context, expectedRevision));
  }

  @Post(':claimId/calculation')
  @CommandEndpoint({
    summary: 'Calculate what the law gives',
    description:
      'Stores rule set, inputs and every component with its article. A refusal by the law is zero rupiah with its rule.',
    roles: ['adjudicator'],
  })
  calculate(
    @IdParam('claimId') claimId: string,
    @Context() context: CommandContext,
    @IfMatch() expectedRevision?: bigint,
  ): Promise<CommandResult> {
    return this.commands.execute(new CalculateBenefit(claimId, context, expectedRevision));
  }

  @Post(':claimId/approval')
  @CommandEndpoint({
    summary: 'Approve a calculated claim',
    description: 'By a second person. The payouts are ordered from this decision.',
    roles: DECIDERS,
  })
  approve(
    @IdParam('claimId') claimId: string,
    @Context() context: CommandContext,
    @IfMatch() expectedRevision?: bigint,
  ): Promise<CommandResult> {
    return this.commands.execute(new ApproveClaim(claimId, context, expectedRevision));
  }

  @Post(':claimId/denial')
  @CommandEndpoint({
    summary: 'Deny a claim that the law refuses',
    description: 'By a second person. The event names the rule and its article.',
    roles: DECIDERS,
  })
  deny(
    @IdParam('claimId') claimId: string,
    @Context() context: CommandContext,
    @IfMatch() expectedRevision?: bigint,
  ): Promise<CommandResult> {
    return this.commands.execute(new DenyClaim(claimId, context, expectedRevision));
  }
}
