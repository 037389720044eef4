import { Body, Controller, Post, type StreamableFile } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandResult } from '#event-store';
import {
  AskedLanguage,
  CommandEndpoint,
  FileEndpoint,
  IdParam,
  Issued,
  type Language,
  Listener,
  answerLineByLine,
} from '#http';
import type { Role } from '#kernel';
import { AppLogger, type Issue } from '#runtime';
import { DismissDuplicateBody, ReopenDuplicateBody } from './duplicates.fields.js';
import {
  DismissDuplicate,
  LapseDuplicate,
  NoteDuplicate,
  ReopenDuplicate,
  SuspectDuplicate,
} from './duplicates.js';
import { LookForDuplicates, LookForDuplicatesHandler } from './look-for-duplicates.js';

/** Who compares two persons. */
const COMPARERS: readonly Role[] = ['registrar', 'supervisor'];

@ApiTags('participants')
@Controller('participants')
export class DuplicatesController {
  static readonly handlers = [
    DismissDuplicate.handler,
    LapseDuplicate.handler,
    LookForDuplicatesHandler,
    NoteDuplicate.handler,
    ReopenDuplicate.handler,
    SuspectDuplicate.handler,
  ];

  constructor(
    private readonly commands: CommandBus,
    private readonly log: AppLogger,
  ) {}

  @Post(':participantId/duplicates/:otherId/dismissal')
  @CommandEndpoint({
    summary: 'Say that two who may be one person are two',
    description:
      'For what they are known to have in common; something else, or the same anew, opens it again.',
    roles: COMPARERS,
  })
  dismiss(
    @IdParam('participantId') participantId: string,
    @IdParam('otherId') otherId: string,
    @Body() body: DismissDuplicateBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new DismissDuplicate({ ...body, participantId, otherId }, issue));
  }

  @Post(':participantId/duplicates/:otherId/reopening')
  @CommandEndpoint({ summary: 'Ask again whether two are one person', roles: COMPARERS })
  reopen(
    @IdParam('participantId') participantId: string,
    @IdParam('otherId') otherId: string,
    @Body() body: ReopenDuplicateBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new ReopenDuplicate({ ...body, participantId, otherId }, issue));
  }

  @Post('duplicates/look')
  @FileEndpoint({
    summary:
      'Look at everybody for names that resemble each other, and note who is to be compared, as every night',
    description:
      'Answers line by line: `{"progress": {"done", "of"}}` of the birth dates, and last `{"report": …}` or `{"problem": …}`. It stops when the connection is closed; whatever was noted stays, and nothing is noted twice.',
    roles: ['supervisor'],
    refused: 'Nothing was noted',
  })
  look(
    @Issued() { context }: Issue,
    @AskedLanguage() language: Language,
    @Listener() listener: AbortSignal,
  ): Promise<StreamableFile> {
    return answerLineByLine(
      (onProgress) => this.commands.execute(new LookForDuplicates(context, onProgress, listener)),
      { correlationId: context.correlationId, language, log: this.log, what: 'Look for duplicates' },
    );
  }
}
