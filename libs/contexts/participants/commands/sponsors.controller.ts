import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandResult } from '#event-store';
import { CommandEndpoint, IdParam, Issued, namingProposal } from '#http';
import { derivedId } from '#kernel';
import { confirmersOf } from '#law';
import type { Issue } from '#runtime';
import { EndSponsorAgreement, ExtendSponsorAgreement } from './change-sponsor-agreement.js';
import { RemoveMembers, TransferMembers, TransferMembersHandler } from './carry-members.js';
import {
  EndSponsorAgreementBody,
  ExtendSponsorAgreementBody,
  RegisterSponsorBody,
  RemoveMembersBody,
  SignSponsorAgreementBody,
  TransferMembersBody,
} from './sponsors.fields.js';
import { RegisterSponsor } from './register-sponsor.js';
import { ConfirmAgreement, SignSponsorAgreement } from './sign-sponsor-agreement.js';

@ApiTags('sponsors')
@Controller('sponsors')
export class SponsorsController {
  static readonly handlers = [
    ConfirmAgreement.handler,
    EndSponsorAgreement.handler,
    ExtendSponsorAgreement.handler,
    RegisterSponsor.handler,
    RemoveMembers.handler,
    SignSponsorAgreement.handler,
    TransferMembersHandler,
  ];

  constructor(private readonly commands: CommandBus) {}

  @Post()
  @CommandEndpoint({
    summary: 'Register a village, local government or company that pays for workers',
    roles: ['registrar'],
    creates: true,
  })
  register(@Body() body: RegisterSponsorBody, @Issued() issue: Issue): Promise<CommandResult> {
    const sponsorId = derivedId('sponsor', issue.context.commandId);
    return this.commands.execute(new RegisterSponsor({ ...body, sponsorId }, issue));
  }

  @Post(':sponsorId/agreements')
  @CommandEndpoint({
    summary: 'Put an agreement forward under which the sponsor pays, with the first of two signatures',
    description:
      'It holds once a second person has signed it, under the `proposalId` that the answer names beside the new `agreementId`.',
    roles: ['registrar'],
  })
  async sign(
    @IdParam('sponsorId') sponsorId: string,
    @Body() body: SignSponsorAgreementBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult & { agreementId: string; proposalId?: string }> {
    const agreementId = derivedId('agreement', issue.context.commandId);
    const command = new SignSponsorAgreement({ ...body, sponsorId, agreementId }, issue);
    const told: CommandResult = await this.commands.execute(command);
    return namingProposal({ ...told, agreementId }, issue.context);
  }

  @Post(':sponsorId/agreements/:agreementId/confirmation')
  @CommandEndpoint({
    summary: 'Confirm an agreement that somebody else alone recorded long after its first day',
    description:
      'As earlier releases recorded them; nobody is registered or paid for under it before. Others are signed by two.',
    roles: confirmersOf('AGREEMENT'),
  })
  confirm(
    @IdParam('sponsorId') sponsorId: string,
    @IdParam('agreementId') agreementId: string,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new ConfirmAgreement({ sponsorId, agreementId }, issue));
  }

  @Post(':sponsorId/agreements/:agreementId/extensions')
  @CommandEndpoint({
    summary:
      'Put an addendum forward by which an agreement goes on for longer, or for more people, with the first of two signatures',
    description: 'It holds once a second person has signed it, under the `proposalId` that the answer names.',
    roles: ['registrar'],
  })
  async extend(
    @IdParam('sponsorId') sponsorId: string,
    @IdParam('agreementId') agreementId: string,
    @Body() body: ExtendSponsorAgreementBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult & { proposalId?: string }> {
    const command = new ExtendSponsorAgreement({ ...body, sponsorId, agreementId }, issue);
    return namingProposal(await this.commands.execute(command), issue.context);
  }

  @Post(':sponsorId/agreements/:agreementId/ending')
  @CommandEndpoint({
    summary: 'Record that an agreement ends before its time',
    description:
      'What was paid under it stands; nobody is registered or paid for under it after its last day.',
    roles: ['registrar'],
  })
  end(
    @IdParam('sponsorId') sponsorId: string,
    @IdParam('agreementId') agreementId: string,
    @Body() body: EndSponsorAgreementBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new EndSponsorAgreement({ ...body, sponsorId, agreementId }, issue));
  }

  @Post(':sponsorId/agreements/:agreementId/leavers')
  @CommandEndpoint({
    summary: 'Record for whom a sponsor pays no more, all of them or none',
    description: 'Their places are free again. They are told, and may pay for themselves.',
    roles: ['registrar'],
  })
  remove(
    @IdParam('sponsorId') sponsorId: string,
    @IdParam('agreementId') agreementId: string,
    @Body() body: RemoveMembersBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new RemoveMembers({ ...body, sponsorId, agreementId }, issue));
  }

  @Post(':sponsorId/agreements/:agreementId/transfers')
  @CommandEndpoint({
    summary: 'Move members to another sponsor, or to paying for themselves, all of them or none',
    description: 'From the first month on that is not paid; no month is paid twice.',
    roles: ['registrar'],
  })
  transfer(
    @IdParam('sponsorId') sponsorId: string,
    @IdParam('agreementId') agreementId: string,
    @Body() body: TransferMembersBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new TransferMembers({ ...body, sponsorId, agreementId }, issue));
  }
}
