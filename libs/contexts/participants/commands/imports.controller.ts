import { Body, Controller, Post, Query, type StreamableFile } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import {
  AskedLanguage,
  FileBody,
  FileEndpoint,
  Issued,
  type Language,
  Listener,
  XLSX,
  answerLineByLine,
} from '#http';
import { type Issue, AppLogger } from '#runtime';
import { ImportParticipants, ImportParticipantsHandler } from './import-participants.js';
import { ImportQuery } from './imports.fields.js';

@ApiTags('participants')
@Controller('participants/imports')
export class ImportsController {
  static readonly handlers = [ImportParticipantsHandler];

  constructor(
    private readonly commands: CommandBus,
    private readonly log: AppLogger,
  ) {}

  @Post()
  @FileBody('text/csv', XLSX)
  @FileEndpoint({
    summary: 'Import the workers of a sponsor from a CSV file or an Excel workbook',
    description:
      'Answers line by line: `{"progress": {"done", "of"}}` while it works, and last `{"report": …}` with every row that was not registered and why, or `{"problem": …}`. It stops when the connection is closed. Sending the file again finishes an interrupted import and registers nobody twice. A dry run says the same of every row, and what is owed in all, and records nothing.',
    roles: ['registrar'],
    refused: 'The file cannot be read at all; nobody was registered',
  })
  import(
    @Query() { dryRun = false, ...terms }: ImportQuery,
    @Body() file: Buffer,
    @Issued() { context }: Issue,
    @AskedLanguage() language: Language,
    @Listener() listener: AbortSignal,
  ): Promise<StreamableFile> {
    return answerLineByLine(
      (onProgress) =>
        this.commands.execute(new ImportParticipants(terms, file, dryRun, context, onProgress, listener)),
      { correlationId: context.correlationId, language, log: this.log, what: 'Import' },
    );
  }
}
