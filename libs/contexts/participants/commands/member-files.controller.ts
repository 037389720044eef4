import { Body, Controller, Post, Query, type StreamableFile } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import {
  AskedLanguage,
  FileBody,
  FileEndpoint,
  IdParam,
  Issued,
  type Language,
  Listener,
  XLSX,
  answerLineByLine,
} from '#http';
import { confirmersOf } from '#law';
import { AppLogger, type Issue } from '#runtime';
import { answerConfirmation } from './confirmation-of-file.js';
import { MemberFileQuery } from './memberships.fields.js';
import { TakeMembersFile, TakeMembersFileHandler } from './member-files.js';

const ANSWER =
  'Answers line by line: `{"progress": {"done", "of"}}` while it works, and last `{"report": …}` with every row that was not taken and why, or `{"problem": …}`; the report can be read again under its `fileId`. It stops when the connection is closed. Sending the file again finishes it, tries again the rows that were not taken, and takes none twice. A dry run says the same of every row and records nothing.';

@ApiTags('memberships')
@Controller('employers/:employerId')
export class MemberFilesController {
  static readonly handlers = [TakeMembersFileHandler];

  constructor(
    private readonly commands: CommandBus,
    private readonly log: AppLogger,
  ) {}

  @Post('members/file')
  @FileBody('text/csv', XLSX)
  @FileEndpoint({
    summary: 'Report the wage earners that joined an employer, from a CSV file or an Excel workbook',
    description: `Columns \`nik\`, \`name\`, \`birth_date\`, \`sex\`, \`occupation\`, \`workplace\`, \`district\`, \`wage\`, \`started_on\` and, where it is known, \`phone\`. Registers who is not registered. ${ANSWER}`,
    roles: ['registrar'],
    refused: 'The file cannot be read at all; nothing of it was recorded',
  })
  joined(
    @IdParam('employerId') employerId: string,
    @Query() { dryRun = false }: MemberFileQuery,
    @Body() file: Buffer,
    @Issued() { context }: Issue,
    @AskedLanguage() language: Language,
    @Listener() listener: AbortSignal,
  ): Promise<StreamableFile> {
    return answerLineByLine(
      (onProgress) =>
        this.commands.execute(
          new TakeMembersFile(employerId, 'JOINED', file, dryRun, context, onProgress, listener),
        ),
      { correlationId: context.correlationId, language, log: this.log, what: 'File of members' },
    );
  }

  @Post('leavings/file')
  @FileBody('text/csv', XLSX)
  @FileEndpoint({
    summary: 'Report the wage earners that left an employer, from a CSV file or an Excel workbook',
    description: `Columns \`nik\`, \`last_day\` and \`reason\`. ${ANSWER}`,
    roles: ['registrar'],
    refused: 'The file cannot be read at all; nothing of it was recorded',
  })
  left(
    @IdParam('employerId') employerId: string,
    @Query() { dryRun = false }: MemberFileQuery,
    @Body() file: Buffer,
    @Issued() { context }: Issue,
    @AskedLanguage() language: Language,
    @Listener() listener: AbortSignal,
  ): Promise<StreamableFile> {
    return answerLineByLine(
      (onProgress) =>
        this.commands.execute(
          new TakeMembersFile(employerId, 'LEFT', file, dryRun, context, onProgress, listener),
        ),
      { correlationId: context.correlationId, language, log: this.log, what: 'File of members' },
    );
  }

  @Post('members/file/confirmation')
  @FileBody('text/csv', XLSX)
  @FileEndpoint({
    summary: 'Confirm the first and last days of work of everybody in a file that others entered late',
    description:
      'The file of those who joined or left, or any other with a column `nik`. By a second person; the days do not hold before. Answers line by line: `{"progress": {"done", "of"}}`, and last `{"report": …}` with every row that somebody else has to confirm, or `{"problem": …}`.',
    roles: confirmersOf('MEMBERSHIP'),
    refused: 'The file cannot be read at all; nothing was confirmed',
  })
  confirm(
    @IdParam('employerId') employerId: string,
    @Body() file: Buffer,
    @Issued() { context }: Issue,
    @AskedLanguage() language: Language,
    @Listener() listener: AbortSignal,
  ): Promise<StreamableFile> {
    const { commands, log } = this;
    return answerConfirmation(
      { commands, log },
      { of: 'MEMBERSHIPS', file, employerId },
      { context, language, listener },
    );
  }
}
