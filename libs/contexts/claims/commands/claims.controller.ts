import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandResult } from '#event-store';
import { CommandEndpoint, IdParam, Issued } from '#http';
import type { Role } from '#kernel';
import type { Issue } from '#runtime';
import { AddDocuments } from './add-documents.js';
import { ApproveClaim, ApproveClaimHandler } from './approve-claim.js';
import { ApproveDifference } from './approve-difference.js';
import { CalculateBenefit } from './calculate-benefit.js';
import { CancelClaim } from './cancel-claim.js';
import {
  AddDocumentsBody,
  CancelClaimBody,
  SUBMITTERS,
  SetOffBody,
  TakeClaimOverBody,
} from './claims.fields.js';
import { ConsentToSetOff } from './consent-to-set-off.js';
import { DenyClaim } from './deny-claim.js';
import { ReassessClaim } from './reassess-claim.js';
import { TakeClaimOver } from './take-claim-over.js';

const DECIDERS: readonly Role[] = ['adjudicator', 'supervisor'];

/** What is done with a claim, whatever its programme. Each programme has a route of its own for handing claims in. */
@ApiTags('claims')
@Controller('claims')
export class ClaimsController {
  static readonly handlers = [
    AddDocuments.handler,
    ApproveClaimHandler,
    ApproveDifference.handler,
    CalculateBenefit.handler,
    CancelClaim.handler,
    ConsentToSetOff.handler,
    DenyClaim.handler,
    ReassessClaim.handler,
    TakeClaimOver.handler,
  ];

  constructor(private readonly commands: CommandBus) {}

  @Post(':claimId/documents')
  @CommandEndpoint({ summary: 'Add documents that were missing', roles: SUBMITTERS })
  addDocuments(
    @IdParam('claimId') claimId: string,
    @Body() { documents }: AddDocumentsBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new AddDocuments({ claimId, documents }, issue));
  }

  @Post(':claimId/claimant')
  @CommandEndpoint({
    summary: 'Let the heir take over the claim of a participant who died since',
    description:
      'Until it is decided, or once it was denied for its arrears. The claim stays where it is, and is paid to the account given here.',
    roles: SUBMITTERS,
  })
  takeOver(
    @IdParam('claimId') claimId: string,
    @Body() body: TakeClaimOverBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new TakeClaimOver({ ...body, claimId }, issue));
  }

  @Post(':claimId/set-off')
  @CommandEndpoint({
    summary: 'Record the consent to have the arrears deducted from the benefit',
    description:
      'Of a claim that waits for months that cannot be taken any more. Whoever is paid consents in writing; the deduction is made with the approval.',
    roles: SUBMITTERS,
  })
  consentToSetOff(
    @IdParam('claimId') claimId: string,
    @Body() body: SetOffBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new ConsentToSetOff({ ...body, claimId }, issue));
  }

  @Post(':claimId/calculation')
  @CommandEndpoint({
    summary: 'Calculate what the law gives',
    description:
      'Stores rule set, inputs and every component with its article. A refusal by the law is zero rupiah with its rule.',
    roles: ['adjudicator'],
  })
  calculate(@IdParam('claimId') claimId: string, @Issued() issue: Issue): Promise<CommandResult> {
    return this.commands.execute(new CalculateBenefit({ claimId }, issue));
  }

  @Post(':claimId/approval')
  @CommandEndpoint({
    summary: 'Approve a calculated claim',
    description: 'By a second person. The payouts are ordered from this decision.',
    roles: DECIDERS,
  })
  approve(@IdParam('claimId') claimId: string, @Issued() issue: Issue): Promise<CommandResult> {
    return this.commands.execute(new ApproveClaim({ claimId }, issue));
  }

  @Post(':claimId/denial')
  @CommandEndpoint({
    summary: 'Deny a claim that the law refuses',
    description: 'By a second person. The event names the rule and its article.',
    roles: DECIDERS,
  })
  deny(@IdParam('claimId') claimId: string, @Issued() issue: Issue): Promise<CommandResult> {
    return this.commands.execute(new DenyClaim({ claimId }, issue));
  }

  @Post(':claimId/reassessment')
  @CommandEndpoint({
    summary: 'Calculate what is due beside what was approved',
    description:
      'After a receipt of contributions that was recorded later. What was decided stays; only the difference is paid.',
    roles: ['adjudicator'],
  })
  reassess(@IdParam('claimId') claimId: string, @Issued() issue: Issue): Promise<CommandResult> {
    return this.commands.execute(new ReassessClaim({ claimId }, issue));
  }

  @Post(':claimId/reassessment/approval')
  @CommandEndpoint({
    summary: 'Approve what is due beside what was approved',
    description: 'By a second person. The payout of the difference is ordered from this decision.',
    roles: DECIDERS,
  })
  approveDifference(@IdParam('claimId') claimId: string, @Issued() issue: Issue): Promise<CommandResult> {
    return this.commands.execute(new ApproveDifference({ claimId }, issue));
  }

  @Post(':claimId/cancellation')
  @CommandEndpoint({
    summary: 'Give up a claim that nobody can decide',
    description:
      'Its person was erased, or what the law gives rests on something that is lost. Every other claim can be decided, and is not given up. Of an approved claim it gives up what is due beside that.',
    roles: ['supervisor'],
  })
  cancel(
    @IdParam('claimId') claimId: string,
    @Body() { reason }: CancelClaimBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new CancelClaim({ claimId, reason }, issue));
  }
}
