import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandResult } from '#event-store';
import { CommandEndpoint, IdParam, Issued } from '#http';
import { derivedId } from '#kernel';
import type { Issue } from '#runtime';
import { RegisterSponsorBody, SignSponsorAgreementBody } from './sponsors.fields.js';
import { RegisterSponsor } from './register-sponsor.js';
import { SignSponsorAgreement } from './sign-sponsor-agreement.js';

@ApiTags('sponsors')
@Controller('sponsors')
export class SponsorsController {
  static readonly handlers = [RegisterSponsor.handler, SignSponsorAgreement.handler];

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
    summary: 'Record an agreement under which the sponsor pays',
    description: 'The answer names the new `agreementId`.',
    roles: ['registrar'],
  })
  async sign(
    @IdParam('sponsorId') sponsorId: string,
    @Body() body: SignSponsorAgreementBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult & { agreementId: string }> {
    const agreementId = derivedId('agreement', issue.context.commandId);
    const command = new SignSponsorAgreement({ ...body, sponsorId, agreementId }, issue);
    return { ...(await this.commands.execute(command)), agreementId };
  }
}
