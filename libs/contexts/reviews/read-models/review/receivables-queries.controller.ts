import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type Page, QueryEndpoint, Seen } from '#http';
import type { Sight } from '#kernel';
import { type ReceivableItem, ReceivablePage } from './review.answers.js';
import { ListReceivables, ReceivableListQuery } from './review.queries.js';

@ApiTags('reviews')
@Controller('receivables')
export class ReceivablesQueriesController {
  static readonly handlers = [ListReceivables.handler];

  constructor(private readonly queries: QueryBus) {}

  @Get()
  @QueryEndpoint({
    summary: 'Money that is owed since a decision changed, the longest owed first',
    roles: ['adjudicator', 'supervisor', 'finance', 'auditor'],
    answer: ReceivablePage,
  })
  list(@Query() query: ReceivableListQuery, @Seen() sight: Sight): Promise<Page<ReceivableItem>> {
    return this.queries.execute(new ListReceivables({ ...query, sight }));
  }
}
