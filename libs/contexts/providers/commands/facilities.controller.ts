import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandResult } from '#event-store';
import { CommandEndpoint, IdParam, Issued } from '#http';
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
    description: 'It becomes a PLKK only once an agreement with it is recorded.',
    roles: ['registrar'],
    creates: true,
  })
  register(@Body() body: RegisterFacilityBody, @Issued() issue: Issue): Promise<CommandResult> {
    const facilityId = derivedId('facility', issue.context.commandId);
    return this.commands.execute(new RegisterFacility({ ...body, facilityId }, issue));
  }

  @Post(':facilityId/agreements')
  @CommandEndpoint({
    summary: 'Record an agreement that makes the facility a PLKK for a time',
    description: 'The answer names the new `agreementId`. Two agreements are never in force on the same day.',
    roles: ['registrar'],
  })
  async sign(
    @IdParam('facilityId') facilityId: string,
    @Body() body: SignPlkkAgreementBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult & { agreementId: string }> {
    const agreementId = derivedId('plkk-agreement', issue.context.commandId);
    const command = new SignPlkkAgreement({ ...body, facilityId, agreementId }, issue);
    return { ...(await this.commands.execute(command)), agreementId };
  }

  @Post(':facilityId/agreements/:agreementId/addenda')
  @CommandEndpoint({
    summary: 'Record an addendum that moves the end of an agreement',
    description: 'Only an agreement that still runs can be extended.',
    roles: ['registrar'],
  })
  extend(
    @IdParam('facilityId') facilityId: string,
    @IdParam('agreementId') agreementId: string,
    @Body() body: ExtendPlkkAgreementBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    const input = { ...body, facilityId, agreementId };
    return this.commands.execute(new ExtendPlkkAgreement(input, issue));
  }
}
