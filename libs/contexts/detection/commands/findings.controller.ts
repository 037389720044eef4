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
import {
  ConfirmFinding,
  ExplainFinding,
  ExtendFinding,
  NoteFinding,
  OpenFinding,
  TakeUpFinding,
} from './finding-commands.js';
import { ConfirmFindingBody, ExplainFindingBody, NoteFindingBody } from './findings.fields.js';
import { LookForFindings, LookForFindingsHandler } from './look-for-findings.js';

/** Who looks into what was found. */
const LOOKERS: readonly Role[] = ['supervisor', 'auditor'];

@ApiTags('findings')
@Controller('findings')
export class FindingsController {
  static readonly handlers = [
    ConfirmFinding.handler,
    ExplainFinding.handler,
    ExtendFinding.handler,
    LookForFindingsHandler,
    NoteFinding.handler,
    OpenFinding.handler,
    TakeUpFinding.handler,
  ];

  constructor(
    private readonly commands: CommandBus,
    private readonly log: AppLogger,
  ) {}

  @Post('look')
  @FileEndpoint({
    summary: 'Ask every rule of detection now, as every night',
    description:
      'Answers line by line: `{"progress": {"done", "of"}}` of the rules, and last `{"report": …}` or `{"problem": …}`. Windows end today. It stops when the connection is closed; what was opened stays, and the same case is never opened twice.',
    roles: LOOKERS,
    refused: 'Nothing was opened',
  })
  look(
    @Issued() { context }: Issue,
    @AskedLanguage() language: Language,
    @Listener() listener: AbortSignal,
  ): Promise<StreamableFile> {
    return answerLineByLine(
      (onProgress) =>
        this.commands.execute(new LookForFindings(context.today, context, onProgress, listener)),
      { correlationId: context.correlationId, language, log: this.log, what: 'Look for findings' },
    );
  }

  @Post(':findingId/inquiry')
  @CommandEndpoint({
    summary: 'Take up a finding: look into it',
    description: 'Not by anybody of the office whom it is about.',
    roles: LOOKERS,
  })
  takeUp(@IdParam('findingId') findingId: string, @Issued() issue: Issue): Promise<CommandResult> {
    return this.commands.execute(new TakeUpFinding({ findingId }, issue));
  }

  @Post(':findingId/notes')
  @CommandEndpoint({ summary: 'Note what was done to find out', roles: LOOKERS })
  note(
    @IdParam('findingId') findingId: string,
    @Body() body: NoteFindingBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new NoteFinding({ ...body, findingId }, issue));
  }

  @Post(':findingId/explanation')
  @CommandEndpoint({
    summary: 'Close a finding to which there is nothing, with the reason',
    description: 'Not by whoever set the thresholds of the rule.',
    roles: LOOKERS,
  })
  explain(
    @IdParam('findingId') findingId: string,
    @Body() body: ExplainFindingBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new ExplainFinding({ ...body, findingId }, issue));
  }

  @Post(':findingId/confirmation')
  @CommandEndpoint({
    summary: 'Close a finding that is one, with what follows',
    description: 'It changes no claim: what follows is done where it belongs.',
    roles: LOOKERS,
  })
  confirm(
    @IdParam('findingId') findingId: string,
    @Body() body: ConfirmFindingBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new ConfirmFinding({ ...body, findingId }, issue));
  }
}
