import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type Page, QueryEndpoint, Seen } from '#http';
import type { Sight } from '#kernel';
import { type DuplicatePair, DuplicatePage } from './duplicate.answers.js';
import { DuplicateListQuery, ListDuplicates } from './duplicate.queries.js';

@ApiTags('participants')
@Controller('participants/duplicates')
export class DuplicatesQueriesController {
  static readonly handlers = [ListDuplicates.handler];

  constructor(private readonly queries: QueryBus) {}

  @Get()
  @QueryEndpoint({
    summary: 'Two participants each who may be one person, the longest suspected first',
    roles: ['registrar', 'supervisor', 'auditor'],
    answer: DuplicatePage,
  })
  list(@Query() query: DuplicateListQuery, @Seen() sight: Sight): Promise<Page<DuplicatePair>> {
    return this.queries.execute(new ListDuplicates({ ...query, sight }));
  }
}
