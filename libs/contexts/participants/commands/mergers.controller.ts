import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandResult } from '#event-store';
import { CommandEndpoint, IdParam, Issued } from '#http';
import type { Issue } from '#runtime';
import { AT_THE_DESK } from '../domain/correction-rules.js';
import { correctionIdOf } from './corrections.controller.js';
import { MergeBody, SplitBody } from './corrections.fields.js';
import { MergeParticipants, SplitParticipant } from './merge-participants.js';

@ApiTags('corrections')
@Controller('participants/:participantId')
export class MergersController {
  static readonly handlers = [MergeParticipants.handler, SplitParticipant.handler];

  constructor(private readonly commands: CommandBus) {}

  @Post('merger')
  @CommandEndpoint({
    summary: 'Ask to merge a participant into another one who is the same person',
    description:
      'Once a second person confirms, the person goes on under the id of the survivor, and is found under both. Nothing is moved.',
    roles: AT_THE_DESK,
  })
  async merge(
    @IdParam('participantId') participantId: string,
    @Body() body: MergeBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult & { correctionId: string }> {
    const correctionId = correctionIdOf(participantId, issue);
    const command = new MergeParticipants({ ...body, participantId, correctionId }, issue);
    return { ...(await this.commands.execute(command)), correctionId };
  }

  @Post('split')
  @CommandEndpoint({
    summary: 'Ask to undo a merger: they are two persons after all',
    description:
      'Once a second person confirms, everything that was recorded under this id is its own again.',
    roles: AT_THE_DESK,
  })
  async split(
    @IdParam('participantId') participantId: string,
    @Body() body: SplitBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult & { correctionId: string }> {
    const correctionId = correctionIdOf(participantId, issue);
    const command = new SplitParticipant({ ...body, participantId, correctionId }, issue);
    return { ...(await this.commands.execute(command)), correctionId };
  }
}
