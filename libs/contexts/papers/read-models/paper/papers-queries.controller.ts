import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type Page, QueryEndpoint, Seen } from '#http';
import type { Sight } from '#kernel';
import { type PaperItem, PaperPage } from './paper.answers.js';
import { ListPapers, PaperListQuery } from './paper.queries.js';

@ApiTags('papers')
@Controller('papers')
export class PapersQueriesController {
  static readonly handlers = [ListPapers.handler];

  constructor(private readonly queries: QueryBus) {}

  @Get()
  @QueryEndpoint({
    summary: 'The papers of a participant, and which claims name them',
    roles: ['registrar', 'plkk', 'adjudicator', 'supervisor', 'auditor'],
    answer: PaperPage,
  })
  list(@Query() query: PaperListQuery, @Seen() sight: Sight): Promise<Page<PaperItem>> {
    return this.queries.execute(new ListPapers({ ...query, sight }));
  }
}
