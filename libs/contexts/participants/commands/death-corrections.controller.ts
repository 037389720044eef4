import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandResult } from '#event-store';
import { CommandEndpoint, IdParam, Issued } from '#http';
import type { Issue } from '#runtime';
import { AT_THE_DESK } from '../domain/correction-rules.js';
import { CorrectDeathDay, RevokeDeath } from './correct-death.js';
import { correctionIdOf } from './corrections.controller.js';
import { CorrectDeathDayBody, RevokeDeathBody } from './corrections.fields.js';

@ApiTags('corrections')
@Controller('participants/:participantId/death')
export class DeathCorrectionsController {
  static readonly handlers = [RevokeDeath.handler, CorrectDeathDay.handler];

  constructor(private readonly commands: CommandBus) {}

  @Post('revocation')
  @CommandEndpoint({
    summary: 'Ask to take back a death that was reported for the wrong person',
    description: 'The participant lives once a second person confirms. The answer names the `correctionId`.',
    roles: AT_THE_DESK,
  })
  async revoke(
    @IdParam('participantId') participantId: string,
    @Body() body: RevokeDeathBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult & { correctionId: string }> {
    const correctionId = correctionIdOf(participantId, issue);
    const command = new RevokeDeath({ ...body, participantId, correctionId }, issue);
    return { ...(await this.commands.execute(command)), correctionId };
  }

  @Post('correction')
  @CommandEndpoint({
    summary: 'Ask to correct the day of a death',
    description: 'It holds once a second person confirms. The answer names the `correctionId`.',
    roles: AT_THE_DESK,
  })
  async correctDay(
    @IdParam('participantId') participantId: string,
    @Body() body: CorrectDeathDayBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult & { correctionId: string }> {
    const correctionId = correctionIdOf(participantId, issue);
    const command = new CorrectDeathDay({ ...body, participantId, correctionId }, issue);
    return { ...(await this.commands.execute(command)), correctionId };
  }
}
