import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandResult } from '#event-store';
import { CommandEndpoint, IdParam, Issued } from '#http';
import type { Issue } from '#runtime';
import { AskFurtherDocuments } from './ask-further-documents.js';
import {
  AskFurtherDocumentsBody,
  DeclareInterestBody,
  NoteClaimBody,
  ProposeDenialBody,
  RefuseDocumentBody,
  ReopenClaimBody,
  SUBMITTERS,
  SendClaimBackBody,
  WaiveDocumentBody,
  WithdrawClaimBody,
} from './claims.fields.js';
import { DeclareInterest } from './declare-interest.js';
import { NoteClaim } from './note-claim.js';
import { ProposeDenial } from './propose-denial.js';
import { RefuseDocument } from './refuse-document.js';
import { ReopenClaim } from './reopen-claim.js';
import { SendClaimBack } from './send-claim-back.js';
import { WaiveDocument } from './waive-document.js';
import { WithdrawClaim } from './withdraw-claim.js';

/** What people decide of a claim beside what the law says. */
@ApiTags('claims')
@Controller('claims/:claimId')
export class ClaimsByPeopleController {
  static readonly handlers = [
    AskFurtherDocuments.handler,
    DeclareInterest.handler,
    NoteClaim.handler,
    ProposeDenial.handler,
    RefuseDocument.handler,
    ReopenClaim.handler,
    SendClaimBack.handler,
    WaiveDocument.handler,
    WithdrawClaim.handler,
  ];

  constructor(private readonly commands: CommandBus) {}

  @Post('withdrawal')
  @CommandEndpoint({
    summary: 'Take a claim back for whoever claims',
    description: 'Until it is decided. A supervisor can reopen it.',
    roles: SUBMITTERS,
  })
  withdraw(
    @IdParam('claimId') claimId: string,
    @Body() body: WithdrawClaimBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new WithdrawClaim({ ...body, claimId }, issue));
  }

  @Post('further-documents')
  @CommandEndpoint({
    summary: 'Ask for documents that the programme does not ask of everybody',
    description: 'The claim is incomplete until they are there, and its service clock begins anew then.',
    roles: ['adjudicator', 'supervisor'],
  })
  askFurther(
    @IdParam('claimId') claimId: string,
    @Body() { kinds }: AskFurtherDocumentsBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new AskFurtherDocuments({ claimId, kinds }, issue));
  }

  @Post('document-refusals')
  @CommandEndpoint({
    summary: 'Say that a document does not count',
    description:
      'All of its kind so far. Where the claim needs one, it is incomplete until another is there.',
    roles: ['adjudicator', 'supervisor'],
  })
  refuseDocument(
    @IdParam('claimId') claimId: string,
    @Body() body: RefuseDocumentBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new RefuseDocument({ ...body, claimId }, issue));
  }

  @Post('document-waivers')
  @CommandEndpoint({
    summary: 'Let a claim go on without a document that is missing',
    description: 'Not by whoever handed the claim in.',
    roles: ['supervisor'],
  })
  waiveDocument(
    @IdParam('claimId') claimId: string,
    @Body() body: WaiveDocumentBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new WaiveDocument({ ...body, claimId }, issue));
  }

  @Post('denial-proposals')
  @CommandEndpoint({
    summary: 'Propose to deny a claim for a reason that only a person can find',
    description:
      'Whatever the law was found to give. A supervisor, and not whoever proposed it, denies the claim then. What is handed in, or calculated, afterwards ends the proposal.',
    roles: ['adjudicator', 'supervisor'],
  })
  proposeDenial(
    @IdParam('claimId') claimId: string,
    @Body() body: ProposeDenialBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new ProposeDenial({ ...body, claimId }, issue));
  }

  @Post('sending-back')
  @CommandEndpoint({
    summary: 'Give a calculated claim back to whoever calculates, with a question',
    roles: ['adjudicator', 'supervisor'],
  })
  sendBack(
    @IdParam('claimId') claimId: string,
    @Body() body: SendClaimBackBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new SendClaimBack({ ...body, claimId }, issue));
  }

  @Post('reopening')
  @CommandEndpoint({
    summary: 'Open a claim again that was denied or withdrawn',
    description:
      'By a new fact until the right lapses, by an error of the office always. It is decided anew, and its service clock begins with complete documents.',
    roles: ['supervisor'],
  })
  reopen(
    @IdParam('claimId') claimId: string,
    @Body() body: ReopenClaimBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new ReopenClaim({ ...body, claimId }, issue));
  }

  @Post('notes')
  @CommandEndpoint({
    summary: 'Leave a note for whoever works on the claim',
    roles: ['adjudicator', 'supervisor'],
  })
  note(
    @IdParam('claimId') claimId: string,
    @Body() { text }: NoteClaimBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new NoteClaim({ claimId, text }, issue));
  }

  @Post('interests')
  @CommandEndpoint({
    summary: 'Say that a claim is your own, or of somebody close to you',
    description: 'Whoever says so acts on it no more, whatever their role.',
    roles: ['adjudicator', 'supervisor'],
  })
  declareInterest(
    @IdParam('claimId') claimId: string,
    @Body() { interest }: DeclareInterestBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new DeclareInterest({ claimId, interest }, issue));
  }
}
