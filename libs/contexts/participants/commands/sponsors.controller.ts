import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type CommandResult, derivedId } from '#event-store';
import type { CommandContext } from '#kernel';
import { CommandEndpoint, Context, IdParam, IfMatch } from '#http';
import { RegisterSponsorBody, SignSponsorAgreementBody } from './participants.dto.js';
import { RegisterSponsor, RegisterSponsorHandler } from './register-sponsor.command.js';
import { SignSponsorAgreement, SignSponsorAgreementHandler } from './sign-sponsor-agreement.command.js';

@ApiTags('sponsors')
@Controller('sponsors')
export class SponsorsController {
  static readonly handlers = [RegisterSponsorHandler, SignSponsorAgreementHandler];

  constructor(private readonly commands: CommandBus) {}

  @Post()
  @CommandEndpoint({
    summary: 'Register a village, local government or company that pays for workers',
    roles: ['registrar'],
    creates: true,
  })
  register(@Body() body: RegisterSponsorBody, @Context() context: CommandContext): Promise<CommandResult> {
    const sponsorId = derivedId('sponsor', context.commandId);
    return this.commands.execute(new RegisterSponsor({ ...body, sponsorId }, context));
  }

  @Post(':sponsorId/agreements')
  @CommandEndpoint({
    summary: 'Record an agreement under which the sponsor pays',
    description: 'The answer names the new `agreementId`.',
    roles: ['registrar'],
  })
  async sign(
    @IdParam('sponsorId') sponsorId: string,
    @Body() body: SignSponsorAgreementBody,
    @Context() context: CommandContext,
    @IfMatch() expectedRevision?: bigint,
  ): Promise<CommandResult & { agreementId: string }> {
    const agreementId = derivedId('agreement', context.commandId);
    const command = new SignSponsorAgreement({ ...body, sponsorId, agreementId }, context, expectedRevision);
    return { ...(await this.commands.execute(command)), agreementId };
  }
}
