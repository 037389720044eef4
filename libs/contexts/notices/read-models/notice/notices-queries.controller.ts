import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type Page, QueryEndpoint, Seen } from '#http';
import type { Sight } from '#kernel';
import { ListNotices, type NoticeItem, NoticeListQuery, NoticePage } from './notice.queries.js';

@ApiTags('notices')
@Controller('notices')
export class NoticesQueriesController {
  static readonly handlers = [ListNotices.handler];

  constructor(private readonly queries: QueryBus) {}

  @Get()
  @QueryEndpoint({
    summary: 'What people are told of, the oldest first; GIVEN_UP is for somebody to look at',
    roles: ['registrar', 'adjudicator', 'supervisor', 'auditor'],
    answer: NoticePage,
  })
  list(@Query() query: NoticeListQuery, @Seen() sight: Sight): Promise<Page<NoticeItem>> {
    return this.queries.execute(new ListNotices({ ...query, sight }));
  }
}
