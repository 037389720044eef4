import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandResult } from '#event-store';
import { CommandEndpoint, IdParam, Issued } from '#http';
import type { Issue } from '#runtime';
import { AT_THE_DESK } from '../domain/correction-rules.js';
import { CorrectChild, CorrectHeir, RemoveChild, RemoveHeir, ReorderChildren } from './correct-family.js';
import { correctionIdOf } from './corrections.controller.js';
import { CorrectChildBody, CorrectHeirBody, RemoveBody } from './corrections.fields.js';

const AFTER_CONFIRMATION = 'It holds once a second person confirms. The answer names the `correctionId`.';

@ApiTags('corrections')
@Controller('participants/:participantId')
export class FamilyCorrectionsController {
  static readonly handlers = [
    CorrectChild.handler,
    RemoveChild.handler,
    CorrectHeir.handler,
    RemoveHeir.handler,
    ReorderChildren.handler,
  ];

  constructor(private readonly commands: CommandBus) {}

  @Post('children/:childId/correction')
  @CommandEndpoint({
    summary: 'Ask to correct what was typed wrong of a child',
    description: AFTER_CONFIRMATION,
    roles: AT_THE_DESK,
  })
  async correctChild(
    @IdParam('participantId') participantId: string,
    @IdParam('childId') childId: string,
    @Body() body: CorrectChildBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult & { correctionId: string }> {
    const correctionId = correctionIdOf(participantId, issue);
    const command = new CorrectChild({ ...body, participantId, childId, correctionId }, issue);
    return { ...(await this.commands.execute(command)), correctionId };
  }

  @Post('children/:childId/removal')
  @CommandEndpoint({
    summary: 'Ask to take off a child that was named by mistake',
    description: AFTER_CONFIRMATION,
    roles: AT_THE_DESK,
  })
  async removeChild(
    @IdParam('participantId') participantId: string,
    @IdParam('childId') childId: string,
    @Body() body: RemoveBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult & { correctionId: string }> {
    const correctionId = correctionIdOf(participantId, issue);
    const command = new RemoveChild({ ...body, participantId, childId, correctionId }, issue);
    return { ...(await this.commands.execute(command)), correctionId };
  }

  @Post('children/:childId/first-place')
  @CommandEndpoint({
    summary: 'Ask to correct which child was named first: this one',
    description: `The law gives a scholarship to the first ones. ${AFTER_CONFIRMATION}`,
    roles: AT_THE_DESK,
  })
  async reorderChildren(
    @IdParam('participantId') participantId: string,
    @IdParam('childId') childId: string,
    @Body() body: RemoveBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult & { correctionId: string }> {
    const correctionId = correctionIdOf(participantId, issue);
    const command = new ReorderChildren({ ...body, participantId, childId, correctionId }, issue);
    return { ...(await this.commands.execute(command)), correctionId };
  }

  @Post('heirs/:heirId/correction')
  @CommandEndpoint({
    summary: 'Ask to correct what was typed wrong of an heir',
    description: AFTER_CONFIRMATION,
    roles: AT_THE_DESK,
  })
  async correctHeir(
    @IdParam('participantId') participantId: string,
    @IdParam('heirId') heirId: string,
    @Body() body: CorrectHeirBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult & { correctionId: string }> {
    const correctionId = correctionIdOf(participantId, issue);
    const command = new CorrectHeir({ ...body, participantId, heirId, correctionId }, issue);
    return { ...(await this.commands.execute(command)), correctionId };
  }

  @Post('heirs/:heirId/removal')
  @CommandEndpoint({
    summary: 'Ask to take off an heir that was named by mistake',
    description: AFTER_CONFIRMATION,
    roles: AT_THE_DESK,
  })
  async removeHeir(
    @IdParam('participantId') participantId: string,
    @IdParam('heirId') heirId: string,
    @Body() body: RemoveBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult & { correctionId: string }> {
    const correctionId = correctionIdOf(participantId, issue);
    const command = new RemoveHeir({ ...body, participantId, heirId, correctionId }, issue);
    return { ...(await this.commands.execute(command)), correctionId };
  }
}
