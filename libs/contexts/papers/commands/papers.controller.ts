import { Readable } from 'node:stream';
import { Controller, Get, Headers, Post, Query, StreamableFile } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandResult } from '#event-store';
import {
  BodyStream,
  CommandEndpoint,
  CurrentActor,
  IdParam,
  Issued,
  QueryEndpoint,
  StreamedBody,
} from '#http';
import { type Actor, type Role, derivedId } from '#kernel';
import type { Issue } from '#runtime';
import type { PaperType } from '../domain/paper.events.js';
import { KeepPaper, KeepPaperHandler } from './keep-paper.js';
import { KeepPaperQuery } from './papers.fields.js';
import { ShowPaper, ShowPaperHandler } from './show-paper.js';

/** Who hands papers in. */
const KEEPERS: readonly Role[] = ['registrar', 'plkk', 'adjudicator'];

const READERS: readonly Role[] = ['registrar', 'plkk', 'adjudicator', 'supervisor', 'auditor'];

const ENDINGS: Readonly<Record<PaperType, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
};

/** Papers as files. They are shown here as well: only a program with the master key can open one. */
@ApiTags('papers')
@Controller('papers')
export class PapersController {
  static readonly handlers = [KeepPaperHandler, ShowPaperHandler];

  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post()
  @StreamedBody('application/pdf', 'image/jpeg', 'image/png')
  @CommandEndpoint({
    summary: 'Hand a paper in as a file',
    description:
      'The file is the whole body. What it is follows from its first bytes. It is sealed while it comes, and its name is not kept. Sent again with the same Idempotency-Key it is the same paper. Something has to name it within PAPERS_UNNAMED_DAYS.',
    roles: KEEPERS,
    creates: true,
  })
  keep(
    @Query() { participantId, tells }: KeepPaperQuery,
    @Headers('content-type') contentType: string,
    @BodyStream() body: AsyncIterable<Buffer>,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    const paperId = derivedId('paper', issue.context.commandId);
    // The route takes no others.
    const mediaType = contentType.split(';')[0]?.trim().toLowerCase() as PaperType;
    const announced = { paperId, participantId, mediaType, tells };
    return this.commands.execute(new KeepPaper(announced, body, issue));
  }

  @Get(':paperId/file')
  @QueryEndpoint({
    summary: 'The file of a paper, opened',
    description:
      'To be kept, never shown by a browser itself. A PLKK sees what it handed in, a registrar what came in at the same office; papers that tell of health are for those who may see health.',
    roles: READERS,
    answer: 'application/octet-stream',
    impossible: 'The file was deleted, its keys were destroyed, or it is damaged',
  })
  async show(@IdParam('paperId') paperId: string, @CurrentActor() actor: Actor): Promise<StreamableFile> {
    const { paper, content } = await this.queries.execute(new ShowPaper(paperId, actor));
    return new StreamableFile(Readable.from(content, { objectMode: false }), {
      type: paper.mediaType,
      length: paper.bytes,
      disposition: `attachment; filename="${paperId}.${ENDINGS[paper.mediaType]}"`,
    });
  }
}
