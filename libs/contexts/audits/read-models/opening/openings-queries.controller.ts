import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type Page, QueryEndpoint, Seen } from '#http';
import type { Sight } from '#kernel';
import { type OpeningItem, OpeningPage } from './opening.answers.js';
import { ListOpenings, OpeningListQuery } from './opening.queries.js';

@ApiTags('history')
@Controller('openings')
export class OpeningsQueriesController {
  static readonly handlers = [ListOpenings.handler];

  constructor(private readonly queries: QueryBus) {}

  @Get()
  @QueryEndpoint({
    summary: 'Who had sealed data opened, whose, and why',
    roles: ['supervisor', 'auditor'],
    answer: OpeningPage,
  })
  list(@Query() query: OpeningListQuery, @Seen() sight: Sight): Promise<Page<OpeningItem>> {
    return this.queries.execute(new ListOpenings({ ...query, sight }));
  }
}
