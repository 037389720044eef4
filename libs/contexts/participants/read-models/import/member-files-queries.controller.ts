import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { DetailQuery, PastQuery, IdParam, type Page, PastPageQuery, QueryEndpoint, Seen } from '#http';
import type { Role, Sight } from '#kernel';
import { type ImportRemarkItem, ImportRemarkPage, MemberFileItem, MemberFilePage } from './import.answers.js';
import {
  GetMemberFile,
  GetMemberFileRemarksCsv,
  ListMemberFileRemarks,
  ListMemberFiles,
  MemberFileListQuery,
} from './member-file.queries.js';

const READERS: readonly Role[] = ['registrar', 'supervisor', 'auditor'];

@ApiTags('memberships')
@Controller('employers/:employerId/member-files')
export class MemberFilesQueriesController {
  static readonly handlers = [
    GetMemberFile.handler,
    GetMemberFileRemarksCsv.handler,
    ListMemberFileRemarks.handler,
    ListMemberFiles.handler,
  ];

  constructor(private readonly queries: QueryBus) {}

  @Get()
  @QueryEndpoint({
    summary: 'The files of those who joined or left an employer, oldest first',
    roles: READERS,
    answer: MemberFilePage,
  })
  list(
    @IdParam('employerId') employerId: string,
    @Query() query: MemberFileListQuery,
    @Seen() sight: Sight,
  ): Promise<Page<MemberFileItem>> {
    return this.queries.execute(new ListMemberFiles({ ...query, employerId, sight }));
  }

  @Get(':fileId')
  @QueryEndpoint({ summary: 'What came of a file of members', roles: READERS, answer: MemberFileItem })
  get(
    @IdParam('employerId') employerId: string,
    @IdParam('fileId') fileId: string,
    @Query() { after }: DetailQuery,
    @Seen() sight: Sight,
  ): Promise<MemberFileItem> {
    return this.queries.execute(new GetMemberFile({ employerId, fileId, sight, after }));
  }

  @Get(':fileId/remarks')
  @QueryEndpoint({
    summary: 'The rows of a file of members that were not taken',
    roles: READERS,
    answer: ImportRemarkPage,
  })
  remarks(
    @IdParam('employerId') employerId: string,
    @IdParam('fileId') fileId: string,
    @Query() query: PastPageQuery,
    @Seen() sight: Sight,
  ): Promise<Page<ImportRemarkItem>> {
    return this.queries.execute(new ListMemberFileRemarks({ ...query, employerId, fileId, sight }));
  }

  @Get(':fileId/remarks.csv')
  @QueryEndpoint({
    summary: 'The same rows as a file: line, result, code and detail',
    roles: READERS,
    answer: 'text/csv',
  })
  remarksFile(
    @IdParam('employerId') employerId: string,
    @IdParam('fileId') fileId: string,
    @Query() { after }: PastQuery,
    @Seen() sight: Sight,
  ): Promise<string> {
    return this.queries.execute(new GetMemberFileRemarksCsv({ employerId, fileId, sight, after }));
  }
}
