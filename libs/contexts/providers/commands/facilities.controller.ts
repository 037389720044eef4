import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type CommandResult, derivedId } from '#event-store';
import type { CommandContext } from '#kernel';
import { CommandEndpoint, Context, IdParam, IfMatch } from '#http';
import { ExtendPlkkAgreement } from './extend-plkk-agreement.command.js';
import { ExtendPlkkAgreementBody, RegisterFacilityBody, SignPlkkAgreementBody } from './facilities.dto.js';
import { RegisterFacility } from './register-facility.command.js';
import { SignPlkkAgreement } from './sign-plkk-agreement.command.js';

@ApiTags('facilities')
@Controller('facilities')
export class FacilitiesController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @CommandEndpoint({
    summary: 'Register a hospital, clinic or puskesmas',
    description: 'It becomes a PLKK only once an agreement with it is recorded.',
    roles: ['registrar'],
    creates: true,
  })
  register(@Body() body: RegisterFacilityBody, @Context() context: CommandContext): Promise<CommandResult> {
    const facilityId = derivedId('facility', context.commandId);
    return this.commands.execute(new RegisterFacility({ ...body, facilityId }, context));
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
    @Context() context: CommandContext,
    @IfMatch() expectedRevision?: bigint,
  ): Promise<CommandResult & { agreementId: string }> {
    const agreementId = derivedId('plkk-agreement', context.commandId);
    const command = new SignPlkkAgreement({ ...body, facilityId, agreementId }, context, expectedRevision);
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
    @Context() context: CommandContext,
    @IfMatch() expectedRevision?: bigint,
  ): Promise<CommandResult> {
    const input = { ...body, facilityId, agreementId };
    return this.commands.execute(new ExtendPlkkAgreement(input, context, expectedRevision));
  }
}
