import { PassThrough } from 'node:stream';
import { Body, Controller, Header, Post, Query, StreamableFile } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  AskedLanguage,
  FileBody,
  FileEndpoint,
  Issued,
  type Language,
  Listener,
  NobodyListens,
  type Problem,
  problemFrom,
  problemOf,
} from '#http';
import { type Issue, AppLogger } from '#runtime';
import {
  type ImportAnswer,
  ImportParticipants,
  type ImportProgress,
  ImportParticipantsHandler,
} from './import-participants.js';
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
  @FileBody('text/csv')
  @Header('Content-Type', 'application/x-ndjson')
  @FileEndpoint({
    summary: 'Import the workers of a sponsor from a CSV file',
    description:
      'Answers line by line: `{"progress": {"done", "of"}}` while it works, and last `{"report": …}` with every row that was not registered and why, or `{"problem": …}`. It stops when the connection is closed. Sending the file again finishes an interrupted import and registers nobody twice.',
    roles: ['registrar'],
    refused: 'The file cannot be read at all; nobody was registered',
  })
  @ApiOkResponse({
    description: 'Progress and report, one JSON object a line',
    content: { 'application/x-ndjson': { schema: { type: 'string' } } },
  })
  async import(
    @Query() terms: ImportQuery,
    @Body() file: Buffer,
    @Issued() { context }: Issue,
    @AskedLanguage() language: Language,
    @Listener() listener: AbortSignal,
  ): Promise<StreamableFile> {
    const answer = new PassThrough();
    const say = (line: { progress: ImportProgress } | { report: ImportAnswer } | { problem: Problem }) =>
      answer.write(`${JSON.stringify(line)}\n`);

    let started = () => {};
    const firstProgress = new Promise<void>((resolve) => {
      started = resolve;
    });
    const running = this.commands.execute(
      new ImportParticipants(
        { ...terms },
        file,
        context,
        (progress) => {
          say({ progress });
          started();
        },
        listener,
      ),
    );
    // A file that is refused as a whole is still an ordinary problem answer: nothing was written before.
    await Promise.race([firstProgress, running]);
    void running
      .then(
        (report) => say({ report }),
        (error: unknown) => {
          if (error instanceof NobodyListens) {
            this.log.info({ correlationId: context.correlationId }, 'Import left: nobody listens any more');
            return;
          }
          this.log.error({ correlationId: context.correlationId, err: error }, 'Import interrupted');
          say({ problem: problemFrom(problemOf(error), context.correlationId, language) });
        },
      )
      .finally(() => answer.end());
    return new StreamableFile(answer);
  }
}
