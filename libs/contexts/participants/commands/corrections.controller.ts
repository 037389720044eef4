import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandResult } from '#event-store';
import { CommandEndpoint, IdParam, Issued } from '#http';
import { derivedId } from '#kernel';
import { type Issue, ParticipantIds } from '#runtime';
import { AT_THE_DESK, SECOND_PERSON } from '../domain/correction-rules.js';
import { ChangeIncomeBand } from './change-income-band.js';
import { ConfirmCorrection, ConfirmCorrectionHandler } from './confirm-correction.js';
import { CorrectNik, CorrectNikHandler } from './correct-nik.js';
import { ConfirmNikDifference, CorrectParticipant, RefuseCorrection } from './correct-participant.js';
import {
  ConfirmNikDifferenceBody,
  ChangeIncomeBandBody,
  CorrectNikBody,
  CorrectParticipantBody,
  RefuseCorrectionBody,
} from './corrections.fields.js';

/** Asked for again under the same key, it is the same correction. */
export const correctionIdOf = (participantId: string, { context }: Issue): string =>
  derivedId('correction', participantId, context.commandId);

@ApiTags('corrections')
@Controller('participants/:participantId')
export class CorrectionsController {
  static readonly handlers = [
    CorrectParticipant.handler,
    ConfirmNikDifference.handler,
    ConfirmCorrectionHandler,
    ChangeIncomeBand.handler,
    CorrectNikHandler,
    RefuseCorrection.handler,
  ];

  constructor(
    private readonly commands: CommandBus,
    private readonly ids: ParticipantIds,
  ) {}

  @Post('corrections')
  @CommandEndpoint({
    summary: 'Correct what was typed wrong of a participant',
    description:
      'Birth date and sex change once a second person confirms; the rest at once. The answer names the `correctionId`.',
    roles: AT_THE_DESK,
  })
  async correct(
    @IdParam('participantId') participantId: string,
    @Body() body: CorrectParticipantBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult & { correctionId: string }> {
    const correctionId = correctionIdOf(participantId, issue);
    const command = new CorrectParticipant({ ...body, participantId, correctionId }, issue);
    return { ...(await this.commands.execute(command)), correctionId };
  }

  @Post('income-band')
  @CommandEndpoint({
    summary: 'Record another declared income of a self-employed worker',
    description: 'For months that neither have passed nor are paid.',
    roles: AT_THE_DESK,
  })
  async changeIncomeBand(
    @IdParam('participantId') participantId: string,
    @Body() body: ChangeIncomeBandBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult & { correctionId: string }> {
    const correctionId = correctionIdOf(participantId, issue);
    const command = new ChangeIncomeBand({ ...body, participantId, correctionId }, issue);
    return { ...(await this.commands.execute(command)), correctionId };
  }

  @Post('nik')
  @CommandEndpoint({
    summary: 'Ask a second person to correct a NIK that was typed wrong',
    description: 'The participant keeps the id, and is found by both. Dukcapil says which NIK is right.',
    roles: AT_THE_DESK,
  })
  async correctNik(
    @IdParam('participantId') participantId: string,
    @Body() body: CorrectNikBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult & { correctionId: string }> {
    const correctionId = correctionIdOf(participantId, issue);
    const { evidence, person } = body;
    const { nik } = person;
    const input = { participantId, correctionId, nik, nikId: this.ids.of(nik), evidence };
    return { ...(await this.commands.execute(new CorrectNik(input, issue))), correctionId };
  }

  @Post('nik-difference')
  @CommandEndpoint({
    summary: 'Ask a second person to confirm that a NIK is right although birth date or sex differ',
    roles: AT_THE_DESK,
  })
  async confirmNikDifference(
    @IdParam('participantId') participantId: string,
    @Body() body: ConfirmNikDifferenceBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult & { correctionId: string }> {
    const correctionId = correctionIdOf(participantId, issue);
    const command = new ConfirmNikDifference({ ...body, participantId, correctionId }, issue);
    return { ...(await this.commands.execute(command)), correctionId };
  }

  @Post('corrections/:correctionId/confirmation')
  @CommandEndpoint({
    summary: 'Make a correction that somebody else asked for',
    roles: SECOND_PERSON,
  })
  confirm(
    @IdParam('participantId') participantId: string,
    @IdParam('correctionId') correctionId: string,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new ConfirmCorrection({ participantId, correctionId }, issue));
  }

  @Post('corrections/:correctionId/refusal')
  @CommandEndpoint({
    summary: 'Refuse a correction that was asked for, or take back one of your own',
    roles: [...AT_THE_DESK, ...SECOND_PERSON],
  })
  refuse(
    @IdParam('participantId') participantId: string,
    @IdParam('correctionId') correctionId: string,
    @Body() body: RefuseCorrectionBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new RefuseCorrection({ ...body, participantId, correctionId }, issue));
  }
}
