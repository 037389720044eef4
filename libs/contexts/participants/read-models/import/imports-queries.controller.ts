import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import {
  DetailQuery,
  PastQuery,
  IdParam,
  type Page,
  PastPageQuery,
  PrintQuery,
  QueryEndpoint,
  Seen,
} from '#http';
import type { Role, Sight } from '#kernel';
import { ImportItem, ImportPage, type ImportRemarkItem, ImportRemarkPage } from './import.answers.js';
import {
  GetImport,
  GetImportRemarksCsv,
  ImportListQuery,
  ListImportRemarks,
  ListImports,
  PrintListReceipt,
} from './import.queries.js';

const READERS: readonly Role[] = ['registrar', 'supervisor', 'finance', 'auditor'];

@ApiTags('sponsors')
@Controller('imports')
export class ImportsQueriesController {
  static readonly handlers = [
    GetImport.handler,
    GetImportRemarksCsv.handler,
    ListImportRemarks.handler,
    ListImports.handler,
    PrintListReceipt.handler,
  ];

  constructor(private readonly queries: QueryBus) {}

  @Get()
  @QueryEndpoint({
    summary: 'The lists that sponsors handed in, to register workers or to pay for them, oldest first',
    roles: READERS,
    answer: ImportPage,
  })
  list(@Query() query: ImportListQuery, @Seen() sight: Sight): Promise<Page<ImportItem>> {
    return this.queries.execute(new ListImports({ ...query, sight }));
  }

  @Get(':importId')
  @QueryEndpoint({ summary: 'What came of a list', roles: READERS, answer: ImportItem })
  get(
    @IdParam('importId') importId: string,
    @Query() { after }: DetailQuery,
    @Seen() sight: Sight,
  ): Promise<ImportItem> {
    return this.queries.execute(new GetImport({ importId, sight, after }));
  }

  @Get(':importId/remarks')
  @QueryEndpoint({
    summary: 'The rows of a list that were not taken, or that a person should look at',
    roles: READERS,
    answer: ImportRemarkPage,
  })
  remarks(
    @IdParam('importId') importId: string,
    @Query() query: PastPageQuery,
    @Seen() sight: Sight,
  ): Promise<Page<ImportRemarkItem>> {
    return this.queries.execute(new ListImportRemarks({ ...query, importId, sight }));
  }

  @Get(':importId/remarks.csv')
  @QueryEndpoint({
    summary: 'The same rows as a file: line, result, code, detail and participant id',
    roles: READERS,
    answer: 'text/csv',
  })
  remarksFile(
    @IdParam('importId') importId: string,
    @Query() { after }: PastQuery,
    @Seen() sight: Sight,
  ): Promise<string> {
    return this.queries.execute(new GetImportRemarksCsv({ importId, sight, after }));
  }

  @Get(':importId/receipt.pdf')
  @QueryEndpoint({
    summary: 'The receipt of the sum that was paid for a list, to be printed',
    roles: READERS,
    answer: 'application/pdf',
    impossible: 'The list was left before its end',
  })
  async receipt(
    @IdParam('importId') importId: string,
    @Query() { lang: language = 'id', after }: PrintQuery,
    @Seen() sight: Sight,
  ): Promise<StreamableFile> {
    const asked = { importId, language, sight, after };
    return new StreamableFile(await this.queries.execute(new PrintListReceipt(asked)));
  }
}
