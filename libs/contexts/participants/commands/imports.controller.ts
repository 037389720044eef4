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
import { confirmersOf } from '#law';
import { type Issue, AppLogger } from '#runtime';
import { ConfirmLateEntriesHandler } from './confirm-late-entries.js';
import { answerConfirmation } from './confirmation-of-file.js';
import { ImportParticipants, ImportParticipantsHandler } from './import-participants.js';
import { ImportQuery } from './imports.fields.js';

@ApiTags('participants')
@Controller('participants/imports')
export class ImportsController {
  static readonly handlers = [ConfirmLateEntriesHandler, ImportParticipantsHandler];

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

  @Post('confirmation')
  @FileBody('text/csv', XLSX)
  @FileEndpoint({
    summary: 'Confirm the registrations and payments of everybody in a file that others entered late',
    description:
      'The file of the import, or any other with a column `nik`. By a second person; no claim is approved on them before. Answers line by line: `{"progress": {"done", "of"}}`, and last `{"report": …}` with every row that somebody else has to confirm, or `{"problem": …}`.',
    roles: confirmersOf('REGISTRATION'),
    refused: 'The file cannot be read at all; nothing was confirmed',
  })
  confirm(
    @Body() file: Buffer,
    @Issued() { context }: Issue,
    @AskedLanguage() language: Language,
    @Listener() listener: AbortSignal,
  ): Promise<StreamableFile> {
    const { commands, log } = this;
    return answerConfirmation(
      { commands, log },
      { of: 'REGISTRATIONS', file },
      { context, language, listener },
    );
  }
}
