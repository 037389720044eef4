import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandResult } from '#event-store';
import { CommandEndpoint, IdParam, Issued, namingProposal } from '#http';
import { derivedId } from '#kernel';
import type { Issue } from '#runtime';
import { ExtendPlkkAgreement } from './extend-plkk-agreement.js';
import { ExtendPlkkAgreementBody, RegisterFacilityBody, SignPlkkAgreementBody } from './facilities.fields.js';
import { RegisterFacility } from './register-facility.js';
import { SignPlkkAgreement } from './sign-plkk-agreement.js';

@ApiTags('facilities')
@Controller('facilities')
export class FacilitiesController {
  static readonly handlers = [
    RegisterFacility.handler,
    SignPlkkAgreement.handler,
    ExtendPlkkAgreement.handler,
  ];

  constructor(private readonly commands: CommandBus) {}

  @Post()
  @CommandEndpoint({
    summary: 'Register a hospital, clinic or puskesmas',
    description: 'It becomes a PLKK only once two have signed an agreement with it.',
    roles: ['registrar'],
    creates: true,
  })
  register(@Body() body: RegisterFacilityBody, @Issued() issue: Issue): Promise<CommandResult> {
    const facilityId = derivedId('facility', issue.context.commandId);
    return this.commands.execute(new RegisterFacility({ ...body, facilityId }, issue));
  }

  @Post(':facilityId/agreements')
  @CommandEndpoint({
    summary:
      'Put an agreement forward that makes the facility a PLKK for a time, with the first of two signatures',
    description:
      'It holds once a second person has signed it, under the `proposalId` that the answer names beside the new `agreementId`. Two agreements are never in force on the same day.',
    roles: ['registrar'],
  })
  async sign(
    @IdParam('facilityId') facilityId: string,
    @Body() body: SignPlkkAgreementBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult & { agreementId: string; proposalId?: string }> {
    const agreementId = derivedId('plkk-agreement', issue.context.commandId);
    const command = new SignPlkkAgreement({ ...body, facilityId, agreementId }, issue);
    const told: CommandResult = await this.commands.execute(command);
    return namingProposal({ ...told, agreementId }, issue.context);
  }

  @Post(':facilityId/agreements/:agreementId/addenda')
  @CommandEndpoint({
    summary: 'Put an addendum forward that moves the end of an agreement, with the first of two signatures',
    description:
      'Only an agreement that still runs can be extended. It holds once a second person has signed it, under the `proposalId` that the answer names.',
    roles: ['registrar'],
  })
  async extend(
    @IdParam('facilityId') facilityId: string,
    @IdParam('agreementId') agreementId: string,
    @Body() body: ExtendPlkkAgreementBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult & { proposalId?: string }> {
    const command = new ExtendPlkkAgreement({ ...body, facilityId, agreementId }, issue);
    return namingProposal(await this.commands.execute(command), issue.context);
  }
}
